using Xueheng.Engines.Location;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Tests.Location.Areas;

public sealed class FindAreasTests
{
    private static LocationAnswer? Find(LocationInstance instance, long work = 2_000, int seed = 1, int threads = 1) =>
        FindLocation.Run(instance, new Budget(null, Work: work, Seed: seed, Threads: threads), TestContext.Current.CancellationToken);

    private static void Right(LocationInstance instance, LocationAnswer answer, double optimum)
    {
        var worked = EvaluateAssignment.Run(instance, answer.Assign, answer.Open);
        Assert.True(worked.Valid && Math.Abs(worked.Objective - answer.Objective) < 1e-9);
        Assert.True(answer.Bound <= optimum + (1e-6 * optimum), $"bound {answer.Bound} of {optimum}");
        Assert.True(answer.Objective >= optimum - 1e-6 && (answer.Gap > 1e-6 || answer.Objective <= optimum * (1 + 1e-6)), $"{answer.Objective} for {optimum}, gap {answer.Gap}");
    }

    [Theory]
    [InlineData(4, 3, 3)]
    [InlineData(5, 2, 3)]
    [InlineData(4, 3, 2)]
    public void Areas_of_schools_all_open_are_those_of_trying_everything(int width, int height, int schools)
    {
        var binds = 0;
        for (var seed = 0; seed < 10; seed++)
        {
            var instance = SmallAreas.Draw(seed, width, height, schools, schools);
            var optimum = SmallAreas.BruteForce(instance);
            if (CheckInstance.Run(instance) is not null || double.IsInfinity(optimum))
            {
                continue;
            }

            var answer = Find(instance)!;

            Right(instance, answer, optimum);
            Assert.True(answer.Gap < 1e-6, $"seed {seed}: {answer.Objective} not proven, bound {answer.Bound}, optimum {optimum}");
            binds += FindLocation.Run(SmallAreas.WithoutConnection(instance), new Budget(null, Work: 5_000), TestContext.Current.CancellationToken)!.Objective < optimum - 1e-6 ? 1 : 0;
        }

        Assert.True(binds > 0, "connection never cost anything");
    }

    [Theory]
    [InlineData(4, 3, 4, null)]
    [InlineData(4, 3, 4, 2)]
    [InlineData(5, 2, 3, null)]
    public void Schools_to_open_with_their_areas_are_those_of_trying_everything(int width, int height, int schools, int? open)
    {
        var (found, tried) = (0, 0);
        for (var seed = 0; seed < 8; seed++)
        {
            var instance = SmallAreas.Draw(seed, width, height, schools, open);
            var optimum = SmallAreas.BruteForce(instance);
            if (CheckInstance.Run(instance) is not null || double.IsInfinity(optimum))
            {
                continue;
            }

            var answer = Find(instance, 4_000)!;

            Right(instance, answer, optimum);
            tried++;
            found += answer.Objective <= optimum + 1e-6 ? 1 : 0;
        }

        Assert.True(tried > 0 && found == tried, $"{found} optimal of {tried}");
    }

    [Fact]
    public void Another_pair_of_neighbours_or_more_room_never_costs_more()
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var instance = SmallAreas.Draw(seed, 4, 3, 3, 3);
            if (CheckInstance.Run(instance) is not null || Find(instance) is not { } before)
            {
                continue;
            }

            var beside = Enumerable.Range(0, instance.Units).Select(i => instance.Neighbours(i).ToArray().ToHashSet()).ToArray();
            var (one, other) = (seed, 11 - (seed / 2));
            beside[one].Add(other);
            beside[other].Add(one);
            Facility[] roomier = [.. Enumerable.Range(0, 3).Select(instance.Facility).Select((f, j) => j == seed % 3 ? f with { Capacity = f.Capacity + 6 } : f)];

            Assert.True(Find(SmallAreas.With(instance, neighbours: [.. beside.Select(b => b.Order().ToArray())]))!.Objective <= before.Objective + 1e-6, $"seed {seed}");
            Assert.True(Find(SmallAreas.With(instance, roomier))!.Objective <= before.Objective + 1e-6, $"seed {seed}");
        }
    }

    [Fact]
    public void Same_seed_and_work_give_the_same_areas_whatever_the_threads()
    {
        var instance = SmallAreas.Sound(3, 8, 7, 5, 5, 25);

        var answers = new[] { 1, 1, 2 }.Select(threads => Find(instance, 3_000, 5, threads)!).ToList();

        Assert.All(answers, a => Assert.Equal((answers[0].Objective, answers[0].Bound), (a.Objective, a.Bound)));
        Assert.All(answers, a => Assert.Equal(answers[0].Assign, a.Assign));
    }

    [Fact]
    public void Same_seed_and_work_open_the_same_schools_whatever_the_threads()
    {
        var instance = SmallAreas.Sound(2, 7, 6, 8, null, 25);

        var answers = new[] { 1, 1, 2 }.Select(threads => Find(instance, 3_000, 5, threads)!).ToList();

        Assert.All(answers, a => Assert.Equal((answers[0].Objective, answers[0].Bound), (a.Objective, a.Bound)));
        Assert.All(answers, a => Assert.Equal(answers[0].Assign, a.Assign));
    }

    [Fact]
    public void Cancelled_it_gives_the_areas_so_far()
    {
        var instance = SmallAreas.Sound(1, 15, 12, 9, 9, 25);
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(3));

        var answer = FindLocation.Run(instance, new Budget(TimeSpan.FromMinutes(10)), source.Token);

        Assert.True(answer is not null && EvaluateAssignment.Run(instance, answer.Assign, answer.Open).Valid);
    }

    /// <summary>A row 0-1-2-3-4; a school at each end and one in the middle, too small to take more than itself.</summary>
    [Fact]
    public void Where_the_way_is_barred_a_unit_goes_round_to_the_dearer_school()
    {
        int[][] row = [[1], [0, 2], [1, 3], [2, 4], [3]];
        var costs = CostTable.Of(new double[,] { { 0, 9, 9 }, { 1, 9, 9 }, { 9, 0, 9 }, { 1, 9, 4 }, { 9, 9, 0 } });
        Facility[] schools = [new(0, 4, 0), new(2, 1, 0), new(4, 4, 0)];
        var instance = new LocationInstance([1, 1, 1, 1, 1], schools, costs, 3, null, row);

        Assert.Equal(5, Find(instance)!.Objective);
        Assert.Equal([0, 0, 1, 2, 2], Find(instance)!.Assign);
        Assert.Equal(2, FindLocation.Run(SmallAreas.WithoutConnection(instance), new Budget(null, Work: 1_000), TestContext.Current.CancellationToken)!.Objective);
    }
}
