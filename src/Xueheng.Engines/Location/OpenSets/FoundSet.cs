namespace Xueheng.Engines.Location.OpenSets;

/// <summary>A set of open facilities that may hold the best answer, and what was done about it.</summary>
internal sealed class FoundSet
{
    private const long FirstNodes = 2_000;
    private const double FirstSeconds = 4;

    /// <summary>A proof is tried once this much work has gone into finding answers.</summary>
    private const double WorkBeforeProof = 4_000;

    private readonly OpenSet _set;
    private readonly ImproveSet _improve;
    private int _proofs;

    public FoundSet(LocationInstance instance, bool[] open, double bound, double known, ulong seed)
    {
        Open = open;
        _set = new OpenSet(instance, open, bound, known);
        _improve = new ImproveSet(instance, _set, seed);
    }

    public bool[] Open { get; }

    public int[] Facilities => _set.Facilities;

    /// <summary>No answer with this set costs less.</summary>
    public double Bound => _set.Bound;

    /// <summary>The best assignment found; null when none was.</summary>
    public int[]? Assign => _improve.Assign;

    /// <summary>What looking for better assignments took.</summary>
    public double Spent => _improve.Work;

    /// <summary>What looking for proof took; it comes after a first search for assignments.</summary>
    public double SpentOnProof { get; private set; } = WorkBeforeProof;

    /// <summary>About the milliseconds of one core used so far on the set as a whole.</summary>
    public double Work => _set.Work;

    /// <summary>Betters the assignment.</summary>
    /// <returns>About the milliseconds of one core it took.</returns>
    public double Improve(double known, double work, Func<double> secondsLeft, Func<bool> stop)
    {
        var before = _improve.Work;
        _improve.Run(known, work, secondsLeft, stop);
        return _improve.Work - before;
    }

    /// <summary>Looks for an answer below a cutoff in the whole set, with ever more effort, until there is one or proven to be none.</summary>
    /// <returns>The answer found, and about the milliseconds of one core it took.</returns>
    public (int[]? Assign, double Work) Prove(double cutoff, double secondsLeft)
    {
        var before = _set.Work;
        var effort = Math.Min(12, _proofs++);
        var found = _set.Attempt(cutoff, double.IsFinite(secondsLeft) ? Math.Min(secondsLeft, FirstSeconds * Math.Pow(1.6, effort)) : secondsLeft, FirstNodes << effort);
        SpentOnProof += _set.Work - before + 1;
        return (found, _set.Work - before + 1);
    }
}
