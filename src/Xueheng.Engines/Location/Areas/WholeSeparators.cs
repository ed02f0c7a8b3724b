namespace Xueheng.Engines.Location.Areas;

/// <summary>What parts units from their sites in an assignment whose areas do not hang together.</summary>
internal static class WholeSeparators
{
    private const int MostOfPart = 8;

    /// <param name="assign">The facility of each unit; −1 for units that are not looked at.</param>
    /// <param name="allowed">Whether a unit may be in a facility's area at all.</param>
    /// <returns>None when every area hangs together.</returns>
    public static List<Separator> Find(LocationInstance instance, int[] assign, Func<int, int, bool> allowed)
    {
        var (found, reached) = (new List<Separator>(), new bool[instance.Units]);
        for (var j = 0; j < instance.Facilities; j++)
        {
            if (instance.Facility(j).Site is >= 0 and var site && assign[site] == j)
            {
                Part(instance, site, reached, k => assign[k] == j);
            }
        }

        for (var i = 0; i < assign.Length; i++)
        {
            if (assign[i] >= 0 && !reached[i])
            {
                var j = assign[i];
                var part = Part(instance, i, reached, k => assign[k] == j);
                var parting = Parting(instance, part, j, allowed);
                found.AddRange(part.Take(MostOfPart).Select(unit => new Separator(unit, j, parting)));
            }
        }

        return found;
    }

    /// <summary>The units around a part that are needed to part it from the site.</summary>
    public static int[] Parting(LocationInstance instance, List<int> part, int facility, Func<int, int, bool> allowed)
    {
        var (inside, around) = (part.ToHashSet(), new HashSet<int>());
        foreach (var unit in part)
        {
            foreach (var next in instance.Neighbours(unit))
            {
                if (!inside.Contains(next) && allowed(next, facility))
                {
                    around.Add(next);
                }
            }
        }

        var site = instance.Facility(facility).Site;
        if (around.Contains(site))
        {
            return [site];
        }

        var (needed, seen) = (new SortedSet<int>(), new bool[instance.Units]);
        foreach (var unit in Part(instance, site, seen, k => !around.Contains(k) && allowed(k, facility)))
        {
            foreach (var next in instance.Neighbours(unit))
            {
                if (around.Contains(next))
                {
                    needed.Add(next);
                }
            }
        }

        return [.. needed];
    }

    private static List<int> Part(LocationInstance instance, int from, bool[] reached, Func<int, bool> among)
    {
        var part = new List<int> { from };
        reached[from] = true;
        for (var at = 0; at < part.Count; at++)
        {
            foreach (var next in instance.Neighbours(part[at]))
            {
                if (!reached[next] && among(next))
                {
                    reached[next] = true;
                    part.Add(next);
                }
            }
        }

        return part;
    }
}
