using Xueheng.Engines.Location;
using Xueheng.Engines.Location.Lagrange;
using Xueheng.Engines.Location.OpenSets;
using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Tests.Location;

public sealed class OpenSetsTests
{
    [Fact]
    public void Units_split_never_cost_more_than_units_whole_and_bounds_lie_between()
    {
        var compared = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var instance = SmallCases.Draw(seed, 8, 3, null, tight: false);
            bool[] open = [true, seed % 2 == 0, true];
            var chosen = Enumerable.Range(0, 3).Where(j => open[j]).ToList();
            var only = new LocationInstance(
                instance.Demands.ToArray(), [.. chosen.Select(instance.Facility)], CostTable.Of(SmallCases.Table(8, chosen.Count, (i, j) => instance.Cost(i, chosen[j]))), chosen.Count);
            var whole = SmallCases.BruteForce(only);
            var split = new Transport(Arcs.Nearest(instance, 3), 8).Cost(open);
            if (double.IsInfinity(whole))
            {
                continue;
            }

            compared++;
            var set = new OpenSet(instance, open, split, whole);
            Assert.True(split <= set.Bound + 1e-6 && set.Bound <= whole + 1e-6, $"seed {seed}: {split} {set.Bound} {whole}");
            var assign = set.Attempt(whole + 1, 10, 10_000)!;
            Assert.Equal(whole, EvaluateAssignment.Run(instance, assign, chosen).Objective, 6);
        }

        Assert.True(compared > 10);
    }

    [Fact]
    public void A_set_that_cannot_hold_the_demand_costs_infinitely_much()
    {
        var instance = SmallCases.Draw(1, 8, 3, null, tight: false);

        Assert.Equal(double.PositiveInfinity, new Transport(Arcs.Nearest(instance, 3), 8).Cost(new bool[3]));
    }

    [Fact]
    public void A_cut_never_asks_more_of_a_set_than_it_costs_with_units_whole()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var instance = SmallCases.Draw(seed, 8, 4, null, tight: seed % 2 == 0);
            var random = new Random(seed);
            var arcs = Arcs.Nearest(instance, 4);
            double[] share = [.. Enumerable.Range(0, 4).Select(_ => random.NextDouble())];
            double[] prices = [.. Enumerable.Range(0, 8).Select(_ => random.NextDouble() * 60)];

            var cut = new RaiseCut(arcs).Run(share, prices, 500, 40);

            foreach (var (open, cost) in EverySet(instance))
            {
                Assert.True(cut.At(open) <= cost + 1e-6, $"seed {seed}: {cut.At(open)} for {cost}");
            }
        }
    }

    [Fact]
    public void Sets_are_found_until_none_is_left_below_the_cutoff()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var instance = SmallCases.Draw(seed, 8, 4, seed % 4 == 3 ? 2 : null, tight: seed % 2 == 0);
            var arcs = Arcs.Nearest(instance, 4);
            var cutoff = SmallCases.BruteForce(instance) + 60;
            if (double.IsInfinity(cutoff))
            {
                continue;
            }

            var meter = new Meter(new Budget(null), TestContext.Current.CancellationToken);
            var ascent = new Ascent(arcs, new Relaxation(arcs, 1), [.. Enumerable.Range(0, 8).Select(i => arcs.Cost[arcs.UnitStart[i]] + 10)]);
            ascent.Step(cutoff);

            var (sets, others) = FindByOpenSets.Sets(arcs, ascent, cutoff, 100, meter, () => false);

            Assert.True(others >= cutoff);
            foreach (var (open, cost) in EverySet(instance).Where(s => s.Cost < cutoff && (instance.OpenExactly ?? s.Open.Count(o => o)) == s.Open.Count(o => o)))
            {
                Assert.Contains(sets, s => s.Open.SequenceEqual(open) && s.Bound <= cost + 1e-6);
            }
        }
    }

    [Fact]
    public void Whole_units_are_bettered_within_a_set_until_they_cost_least()
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var instance = SmallCases.Draw(seed, 70, 6, 6, tight: true);
            bool[] open = [.. Enumerable.Repeat(true, 6)];
            var set = new OpenSet(instance, open, 0, 5_000);
            var exact = set.Attempt(set.Bound * 1.05, double.PositiveInfinity, 1_000_000)!;
            var least = EvaluateAssignment.Run(instance, exact, set.Facilities).Objective;

            var improve = new ImproveSet(instance, new OpenSet(instance, open, 0, least), Neighbourhood.Of(Arcs.Nearest(instance, 6), 8), (ulong)seed);
            improve.Run(least * 1.2, 1_500, () => double.PositiveInfinity, () => false);

            Assert.Equal(least, EvaluateAssignment.Run(instance, improve.Assign!, set.Facilities).Objective, 6);
        }
    }

    /// <summary>Every set of facilities with what it costs; infinite where it cannot hold the demand.</summary>
    private static IEnumerable<(bool[] Open, double Cost)> EverySet(LocationInstance instance)
    {
        for (var bits = 1; bits < 1 << instance.Facilities; bits++)
        {
            var chosen = Enumerable.Range(0, instance.Facilities).Where(j => (bits >> j & 1) == 1).ToList();
            var costs = CostTable.Of(SmallCases.Table(instance.Units, chosen.Count, (i, j) => instance.Cost(i, chosen[j])));
            var only = new LocationInstance(instance.Demands.ToArray(), [.. chosen.Select(instance.Facility)], costs, chosen.Count);
            yield return ([.. Enumerable.Range(0, instance.Facilities).Select(chosen.Contains)], SmallCases.BruteForce(only));
        }
    }
}
