using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Seats;

/// <summary>The least costly plan of seats over the years, with a bound; where none holds, the cheapest way to give in.</summary>
public static class SolveSeatPlan
{
    /// <summary>Share of the time for the problem as it is; the rest is for telling what stands in the way.</summary>
    private const double Strict = 0.7;

    /// <exception cref="ArgumentException">The problem contradicts itself; see <see cref="SeatPlanProblem.Check"/>.</exception>
    public static SeatPlanAnswer Run(SeatPlanProblem problem, Budget budget, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(budget);
        problem.Check();
        var strict = new SearchSeatPlan(problem, budget, eased: false, cancellation).Run(0, Strict);
        if (strict.Found)
        {
            return Found(strict, strict.Status);
        }

        // With every limit open to be given in to there is always a plan; where it gives in to none, it is one of the strict problem, and its bound holds there too.
        var proven = strict.Status == SeatPlanStatus.Infeasible;
        var eased = new SearchSeatPlan(problem, budget, eased: true, cancellation).Run(Strict, 1);
        if (!eased.Found)
        {
            return new SeatPlanAnswer(proven ? SeatPlanStatus.Infeasible : SeatPlanStatus.Unknown, [], [], default, double.NegativeInfinity, budget.Elapsed.TotalSeconds, []);
        }

        var holds = EvaluateSeatPlan.Faults(problem, eased.Starts, eased.School).Count == 0;
        return Found(eased, proven ? SeatPlanStatus.Infeasible : holds ? SeatPlanStatus.Feasible : SeatPlanStatus.Unknown);

        SeatPlanAnswer Found(SeatModelAnswer answer, SeatPlanStatus status)
        {
            if (!EvaluateSeatPlan.Sound(problem, answer.Starts, answer.School))
            {
                throw new InvalidOperationException("A plan that parts what goes together.");
            }

            var cost = EvaluateSeatPlan.Cost(problem, answer.Starts, answer.School);
            var bound = status switch
            {
                SeatPlanStatus.Optimal => cost.Total,
                SeatPlanStatus.Infeasible => double.PositiveInfinity,
                _ => Math.Min(answer.Bound, cost.Total),
            };
            return new SeatPlanAnswer(status, answer.Starts, answer.School, cost, bound, budget.Elapsed.TotalSeconds, EvaluateSeatPlan.Faults(problem, answer.Starts, answer.School));
        }
    }
}
