using Google.OrTools.Sat;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Groups;

/// <summary>
/// Parts schools into groups: as alike in strength as is asked, or as can be, then as near to their leaders as can be. For a given tolerance of the groups' means the model is
/// linear, so the least tolerance is found by halving what is between one that some parting keeps and one that none does.
/// </summary>
public static class FormGroups
{
    /// <summary>Unlikeness is proven to this part of the range of the schools' strength.</summary>
    public const double Grain = 1e-3;

    public static GroupAnswer Run(GroupProblem problem, Budget budget, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var faults = CheckGroups.Run(problem);
        if (faults.Count > 0)
        {
            return new GroupAnswer(GroupStatus.Infeasible, null, double.NaN, 0, double.NaN, 0, budget.Elapsed.TotalSeconds, faults);
        }

        var strengths = problem.Schools.Select(s => s.Strength).ToList();
        var (range, limits) = (strengths.Max() - strengths.Min(), new SearchLimits(budget));
        // Of any parting the means lie within the range of the strengths.
        var any = Solve(range, null, nearest: false);
        if (any.Leader is null)
        {
            var status = any.Status == CpSolverStatus.Infeasible ? GroupStatus.Infeasible : GroupStatus.Unknown;
            return new GroupAnswer(status, null, double.NaN, 0, double.NaN, 0, budget.Elapsed.TotalSeconds, []);
        }

        var (best, below, proven) = (any.Leader, 0.0, true);
        while (proven && UnlikenessOf(problem, best) > problem.Alike && UnlikenessOf(problem, best) - below > Grain * range)
        {
            var middle = Math.Max(problem.Alike, (UnlikenessOf(problem, best) + below) / 2);
            var closer = Solve(middle, best, nearest: false);
            if (closer.Leader is not null && UnlikenessOf(problem, closer.Leader) < UnlikenessOf(problem, best))
            {
                best = closer.Leader;
            }
            else
            {
                proven = closer.Status == CpSolverStatus.Infeasible;
                below = proven ? middle : below;
            }
        }

        var nearer = Solve(Math.Max(problem.Alike, UnlikenessOf(problem, best)), best, nearest: true);
        var chosen = nearer.Leader is { } found && KilometresOf(problem, found) <= KilometresOf(problem, best) ? found : best;
        return new GroupAnswer(
            proven && nearer.Status == CpSolverStatus.Optimal ? GroupStatus.Optimal : GroupStatus.Feasible,
            chosen,
            UnlikenessOf(problem, chosen),
            below,
            KilometresOf(problem, chosen),
            nearer.Leader is null ? 0 : nearer.Metres / 1000,
            budget.Elapsed.TotalSeconds,
            []);

        GroupModelAnswer Solve(double tolerance, int[]? hint, bool nearest)
        {
            var model = new GroupModel(problem, tolerance);
            if (hint is not null)
            {
                model.Hint(hint);
            }

            if (nearest)
            {
                model.Nearest();
            }

            return model.Solve(limits, cancellation);
        }
    }

    /// <summary>Schools whose leader is another than it is now; those in no group now are not counted.</summary>
    public static int ChangesOf(GroupProblem problem, IReadOnlyList<int> leader)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Now is { } now ? leader.Where((l, i) => now[i] is { } before && before != l).Count() : 0;
    }

    /// <summary>Largest distance of a group's mean strength from that of all schools.</summary>
    public static double UnlikenessOf(GroupProblem problem, IReadOnlyList<int> leader)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var mean = problem.MeanOf(Enumerable.Range(0, leader.Count));
        return Enumerable.Range(0, leader.Count).GroupBy(i => leader[i]).Max(g => Math.Abs(problem.MeanOf(g) - mean));
    }

    /// <summary>From each school to its leader, in all.</summary>
    public static double KilometresOf(GroupProblem problem, IReadOnlyList<int> leader)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return leader.Select((l, i) => problem.Apart(l, i)).Sum();
    }
}
