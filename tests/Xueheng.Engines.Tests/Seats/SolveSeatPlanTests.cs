using Xueheng.Engines.Seats;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Tests.Seats;

public sealed class SolveSeatPlanTests
{
    private static readonly Budget Budget = new(null, Work: 20_000);

    /// <summary>Two areas of ten children, a school of ten beside each.</summary>
    private static readonly SeatPlanProblem Two = new([10, 10], [], [[10, 10], [10, 10]], [0, 1], [[0, 4], [4, 0]], 10, [1000, 1000], 0.01, 0.1);

    [Fact]
    public void It_finds_what_trying_every_plan_finds()
    {
        var feasible = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = Draw(seed);
            var least = TryAll(problem);
            var found = SolveSeatPlan.Run(problem, Budget, TestContext.Current.CancellationToken);
            if (least is { } cost)
            {
                feasible++;
                Assert.Equal(SeatPlanStatus.Optimal, found.Status);
                Assert.Equal(cost, found.Cost.Total, 6);
                Assert.Empty(EvaluateSeatPlan.Faults(problem, found.Starts, found.School));
            }
            else
            {
                Assert.Equal(SeatPlanStatus.Infeasible, found.Status);
                Assert.NotEmpty(found.Easings);
            }
        }

        Assert.InRange(feasible, 15, 55);
    }

    [Fact]
    public void One_more_option_and_one_rule_less_never_cost_more()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var problem = Draw(seed);
            var cost = Cost(problem);
            Assert.True(Cost(problem with { Options = [.. problem.Options, new SeatOption(0, 10, 3, 0)] }) <= cost + 1e-6);
            Assert.True(Cost(problem with { Walk = 100 }) <= cost + 1e-6);
            Assert.True(Cost(problem with { Budget = [1000, 1000] }) <= cost + 1e-6);
            Assert.True(Cost(problem with { MostMoved = null }) <= cost + 1e-6);
            Assert.True(Cost(problem with { Together = [] }) <= cost + 1e-6);
            Assert.True(Cost(problem with { MostChanges = null }) <= cost + 1e-6);
            Assert.True(Cost(problem with { Neighbours = null }) <= cost + 1e-6);
            Assert.True(Cost(problem with { Options = [.. problem.Options.Select(o => o with { Into = null })] }) <= cost + 1e-6);
        }

        static double Cost(SeatPlanProblem problem) => SolveSeatPlan.Run(problem, Budget) is { Status: SeatPlanStatus.Optimal } found ? found.Cost.Total : double.PositiveInfinity;
    }

    [Fact]
    public void What_takes_a_year_is_begun_a_year_before_it_is_needed()
    {
        var found = SolveSeatPlan.Run(Two with { Children = [[10, 15], [10, 10]], Options = [new SeatOption(0, 5, 20, 1)] }, Budget, TestContext.Current.CancellationToken);
        Assert.Equal((SeatPlanStatus.Optimal, 1, 0), (found.Status, found.Starts[0][0], found.Starts[0][1]));
        Assert.Equal(20, found.Cost.Works, 9);
    }

    [Fact]
    public void A_school_closes_where_that_saves_more_than_the_way_to_the_next_weighs()
    {
        var problem = Two with { Seats = [20, 10], Options = [new SeatOption(1, 0, 1, 0, Yearly: -2, Closes: true)] };
        var found = SolveSeatPlan.Run(problem, Budget, TestContext.Current.CancellationToken);
        Assert.Equal([0, 0], found.School[1]);
        Assert.Equal(1 - 4 + (2 * 10 * 4 * 0.01) + (10 * 0.1), found.Cost.Total, 9);
        Assert.Equal([1, 1], SolveSeatPlan.Run(problem with { Walk = 3 }, Budget, TestContext.Current.CancellationToken).School[1]);
    }

    [Fact]
    public void Seats_converted_for_one_school_are_gone_at_the_other()
    {
        var problem = Two with { Children = [[15, 15], [5, 5]], Options = [new SeatOption(0, 5, 1, 0, Gives: 1, Given: 5)] };
        Assert.Equal(SeatPlanStatus.Optimal, SolveSeatPlan.Run(problem, Budget, TestContext.Current.CancellationToken).Status);
        Assert.Equal(SeatPlanStatus.Infeasible, SolveSeatPlan.Run(problem with { Children = [[15, 15], [6, 6]] }, Budget, TestContext.Current.CancellationToken).Status);
    }

    [Fact]
    public void Where_no_plan_holds_the_cheapest_way_to_give_in_is_told_with_areas_and_year()
    {
        var seats = Assert.Single(SolveSeatPlan.Run(Two with { Children = [[10, 13], [10, 10]] }, Budget, TestContext.Current.CancellationToken).Easings);
        Assert.Equal((EasingKind.Seats, 0, 1, 3.0), (seats.Kind, seats.Site, seats.Year, seats.Amount));
        Assert.Equal([0], seats.Areas);

        var money = Assert.Single(SolveSeatPlan.Run(
            Two with { Children = [[10, 13], [10, 10]], Options = [new SeatOption(0, 5, 20, 0)], Budget = [15, 15] }, Budget, TestContext.Current.CancellationToken).Easings);
        Assert.Equal((EasingKind.Budget, 5.0), (money.Kind, money.Amount));

        var walk = SolveSeatPlan.Run(Two with { Walk = 3, Kilometres = [[0, 4], [4, 4]] }, Budget, TestContext.Current.CancellationToken).Easings;
        Assert.Equal([(EasingKind.Walk, 0), (EasingKind.Walk, 1)], walk.Select(e => (e.Kind, e.Year)));
    }

    [Fact]
    public void A_merged_school_sends_its_areas_to_the_one_it_was_merged_into_and_nowhere_else()
    {
        // Area 1 is nearer to school 2, which has room as well.
        var problem = Two with
        {
            Seats = [20, 10, 10],
            Kilometres = [[0, 4, 9], [4, 0, 1]],
            Options = [new SeatOption(1, 0, 1, 0, Yearly: -5, Closes: true, Into: 0)],
        };
        Assert.Equal([0, 0], SolveSeatPlan.Run(problem, Budget, TestContext.Current.CancellationToken).School[1]);
        var free = problem with { Options = [problem.Options[0] with { Into = null }] };
        Assert.Equal([2, 2], SolveSeatPlan.Run(free, Budget, TestContext.Current.CancellationToken).School[1]);
    }

    [Fact]
    public void An_area_moved_once_stays_where_brothers_and_sisters_are_though_moving_back_would_be_nearer()
    {
        // The first year is too full for area 0, the second is not.
        var problem = Two with { Seats = [10, 20], Children = [[11, 10], [5, 5]], TravelPrice = 1 };
        Assert.Equal([1, 0], SolveSeatPlan.Run(problem, Budget, TestContext.Current.CancellationToken).School[0]);
        Assert.Equal([1, 1], SolveSeatPlan.Run(problem with { MostChanges = 1 }, Budget, TestContext.Current.CancellationToken).School[0]);
        var eased = SolveSeatPlan.Run(problem with { MostChanges = 0 }, Budget, TestContext.Current.CancellationToken);
        Assert.Equal(SeatPlanStatus.Infeasible, eased.Status);
        Assert.NotEmpty(eased.Easings);
    }

    [Fact]
    public void Zones_hang_together_with_their_school_though_one_apart_would_be_cheaper()
    {
        // In a row: 0, 1, 2, schools in 0 and 1; sending 2 to school 0 alone is cheapest.
        var problem = new SeatPlanProblem([20, 10], [], [[10], [10], [5]], [0, 1, null], [[0, 3], [3, 0], [1, 4]], 10, [0], 1, 0) { StandsIn = [0, 1] };
        Assert.Equal(0, SolveSeatPlan.Run(problem, Budget, TestContext.Current.CancellationToken).School[2][0]);
        var connected = problem with { Neighbours = [[1], [0, 2], [1]] };
        var found = SolveSeatPlan.Run(connected with { Seats = [20, 15] }, Budget, TestContext.Current.CancellationToken);
        Assert.Equal((SeatPlanStatus.Optimal, 1), (found.Status, found.School[2][0]));
        Assert.Empty(EvaluateSeatPlan.Faults(connected with { Seats = [20, 15] }, found.Starts, found.School));

        // No seat for it at school 1: what is given in to is told.
        var apart = Assert.Single(EvaluateSeatPlan.Faults(connected, [], [[0], [1], [0]]));
        Assert.Equal((EasingKind.Apart, 0), (apart.Kind, apart.Site));
        Assert.Equal([2], apart.Areas);
        Assert.Equal(SeatPlanStatus.Infeasible, SolveSeatPlan.Run(connected, Budget, TestContext.Current.CancellationToken).Status);
    }

    [Fact]
    public void Bad_figures_are_refused_before_anything_is_solved() =>
        Assert.Throws<ArgumentException>(() => SolveSeatPlan.Run(Two with { Seats = [-1, 10] }, Budget, TestContext.Current.CancellationToken));

    private static SeatPlanProblem Draw(int seed)
    {
        var random = new Random(seed);
        var (areas, sites) = (3, 2 + (seed % 2));
        return new SeatPlanProblem(
            [.. Enumerable.Range(0, sites).Select(j => j == 2 ? 0 : random.Next(10, 26))],
            [
                new SeatOption(random.Next(sites), 10, random.Next(5, 20), random.Next(2)),
                random.Next(2) == 0 ? new SeatOption(1, 0, 2, 0, Yearly: -random.Next(1, 6), Closes: true, Into: random.Next(2) == 0 ? 0 : null) : new SeatOption(sites - 1, 12, random.Next(5, 20), random.Next(2), Yearly: 1),
                new SeatOption(0, 5, 4, 0, Gives: 1, Given: 5),
            ],
            [.. Enumerable.Range(0, areas).Select(_ => new[] { random.Next(4, 15), random.Next(4, 15) })],
            [.. Enumerable.Range(0, areas).Select(_ => (int?)random.Next(2))],
            [.. Enumerable.Range(0, areas).Select(_ => Enumerable.Range(0, sites).Select(_ => (double)random.Next(8)).ToArray())],
            6,
            [random.Next(10, 40), random.Next(10, 40)],
            0.125,
            0.25)
        {
            Together = seed % 3 == 0 ? [(0, 1)] : [],
            MostMoved = seed % 4 == 0 ? 12 : null,
            MostChanges = seed % 5 == 0 ? 1 : null,
            Neighbours = seed % 7 < 3 ? [[1], [0, 2], [1]] : null,
            StandsIn = [.. Enumerable.Range(0, sites)],
        };
    }

    /// <summary>The least cost over every beginning of every option and every school of every area in both years; null when none holds.</summary>
    private static double? TryAll(SeatPlanProblem problem)
    {
        double? least = null;
        var (areas, sites) = (problem.Areas, problem.Seats.Count);
        var ways = (int)Math.Pow(sites, areas * 2);
        for (var s = 0; s < (int)Math.Pow(3, problem.Options.Count); s++)
        {
            var rest = s;
            var starts = problem.Options.Select(_ => { var when = rest % 3; rest /= 3; return new[] { when == 1 ? 1 : 0, when == 2 ? 1 : 0 }; }).ToArray();
            for (var w = 0; w < ways; w++)
            {
                var left = w;
                var school = Enumerable.Range(0, areas).Select(_ => { var one = left % sites; left /= sites; var two = left % sites; left /= sites; return new[] { one, two }; }).ToArray();
                if (EvaluateSeatPlan.Sound(problem, starts, school) && NotNegative(problem, starts) && EvaluateSeatPlan.Faults(problem, starts, school).Count == 0
                    && EvaluateSeatPlan.Cost(problem, starts, school).Total is var cost && (least is null || cost < least))
                {
                    least = cost;
                }
            }
        }

        return least;
    }

    /// <summary>Nobody gives seats it has not.</summary>
    private static bool NotNegative(SeatPlanProblem problem, int[][] starts) =>
        Enumerable.Range(0, problem.Years).All(t => Enumerable.Range(0, problem.Seats.Count).All(j => EvaluateSeatPlan.Seats(problem, starts, j, t) >= 0));
}
