using System.Globalization;
using Google.OrTools.Sat;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Seats;

/// <summary>The least costly plan of seats over the years, with a bound; where none holds, the cheapest way to give in.</summary>
public static class SolveSeatPlan
{
    /// <summary>Share of the time for the problem as it is; the rest is for telling what stands in the way.</summary>
    private const double Strict = 0.7;

    public static SeatPlanAnswer Run(SeatPlanProblem problem, Budget budget, CancellationToken cancellation = default)
    {
        problem.Check();
        var (status, starts, school, bound) = new SeatModel(problem, eased: false).Solve(Parameters(budget, Strict), cancellation);
        if (status is CpSolverStatus.Optimal or CpSolverStatus.Feasible)
        {
            return Found(status == CpSolverStatus.Optimal ? SeatPlanStatus.Optimal : SeatPlanStatus.Feasible, []);
        }

        // With every limit open to be given in to there is always a plan; where it gives in to none, it is one of the strict problem, and its bound holds there too.
        var proven = status == CpSolverStatus.Infeasible;
        (status, starts, school, bound) = new SeatModel(problem, eased: true).Solve(Parameters(budget, 1 - Strict), cancellation);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return new SeatPlanAnswer(proven ? SeatPlanStatus.Infeasible : SeatPlanStatus.Unknown, [], [], default, double.NegativeInfinity, budget.Elapsed.TotalSeconds, []);
        }

        var easings = EvaluateSeatPlan.Faults(problem, starts, school);
        return proven ? Found(SeatPlanStatus.Infeasible, easings) : Found(easings.Count == 0 ? SeatPlanStatus.Feasible : SeatPlanStatus.Unknown, easings);

        SeatPlanAnswer Found(SeatPlanStatus found, IReadOnlyList<SeatEasing> easings)
        {
            var cost = EvaluateSeatPlan.Cost(problem, starts, school);
            var least = found == SeatPlanStatus.Optimal ? cost.Total : found == SeatPlanStatus.Infeasible ? double.PositiveInfinity : Math.Min(bound, cost.Total);
            return new SeatPlanAnswer(found, starts, school, cost, least, budget.Elapsed.TotalSeconds, easings);
        }
    }

    /// <summary>Workers take turns where the answer must be the same on any machine.</summary>
    private static string Parameters(Budget budget, double share) => budget.Work is { } work
        ? string.Create(CultureInfo.InvariantCulture, $"max_deterministic_time:{work * share / Budget.WorkInSecond:0.######} interleave_search:true num_workers:8 random_seed:{budget.Seed}")
        : string.Create(CultureInfo.InvariantCulture, $"max_time_in_seconds:{Math.Clamp(share * (budget.Time?.TotalSeconds ?? 1e6), 0.5, 1e6):0.######} num_workers:{Math.Max(4, budget.Threads)} random_seed:{budget.Seed}");
}
