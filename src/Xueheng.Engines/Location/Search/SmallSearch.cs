using Xueheng.Engines.Location.Branch;
using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.Search;

/// <summary>A small instance, or a small region of a large one, searched with a fixed effort: bound, dive, a little annealing, branch and bound.</summary>
internal static class SmallSearch
{
    private const int Steps = 150;
    private const int DiveRounds = 4;
    private const int Coolings = 40;
    private const double Hot = 0.2;
    private const double Cold = 0.01;
    private const int NearUnits = 15;

    /// <param name="best">What is known; better answers are put into it.</param>
    /// <param name="start">Multipliers to start from.</param>
    /// <param name="nodes">Nodes of the branch and bound.</param>
    /// <param name="stop">Asked now and then; true gives up.</param>
    /// <returns>About the milliseconds of one core it took.</returns>
    public static double Run(LocationInstance instance, Incumbent best, double[] start, int nodes, ulong seed, Func<bool> stop)
    {
        var arcs = Arcs.Nearest(instance, instance.Facilities);
        var relaxation = new Relaxation(arcs, 1);
        var ascent = new Ascent(arcs, relaxation, start);
        var work = 0.0;
        var known = best.Any ? best.Cost : start.Sum();
        for (var s = 0; s < Steps && !ascent.Settled && !Proven(best, ascent); s++)
        {
            ascent.Step(known);
            work += Work.OfStep(arcs);
            if (stop())
            {
                return work;
            }
        }

        best.Raise(ascent.Bound);
        if (best.Proven || instance.Units < 2)
        {
            return work;
        }

        if (instance.OpenExactly is { } p && Dive.Run(arcs, relaxation, ascent, p, known, DiveRounds, stop) is { } open)
        {
            work += DiveRounds * 40 * Work.OfStep(arcs);
            var cooling = new Cooling(Neighbourhood.Of(arcs, NearUnits), FirstAnswer.Nearest(instance, arcs, open), open, seed);
            for (var r = 0; r < Coolings && !stop(); r++)
            {
                cooling.Round(Hot * Math.Pow(Cold / Hot, r / (double)Coolings), 1);
            }

            work += Coolings * cooling.RoundSize * Work.OfProposal;
            if (cooling.BestAssign.Length > 0)
            {
                best.Offer(cooling.BestCost, cooling.BestAssign, cooling.BestOpen);
            }
        }

        return best.Any ? work + Branch(arcs, relaxation, ascent, best, nodes, stop) : work;
    }

    private static bool Proven(Incumbent best, Ascent ascent) => best.Any && ascent.Bound >= best.Cutoff;

    private static double Branch(Arcs arcs, Relaxation relaxation, Ascent ascent, Incumbent best, int nodes, Func<bool> stop)
    {
        if (new ReduceByBound(arcs, relaxation).Run(ascent.Multipliers, best.Cutoff) is var bound && bound >= best.Cutoff)
        {
            best.Raise(bound);
            return Work.OfStep(arcs);
        }

        var left = Arcs.Left(arcs, relaxation);
        var tree = new BranchAndBound(left, [.. relaxation.Forced], ascent.Multipliers, bound, best.Cutoff, together: 1);
        while (!tree.Done && tree.Nodes < nodes && !stop())
        {
            tree.Batch(1);
            if (tree.Found is { } found && best.Offer(found.Cost, found.Assign, found.Open))
            {
                tree.Cutoff = best.Cutoff;
            }
        }

        best.Raise(tree.Bound);
        return tree.Nodes * Work.OfNode(left);
    }
}
