using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>A set of open facilities as an instance of its own, with the bound of what it costs when units stay whole.</summary>
internal sealed class OpenSet
{
    private const int MostSteps = 600;
    private const int Rounds = 4;
    private const int RoundsFromPrices = 2;
    private const double NearTarget = 1.003;
    private const double EffortOfNode = 1e-3;

    private readonly LocationInstance _part;
    private readonly Arcs _arcs;
    private double[] _multipliers;

    /// <param name="target">About what an answer costs: where the bound climbs to.</param>
    /// <param name="prices">Multipliers to start from, of a cut that is high for the set; null for none known.</param>
    public OpenSet(LocationInstance whole, bool[] open, double split, double target, double[]? prices = null)
    {
        Facilities = [.. Enumerable.Range(0, open.Length).Where(j => open[j])];
        var costs = new double[whole.Units, Facilities.Length];
        for (var i = 0; i < whole.Units; i++)
        {
            for (var j = 0; j < Facilities.Length; j++)
            {
                costs[i, j] = whole.Cost(i, Facilities[j]);
            }
        }

        _part = new LocationInstance(whole.Demands.ToArray(), [.. Facilities.Select(whole.Facility)], CostTable.Of(costs), Facilities.Length);
        _arcs = Arcs.Nearest(_part, Facilities.Length);
        _multipliers = prices is not null ? [.. prices] : [.. Enumerable.Range(0, _part.Units).Select(i => _arcs.Cost[Math.Min(_arcs.UnitStart[i] + 1, _arcs.UnitStart[i + 1] - 1)])];
        Bound = Math.Max(split, Climb(target, prices is null ? Rounds : RoundsFromPrices));
    }

    /// <summary>The facilities of the set, numbered as in the whole instance.</summary>
    public int[] Facilities { get; }

    /// <summary>No answer with this set costs less.</summary>
    public double Bound { get; private set; }

    public double Work { get; private set; }

    /// <summary>Looks for an answer below a cutoff.</summary>
    /// <param name="tight">Whether propagation (CP-SAT) or linear programs (SCIP) do it: the first finds answers where capacity is tight to the last seat.</param>
    /// <param name="seconds">Seconds of the clock; infinite for none.</param>
    /// <param name="nodes">Nodes of the solver.</param>
    /// <returns>An assignment to facilities of the whole instance, where one was found.</returns>
    public int[]? Attempt(double cutoff, double seconds, long nodes, bool tight = false)
    {
        var relaxation = new Relaxation(_arcs, 1);
        var reduce = new ReduceByBound(_arcs, relaxation);
        if (reduce.Run(_multipliers, cutoff) >= cutoff)
        {
            Bound = Math.Max(Bound, cutoff);
            return null;
        }

        var left = Arcs.Left(_arcs, relaxation);
        var (assign, complete, work) = tight ? TightUnits.Solve(left, seconds, nodes * EffortOfNode) : WholeUnits.Solve(left, seconds, nodes);
        Work += work + Search.Work.OfStep(_arcs);
        if (complete)
        {
            // Nothing below the cutoff uses an arc left out, so the best over the arcs left is the best below it.
            Bound = Math.Max(Bound, Math.Min(cutoff, assign is null ? cutoff : Cost(assign)));
        }

        return assign is null ? null : [.. assign.Select(j => Facilities[j])];
    }

    private double Cost(int[] assign) =>
        Enumerable.Range(0, assign.Length).Sum(i => _part.Cost(i, assign[i])) + Enumerable.Range(0, _part.Facilities).Sum(_part.FixedCost);

    private double Climb(double target, int rounds)
    {
        var relaxation = new Relaxation(_arcs, 1);
        var bound = double.NegativeInfinity;
        for (var round = 0; round < rounds; round++)
        {
            // A new average of choices each time: the old one drags.
            var ascent = new Ascent(_arcs, relaxation, _multipliers);
            for (var s = 0; s < MostSteps && !ascent.Settled; s++)
            {
                ascent.Step(Math.Max(target, ascent.Bound * 1.0001));
                Work += Search.Work.OfStep(_arcs);
            }

            (_multipliers, bound) = (ascent.Multipliers, ascent.Bound);
            target = Math.Min(target, bound * NearTarget);
        }

        return bound;
    }
}
