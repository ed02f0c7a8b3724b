using Xueheng.Engines.Location;

namespace Xueheng.Engines.Tests.Location;

/// <summary>Random instances small enough to try every assignment.</summary>
internal static class SmallCases
{
    /// <param name="p">How many to open; null leaves it to fixed costs.</param>
    public static LocationInstance Draw(int seed, int units, int facilities, int? p, bool tight = true)
    {
        var random = new Random(seed);
        Point[] places = [.. Enumerable.Range(0, units).Select(_ => new Point(random.Next(100), random.Next(100)))];
        int[] demands = [.. Enumerable.Range(0, units).Select(_ => random.Next(10))];
        var each = (demands.Sum() / (p ?? Math.Max(1, facilities / 2))) + (tight ? 4 : 30);
        Facility[] sites = [.. Enumerable.Range(0, facilities).Select(j => new Facility(j, each + random.Next(6), p is null ? random.Next(200) : 0))];
        var costs = CostTable.Between(places, [.. sites.Select(f => places[f.Site])], [.. demands.Select(d => p is null ? d / 10.0 : 1.0)]);
        return new LocationInstance(demands, sites, costs, p, places);
    }

    /// <summary>Least cost over every assignment; infinite when none is within the capacities.</summary>
    public static double BruteForce(LocationInstance instance)
    {
        var best = double.PositiveInfinity;
        var (load, used) = (new int[instance.Facilities], new int[instance.Facilities]);
        var most = instance.OpenExactly ?? instance.Facilities;

        void Try(int unit, double cost, int open)
        {
            if (cost >= best || open > most)
            {
                return;
            }

            if (unit == instance.Units)
            {
                // Facilities still to be opened take nobody: the cheapest of those left.
                var rest = instance.OpenExactly is { } p ? Enumerable.Range(0, instance.Facilities).Where(j => used[j] == 0).Select(instance.FixedCost).Order().Take(p - open).Sum() : 0;
                best = Math.Min(best, cost + rest);
                return;
            }

            for (var j = 0; j < instance.Facilities; j++)
            {
                if (load[j] + instance.Demand(unit) <= instance.Capacity(j))
                {
                    load[j] += instance.Demand(unit);
                    used[j]++;
                    Try(unit + 1, cost + instance.Cost(unit, j) + (used[j] == 1 ? instance.FixedCost(j) : 0), open + (used[j] == 1 ? 1 : 0));
                    used[j]--;
                    load[j] -= instance.Demand(unit);
                }
            }
        }

        Try(0, 0, 0);
        return best;
    }

    public static double[,] Table(int rows, int columns, Func<int, int, double> value)
    {
        var table = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                table[i, j] = value(i, j);
            }
        }

        return table;
    }
}
