using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.Search;

/// <summary>A place to start: facilities spread over the map, each unit at the nearest.</summary>
internal static class FirstAnswer
{
    /// <summary>More capacity than demand by this factor is opened where the number is free.</summary>
    private const double Spare = 1.15;

    public static bool[] Open(LocationInstance instance, Draw draw)
    {
        var open = new bool[instance.Facilities];
        if (instance.OpenExactly == instance.Facilities)
        {
            Array.Fill(open, true);
            return open;
        }

        var nearest = new double[instance.Units];
        Array.Fill(nearest, double.PositiveInfinity);
        var (capacity, count) = (0L, 0);
        var next = draw.Below(instance.Facilities);
        while (next >= 0)
        {
            open[next] = true;
            capacity += instance.Capacity(next);
            count++;
            for (var i = 0; i < instance.Units; i++)
            {
                nearest[i] = Math.Min(nearest[i], instance.Cost(i, next));
            }

            next = Enough(instance, count, capacity) ? -1 : Next(instance, open, nearest, draw);
        }

        return open;
    }

    public static int[] Nearest(LocationInstance instance, Arcs arcs, bool[] open)
    {
        var assign = new int[instance.Units];
        for (var i = 0; i < assign.Length; i++)
        {
            var a = arcs.UnitStart[i];
            while (a < arcs.UnitStart[i + 1] && !open[arcs.Facility[a]])
            {
                a++;
            }

            assign[i] = a < arcs.UnitStart[i + 1] ? arcs.Facility[a] : Search(instance, i, open);
        }

        return assign;
    }

    private static bool Enough(LocationInstance instance, int count, long capacity) => instance.OpenExactly is { } p
        ? count >= p
        : count >= instance.Facilities || capacity >= instance.TotalDemand * Spare;

    /// <summary>A unit drawn the likelier the farther it is from what is open; the closed facility nearest to it.</summary>
    private static int Next(LocationInstance instance, bool[] open, double[] nearest, Draw draw)
    {
        var at = draw.Unit() * nearest.Sum();
        var unit = 0;
        while (unit < nearest.Length - 1 && at >= nearest[unit])
        {
            at -= nearest[unit++];
        }

        var (best, cost) = (-1, double.PositiveInfinity);
        for (var j = 0; j < open.Length; j++)
        {
            if (!open[j] && instance.Cost(unit, j) < cost)
            {
                (best, cost) = (j, instance.Cost(unit, j));
            }
        }

        return best;
    }

    private static int Search(LocationInstance instance, int unit, bool[] open)
    {
        var (best, cost) = (-1, double.PositiveInfinity);
        for (var j = 0; j < open.Length; j++)
        {
            if (open[j] && instance.Cost(unit, j) < cost)
            {
                (best, cost) = (j, instance.Cost(unit, j));
            }
        }

        return best;
    }
}
