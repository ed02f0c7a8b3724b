namespace Xueheng.Engines.Location;

/// <summary>Whether the units of each facility hang together with its site.</summary>
public static class ConnectedAreas
{
    /// <summary>The units that cannot be reached from the site of their facility through units of the same facility.</summary>
    /// <remarks>A facility that serves nobody has no area; one that serves anybody must serve the unit it stands at.</remarks>
    public static IReadOnlyList<int> Apart(LocationInstance instance, IReadOnlyList<int> assign)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var reached = new bool[instance.Units];
        var queue = new Queue<int>();
        for (var j = 0; j < instance.Facilities; j++)
        {
            var site = instance.Facility(j).Site;
            if (site >= 0 && assign[site] == j && !reached[site])
            {
                reached[site] = true;
                queue.Enqueue(site);
            }
        }

        while (queue.TryDequeue(out var unit))
        {
            foreach (var next in instance.Neighbours(unit))
            {
                if (!reached[next] && assign[next] == assign[unit])
                {
                    reached[next] = true;
                    queue.Enqueue(next);
                }
            }
        }

        return [.. Enumerable.Range(0, instance.Units).Where(i => !reached[i])];
    }
}
