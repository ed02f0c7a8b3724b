using Xueheng.Engines.Seats;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Examples;

/// <summary>Two schools, two areas, two years; the first school will be too small.</summary>
internal static class SeatsOverYears
{
    public static void Run(TextWriter output)
    {
        var problem = new SeatPlanProblem(
            Seats: [450, 900],
            Options: [new SeatOption(Site: 0, Seats: 90, Cost: 120, Lead: 1)],
            Children: [[440, 500], [600, 610]],
            Zone: [0, 1],
            Kilometres: [[0.5, 2.5], [2.5, 0.5]],
            Walk: 5,
            Budget: [300, 300],
            TravelPrice: 0.02,
            ChangePrice: 0.05);
        var answer = SolveSeatPlan.Run(problem, new Budget(TimeSpan.FromSeconds(10)));
        output.WriteLine($"{answer.Status}: expanded in year {answer.Starts[0].ToList().IndexOf(1)}, area 0 goes to {string.Join(", ", answer.School[0])}, cost {answer.Cost.Total:0.0}, bound {answer.Bound:0.0}");

        var poor = SolveSeatPlan.Run(problem with { Budget = [100, 100], Walk = 2 }, new Budget(TimeSpan.FromSeconds(10)));
        output.WriteLine($"{poor.Status}: {string.Join("; ", poor.Easings.Select(e => $"{e.Kind} {e.Amount:0} in year {e.Year}"))}");
    }
}
