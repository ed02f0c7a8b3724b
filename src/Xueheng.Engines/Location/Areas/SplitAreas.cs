using Google.OrTools.LinearSolver;

namespace Xueheng.Engines.Location.Areas;

/// <summary>The bound of areas with units split: a linear program with separators added until none is missed, and the reduced costs of its solution.</summary>
internal sealed class SplitAreas
{
    private const int MostRounds = 25;
    private const double Rounding = 1e-7;

    /// <param name="allowed">Whether a unit may be in a facility's area; where this leaves out what no better answer uses, the bound is one of better answers.</param>
    /// <param name="open">As of <see cref="AreaModel"/>.</param>
    public static SplitAreas? Run(LocationInstance instance, Func<int, int, bool> allowed, int? open, Func<bool> stop)
    {
        int[] units = [.. Enumerable.Range(0, instance.Units)];
        int[] facilities = [.. Enumerable.Range(0, instance.Facilities)];
        using var model = new AreaModel(instance, "GLOP", units, facilities, allowed, open);
        var (separate, kept, bound) = (new SplitSeparators(instance), new List<Separator>(), double.NegativeInfinity);
        for (var round = 0; ; round++)
        {
            if (model.Solver.Solve() != Solver.ResultStatus.OPTIMAL)
            {
                return null;
            }

            bound = model.Value;
            var found = round < MostRounds && !stop() ? separate.Find(facilities, units, model.Share) : [];
            if (found.Count == 0)
            {
                break;
            }

            found.ForEach(model.Add);
            kept.AddRange(found);
        }

        var reduced = new double[instance.Units, instance.Facilities];
        foreach (var i in units)
        {
            foreach (var j in facilities)
            {
                reduced[i, j] = model.ReducedCost(i, j);
            }
        }

        return new SplitAreas(bound - (Rounding * Math.Abs(bound)), reduced, kept);
    }

    private SplitAreas(double bound, double[,] reduced, List<Separator> separators) => (Bound, Reduced, Separators) = (bound, reduced, separators);

    public double Bound { get; }

    /// <summary>How much an answer costs at least above the bound when a unit is in a facility's area; infinite where it may not be.</summary>
    public double[,] Reduced { get; }

    public List<Separator> Separators { get; }
}
