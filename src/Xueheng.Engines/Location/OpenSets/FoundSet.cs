using Xueheng.Engines.Location.Search;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>A set of open facilities that may hold the best answer, and what was done about it.</summary>
/// <param name="open">Whether each facility is open.</param>
/// <param name="bound">A bound of its cost.</param>
/// <param name="prices">What each unit pays in the cut that gave the bound.</param>
internal sealed class FoundSet(Neighbourhood near, bool[] open, double bound, double[] prices, ulong seed)
{
    private const long FirstNodes = 2_000;
    private const double FirstSeconds = 4;
    private const double NearTarget = 1.01;

    /// <summary>A proof is tried once this much work has gone into finding answers.</summary>
    private const double WorkBeforeProof = 4_000;

    private OpenSet? _set;
    private ImproveSet? _improve;
    private int _proofs;

    public bool[] Open => open;

    public int[] Facilities { get; } = [.. Enumerable.Range(0, open.Length).Where(j => open[j])];

    /// <summary>No answer with this set costs less.</summary>
    public double Bound => Math.Max(bound, _set?.Bound ?? bound);

    /// <summary>The best assignment found; null when none was.</summary>
    public int[]? Assign => _improve?.Assign;

    /// <summary>What looking for better assignments took.</summary>
    public double Spent => _improve?.Work ?? 0;

    /// <summary>What looking for proof took; it comes after a first search for assignments.</summary>
    public double SpentOnProof { get; private set; } = WorkBeforeProof;

    /// <summary>Betters the assignment.</summary>
    /// <returns>About the milliseconds of one core it took.</returns>
    public double Improve(double known, double work, Func<double> secondsLeft, Func<bool> stop)
    {
        var begun = 0.0;
        if (_improve is null)
        {
            _set = new OpenSet(near.Arcs.Instance, open, bound, Math.Min(known, bound * NearTarget), prices);
            _improve = new ImproveSet(near.Arcs.Instance, _set, near, seed);
            begun = _set.Work;
            if (_set.Bound >= known)
            {
                return begun;
            }
        }

        var before = _improve.Work;
        _improve.Run(known, work, secondsLeft, stop);
        return begun + _improve.Work - before;
    }

    /// <summary>Looks for an answer below a cutoff in the whole set, with ever more effort, until there is one or proven to be none.</summary>
    /// <returns>The answer found, and about the milliseconds of one core it took.</returns>
    public (int[]? Assign, double Work) Prove(double cutoff, double secondsLeft)
    {
        var before = _set!.Work;
        var effort = Math.Min(12, _proofs++);
        var found = _set.Attempt(cutoff, double.IsFinite(secondsLeft) ? Math.Min(secondsLeft, FirstSeconds * Math.Pow(1.6, effort)) : secondsLeft, FirstNodes << effort);
        SpentOnProof += _set.Work - before + 1;
        return (found, _set.Work - before + 1);
    }
}
