using Xueheng.Engines.Location;

namespace Xueheng.Engines.Tests.Location.Areas;

/// <summary>Random instances with neighbours, small enough to try every assignment.</summary>
internal static class SmallAreas
{
    /// <param name="open">How many are open; null leaves it to fixed costs.</param>
    public static LocationInstance Draw(int seed, int width, int height, int facilities, int? open, int spare = 5)
    {
        var random = new Random(seed);
        var n = width * height;
        Point[] places = [.. Enumerable.Range(0, n).Select(i => new Point((i % width * 10) + random.Next(8), (i / width * 10) + random.Next(8)))];
        int[] demands = [.. Enumerable.Range(0, n).Select(_ => 1 + random.Next(9))];
        var each = (demands.Sum() / (open ?? Math.Max(1, facilities / 2))) + spare;
        int[] sites = [.. Enumerable.Range(0, n).OrderBy(_ => random.Next()).Take(facilities)];
        Facility[] schools = [.. sites.Select(s => new Facility(s, each + random.Next(5), open == facilities ? 0 : random.Next(300)))];
        var costs = CostTable.Between(places, [.. sites.Select(s => places[s])], [.. demands.Select(d => (double)d)]);
        var beside = Enumerable.Range(0, n).Select(_ => new SortedSet<int>()).ToArray();
        for (var i = 0; i < n; i++)
        {
            foreach (var k in new[] { i % width < width - 1 ? i + 1 : -1, i + width < n ? i + width : -1 }.Where(k => k >= 0 && random.Next(6) > 0))
            {
                beside[i].Add(k);
                beside[k].Add(i);
            }
        }

        return new LocationInstance(demands, schools, costs, open, places, [.. beside.Select(b => b.ToArray())]);
    }

    /// <summary>The first from a seed on in which every unit can be reached.</summary>
    public static LocationInstance Sound(int seed, int width, int height, int facilities, int? open, int spare) =>
        Enumerable.Range(seed, 1_000).Select(s => Draw(s, width, height, facilities, open, spare)).First(i => CheckInstance.Run(i) is null);

    public static LocationInstance With(LocationInstance from, IReadOnlyList<Facility>? facilities = null, IReadOnlyList<IReadOnlyList<int>>? neighbours = null) => new(
        from.Demands.ToArray(), facilities ?? [.. Enumerable.Range(0, from.Facilities).Select(from.Facility)], from.Costs, from.OpenExactly, from.Places.ToArray(),
        neighbours ?? [.. Enumerable.Range(0, from.Units).Select(i => from.Neighbours(i).ToArray())]);

    public static LocationInstance WithoutConnection(LocationInstance from) => new(
        from.Demands.ToArray(), [.. Enumerable.Range(0, from.Facilities).Select(from.Facility)], from.Costs, from.OpenExactly, from.Places.ToArray());

    /// <summary>Least cost over every assignment within capacities whose areas hang together; infinite when there is none.</summary>
    public static double BruteForce(LocationInstance instance)
    {
        var (best, assign, load) = (double.PositiveInfinity, new int[instance.Units], new int[instance.Facilities]);

        void Try(int unit, double cost)
        {
            if (cost >= best)
            {
                return;
            }

            if (unit == instance.Units)
            {
                var used = assign.Distinct().ToList();
                var idle = Enumerable.Range(0, instance.Facilities).Except(used).Select(instance.FixedCost).Order().Take((instance.OpenExactly ?? used.Count) - used.Count).Sum();
                var total = cost + used.Sum(instance.FixedCost) + idle;
                if (used.Count <= (instance.OpenExactly ?? used.Count) && total < best && ConnectedAreas.Apart(instance, assign).Count == 0)
                {
                    best = total;
                }

                return;
            }

            for (var j = 0; j < instance.Facilities; j++)
            {
                if (load[j] + instance.Demand(unit) <= instance.Capacity(j))
                {
                    load[j] += instance.Demand(unit);
                    assign[unit] = j;
                    Try(unit + 1, cost + instance.Cost(unit, j));
                    load[j] -= instance.Demand(unit);
                }
            }
        }

        Try(0, 0);
        return best;
    }
}
