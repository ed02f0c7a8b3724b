using Xueheng.Engines.Location;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Tests.Location;

public sealed class FindLocationTests
{
    private static readonly Budget Plenty = new(null, Work: 20_000);

    [Theory]
    [InlineData(8, 8, 2)]
    [InlineData(8, 8, 3)]
    [InlineData(9, 6, 2)]
    [InlineData(9, 5, null)]
    [InlineData(8, 6, null)]
    [InlineData(9, 4, null)]
    [InlineData(10, 4, 4)]
    public void The_optimum_is_that_of_trying_everything_and_proven(int units, int facilities, int? p)
    {
        for (var seed = 0; seed < 15; seed++)
        {
            var instance = SmallCases.Draw(seed, units, facilities, p, tight: seed % 3 > 0);
            var optimum = SmallCases.BruteForce(instance);
            if (double.IsInfinity(optimum))
            {
                continue;
            }

            var answer = FindLocation.Run(instance, Plenty, TestContext.Current.CancellationToken);

            Assert.NotNull(answer);
            Assert.True(EvaluateAssignment.Run(instance, answer.Assign, answer.Open) is { Valid: true } worked && Math.Abs(worked.Objective - answer.Objective) < 1e-9);
            Assert.True(Math.Abs(answer.Objective - optimum) < 1e-6, $"seed {seed}: {answer.Objective} for {optimum}");
            Assert.True(answer.Bound <= optimum + 1e-6 && answer.Gap < 1e-6, $"seed {seed}: bound {answer.Bound} of {optimum}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public void More_room_and_more_choice_never_cost_more(int? p)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var instance = SmallCases.Draw(seed, 10, 6, p, tight: true);
            if (FindLocation.Run(instance, Plenty, TestContext.Current.CancellationToken) is not { } before)
            {
                continue;
            }

            Facility[] sites = [.. Enumerable.Range(0, 6).Select(instance.Facility)];
            Facility[] roomier = [sites[0] with { Capacity = sites[0].Capacity + 7 }, .. sites[1..]];
            Facility[] more = [.. sites, new Facility(8, 40, 50)];
            var costs = CostTable.Of(SmallCases.Table(10, 7, (i, j) => j < 6 ? instance.Cost(i, j) : instance.Places[i].DistanceTo(instance.Places[8])));

            var wider = FindLocation.Run(new LocationInstance(instance.Demands.ToArray(), roomier, instance.Costs, p), Plenty, TestContext.Current.CancellationToken);
            var richer = FindLocation.Run(new LocationInstance(instance.Demands.ToArray(), more, costs, p), Plenty, TestContext.Current.CancellationToken);

            Assert.True(wider!.Objective <= before.Objective + 1e-6 && richer!.Objective <= before.Objective + 1e-6, $"seed {seed}");
        }
    }

    [Fact]
    public void The_same_seed_and_work_give_the_same_answer_whatever_the_threads()
    {
        var instance = SmallCases.Draw(7, 150, 150, 70, tight: true);

        var answers = new[] { 1, 1, 2 }.Select(threads => FindLocation.Run(instance, new Budget(null, Work: 1_500, Seed: 3, Threads: threads), TestContext.Current.CancellationToken)!).ToList();

        Assert.True(answers[0].Gap > 0 || answers[0].Objective > 0);
        Assert.All(answers, a => Assert.Equal((answers[0].Objective, answers[0].Bound), (a.Objective, a.Bound)));
        Assert.All(answers, a => Assert.Equal(answers[0].Assign, a.Assign));
    }

    [Fact]
    public void Open_sets_and_whole_units_are_the_same_for_the_same_seed_and_work_whatever_the_threads()
    {
        var instance = SmallCases.Draw(5, 120, 16, null, tight: true);

        var answers = new[] { 1, 1, 2 }.Select(threads => FindLocation.Run(instance, new Budget(null, Work: 1_200, Seed: 3, Threads: threads), TestContext.Current.CancellationToken)!).ToList();

        Assert.All(answers, a => Assert.Equal((answers[0].Objective, answers[0].Bound), (a.Objective, a.Bound)));
        Assert.All(answers, a => Assert.Equal(answers[0].Assign, a.Assign));
    }

    [Fact]
    public void Cancelled_while_it_looks_for_open_sets_it_gives_the_best_so_far()
    {
        var instance = SmallCases.Draw(2, 400, 40, null, tight: true);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(1_500));

        var answer = FindLocation.Run(instance, new Budget(TimeSpan.FromMinutes(10)), source.Token);

        Assert.True(answer is not null && EvaluateAssignment.Run(instance, answer.Assign, answer.Open).Valid && answer.Bound <= answer.Objective);
    }

    [Fact]
    public void Cancelled_it_gives_the_best_so_far()
    {
        var instance = SmallCases.Draw(1, 120, 120, 12, tight: false);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));

        var answer = FindLocation.Run(instance, new Budget(TimeSpan.FromMinutes(10)), source.Token);

        Assert.True(answer is not null && EvaluateAssignment.Run(instance, answer.Assign, answer.Open).Valid);
    }

    [Fact]
    public void Units_without_demand_are_served_too()
    {
        var instance = new LocationInstance([0, 0, 5], [new(0, 5, 1), new(2, 0, 1)], CostTable.Of(new double[,] { { 3, 1 }, { 4, 1 }, { 2, 0 } }));

        var answer = FindLocation.Run(instance, Plenty, TestContext.Current.CancellationToken)!;

        Assert.Equal([1, 1, 0], answer.Assign);
        Assert.Equal(6, answer.Objective);
    }
}
