namespace Xueheng.Engines.Location.Areas;

/// <summary>Areas grown from the sites, each unit to where it costs least more than at its cheapest, within capacities as long as that goes.</summary>
internal static class FirstAreas
{
    /// <param name="open">The facilities that may serve.</param>
    /// <param name="kept">Where given, units stay where they are as far as they hang together with the site there.</param>
    /// <returns>Areas that hang together, perhaps over capacity; null when some unit is reached by none.</returns>
    public static int[]? Grow(LocationInstance instance, bool[] open, int[]? kept = null)
    {
        var n = instance.Units;
        var (assign, load, least) = (new int[n], new long[instance.Facilities], new double[n]);
        Array.Fill(assign, -1);
        for (var i = 0; i < n; i++)
        {
            least[i] = Enumerable.Range(0, open.Length).Where(j => open[j]).Select(j => instance.Cost(i, j)).DefaultIfEmpty().Min();
        }

        var (queue, late) = (new PriorityQueue<(int Unit, int Facility), (double, int)>(), new PriorityQueue<(int Unit, int Facility), (double, int)>());
        void Take(int unit, int facility)
        {
            assign[unit] = facility;
            load[facility] += instance.Demand(unit);
            foreach (var next in instance.Neighbours(unit))
            {
                if (assign[next] < 0)
                {
                    queue.Enqueue((next, facility), (instance.Cost(next, facility) - least[next], (next * open.Length) + facility));
                }
            }
        }

        for (var j = 0; j < open.Length; j++)
        {
            if (open[j] && instance.Facility(j).Site is >= 0 and var site && assign[site] < 0 && instance.Demand(site) <= instance.Capacity(j))
            {
                Take(site, j);
            }
        }

        foreach (var unit in kept is null ? [] : Hanging(instance, kept, open))
        {
            if (assign[unit] < 0)
            {
                Take(unit, kept![unit]);
            }
        }

        while (queue.Count > 0 || late.Count > 0)
        {
            if (queue.TryDequeue(out var next, out _))
            {
                var over = load[next.Facility] + instance.Demand(next.Unit) - instance.Capacity(next.Facility);
                if (assign[next.Unit] < 0 && over > 0)
                {
                    late.Enqueue(next, (over, (next.Unit * open.Length) + next.Facility));
                }
                else if (assign[next.Unit] < 0)
                {
                    Take(next.Unit, next.Facility);
                }
            }
            else if (late.TryDequeue(out next, out _) && assign[next.Unit] < 0)
            {
                Take(next.Unit, next.Facility);
            }
        }

        return assign.Contains(-1) ? null : assign;
    }

    private static IEnumerable<int> Hanging(LocationInstance instance, int[] kept, bool[] open)
    {
        var apart = ConnectedAreas.Apart(instance, kept).ToHashSet();
        return Enumerable.Range(0, kept.Length).Where(i => open[kept[i]] && !apart.Contains(i));
    }
}
