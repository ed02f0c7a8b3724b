namespace Xueheng.Engines.Location.Lagrange;

/// <summary>
/// The pairs of unit and facility worth looking at, each unit's in order of cost, and the same by facility. Where a unit's far facilities
/// are left out, <see cref="Reach"/> says what the nearest of those would cost: a multiplier held below it gives a bound of the whole instance.
/// </summary>
internal sealed class Arcs
{
    private Arcs(LocationInstance instance, int[] unitStart, int[] facility, double[] cost, double[] reach)
    {
        (Instance, UnitStart, Facility, Cost, Reach) = (instance, unitStart, facility, cost, reach);
        FacilityStart = new int[instance.Facilities + 1];
        foreach (var j in facility)
        {
            FacilityStart[j + 1]++;
        }

        for (var j = 0; j < instance.Facilities; j++)
        {
            FacilityStart[j + 1] += FacilityStart[j];
        }

        var next = FacilityStart.AsSpan(0, instance.Facilities).ToArray();
        (OfFacility, Unit) = (new int[facility.Length], new int[facility.Length]);
        for (var i = 0; i < instance.Units; i++)
        {
            for (var a = unitStart[i]; a < unitStart[i + 1]; a++)
            {
                Unit[a] = i;
                OfFacility[next[facility[a]]++] = a;
            }
        }
    }

    public LocationInstance Instance { get; }

    /// <summary>Arcs of unit i are <c>UnitStart[i] .. UnitStart[i + 1]</c>, cheapest first.</summary>
    public int[] UnitStart { get; }

    public int[] Facility { get; }

    public int[] Unit { get; }

    public double[] Cost { get; }

    /// <summary>Arcs of facility j are those at <c>OfFacility[FacilityStart[j] .. FacilityStart[j + 1]]</c>.</summary>
    public int[] FacilityStart { get; }

    public int[] OfFacility { get; }

    /// <summary>Cost of the cheapest facility left out, for each unit; infinite where none is.</summary>
    public double[] Reach { get; }

    public int Count => Facility.Length;

    /// <summary>The <paramref name="most"/> cheapest facilities of each unit.</summary>
    public static Arcs Nearest(LocationInstance instance, int most)
    {
        var (n, m) = (instance.Units, instance.Facilities);
        var kept = Math.Min(most, m);
        var start = Enumerable.Range(0, n + 1).Select(i => i * kept).ToArray();
        var (facility, cost, reach) = (new int[n * kept], new double[n * kept], new double[n]);
        var (keys, all) = (new double[m], new int[m]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < m; j++)
            {
                (keys[j], all[j]) = (instance.Cost(i, j), j);
            }

            if (kept < m)
            {
                Smallest.ToFront(keys, all, kept);
            }

            Array.Sort(keys, all, 0, kept);
            SettleTies(keys, all, kept);
            Array.Copy(all, 0, facility, start[i], kept);
            Array.Copy(keys, 0, cost, start[i], kept);
            reach[i] = double.PositiveInfinity;
            for (var j = kept; j < m; j++)
            {
                reach[i] = Math.Min(reach[i], keys[j]);
            }
        }

        return new Arcs(instance, start, facility, cost, reach);
    }

    /// <summary>Only the arcs that are left: of facilities not closed, and not banned.</summary>
    public static Arcs Left(Arcs from, Relaxation relaxation)
    {
        var n = from.Instance.Units;
        var (start, facility, cost, reach) = (new int[n + 1], new List<int>(), new List<double>(), new double[n]);
        for (var i = 0; i < n; i++)
        {
            for (var a = from.UnitStart[i]; a < from.UnitStart[i + 1]; a++)
            {
                if (!relaxation.Banned[a] && relaxation.Forced[from.Facility[a]] >= 0)
                {
                    facility.Add(from.Facility[a]);
                    cost.Add(from.Cost[a]);
                }
            }

            (start[i + 1], reach[i]) = (facility.Count, double.PositiveInfinity);
        }

        return new Arcs(from.Instance, start, [.. facility], [.. cost], reach);
    }

    /// <summary>Equal costs by number, so that every run sees the same order.</summary>
    private static void SettleTies(double[] keys, int[] all, int count)
    {
        for (var a = 0; a < count;)
        {
            var b = a + 1;
            while (b < count && keys[b] == keys[a])
            {
                b++;
            }

            Array.Sort(all, a, b - a);
            a = b;
        }
    }
}
