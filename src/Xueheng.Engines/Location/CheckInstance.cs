namespace Xueheng.Engines.Location;

/// <summary>What makes an instance unsolvable on its face; said before any solving.</summary>
public static class CheckInstance
{
    /// <param name="lines">The line of each unit in its file; null when there is no file.</param>
    /// <returns>The first thing that is wrong; null when nothing shows.</returns>
    public static LocationFault? Run(LocationInstance instance, IReadOnlyList<int>? lines = null)
    {
        ArgumentNullException.ThrowIfNull(instance);
        int? Line(int unit) => lines?[unit];

        if (instance.Units == 0)
        {
            return new LocationFault("XH6002", null, "没有一个需求点，没有可算的");
        }

        if (instance.OpenExactly is { } p && (p < 1 || p > instance.Facilities))
        {
            return new LocationFault("XH6006", null, $"要开放 {p} 处，而可选的有 {instance.Facilities} 处，请把 p 改为 1 到 {instance.Facilities}");
        }

        var capacities = Enumerable.Range(0, instance.Facilities).Select(instance.Capacity).OrderDescending().ToList();
        for (var i = 0; i < instance.Units; i++)
        {
            if (instance.Demand(i) > capacities[0])
            {
                return new LocationFault("XH6007", Line(i), $"需求量 {instance.Demand(i)} 比最大的容量 {capacities[0]} 还大，没有一处容得下，请拆开或扩容");
            }
        }

        var most = capacities.Take(instance.OpenExactly ?? instance.Facilities).Sum(c => (long)c);
        if (instance.TotalDemand > most)
        {
            return instance.OpenExactly is { } opened && opened < instance.Facilities
                ? new LocationFault("XH6006", null, $"总需求 {instance.TotalDemand} 超过容量最大的 {opened} 处之和 {most}，请增大 p 或扩容")
                : new LocationFault("XH6005", null, $"总需求 {instance.TotalDemand} 超过总容量 {most}，请增加学位或减少需求");
        }

        if (instance.AsksConnectedAreas && Unreachable(instance) is { } far)
        {
            return new LocationFault("XH6010", Line(far), "这里与任何一所学校都不相连，没有学校能把它划进相连的片区，请补上相邻关系");
        }

        return null;
    }

    /// <summary>A unit that no facility's site reaches through neighbours.</summary>
    private static int? Unreachable(LocationInstance instance)
    {
        var reached = new bool[instance.Units];
        var queue = new Queue<int>(Enumerable.Range(0, instance.Facilities).Select(j => instance.Facility(j).Site).Where(s => s >= 0).Distinct());
        foreach (var site in queue)
        {
            reached[site] = true;
        }

        while (queue.TryDequeue(out var unit))
        {
            foreach (var next in instance.Neighbours(unit))
            {
                if (!reached[next])
                {
                    reached[next] = true;
                    queue.Enqueue(next);
                }
            }
        }

        return Array.IndexOf(reached, false) is >= 0 and var at ? at : null;
    }
}
