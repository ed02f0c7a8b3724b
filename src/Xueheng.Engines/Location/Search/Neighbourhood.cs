using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.Search;

/// <summary>What a search looks at around each unit: the units near it and the facilities near it.</summary>
internal sealed class Neighbourhood
{
    private Neighbourhood(Arcs arcs, int[] near, int width) => (Arcs, Near, Width) = (arcs, near, width);

    public Arcs Arcs { get; }

    /// <summary>The units near unit i are <c>Near[i × Width .. (i + 1) × Width]</c>, nearest first.</summary>
    public int[] Near { get; }

    public int Width { get; }

    /// <param name="width">How many near units to keep; fewer where there are fewer.</param>
    public static Neighbourhood Of(Arcs arcs, int width)
    {
        var instance = arcs.Instance;
        var n = instance.Units;
        var kept = Math.Min(width, n - 1);
        var near = new int[n * kept];
        var (keys, items) = (new double[n], new int[n]);
        for (var i = 0; i < n && kept > 0; i++)
        {
            for (var k = 0; k < n; k++)
            {
                (keys[k], items[k]) = (k == i ? double.PositiveInfinity : Apart(instance, arcs, i, k), k);
            }

            Smallest.ToFront(keys, items, kept);
            Array.Sort(keys, items, 0, kept);
            items.AsSpan(0, kept).CopyTo(near.AsSpan(i * kept));
        }

        return new Neighbourhood(arcs, near, kept);
    }

    /// <summary>The distance of two units; where places are not known, how unlike their costs to the facilities nearest the first are.</summary>
    private static double Apart(LocationInstance instance, Arcs arcs, int i, int k)
    {
        if (instance.Places.Length > 0)
        {
            return instance.Places[i].DistanceTo(instance.Places[k]);
        }

        var sum = 0.0;
        for (var a = arcs.UnitStart[i]; a < Math.Min(arcs.UnitStart[i] + 5, arcs.UnitStart[i + 1]); a++)
        {
            sum += Math.Abs(arcs.Cost[a] - instance.Cost(k, arcs.Facility[a]));
        }

        return sum;
    }
}
