using Xueheng.Engines.Location;
using Xueheng.Engines.Location.Lagrange;
using Xueheng.Engines.Location.OpenSets;

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
}
