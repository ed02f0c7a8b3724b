using NetTopologySuite.Geometries;
using Xueheng.Planning.Seats;

namespace Xueheng.Planning.SeatMaps;

/// <summary>Which areas lie beside one another, by the shapes of a file, and which one each school stands in.</summary>
/// <param name="Beside">Of each area, symmetric.</param>
/// <param name="StandsIn">An area for each site.</param>
public sealed record AreaNeighbours(IReadOnlyList<IReadOnlyList<int>> Beside, IReadOnlyList<int> StandsIn)
{
    /// <summary>Boundaries drawn apart by less than this are one, degrees: about thirty metres.</summary>
    private const double Slack = 0.0003;

    /// <param name="shapes">One polygon at least.</param>
    internal static AreaNeighbours Of(IReadOnlyList<SeatArea> areas, IReadOnlyList<SeatSite> sites, IReadOnlyList<AreaShape> shapes)
    {
        Geometry?[] polygons = [.. shapes.Select(s => s.Polygon is { } text ? GeoJson.Read(text) : null)];
        int[] shapeOf = [.. areas.Select(a => a.Shape is { } s && polygons[s] is not null ? s : -1)];
        var meet = Meeting(polygons);
        int[] standsIn = [.. sites.Select((site, j) => StandsAt(site, j, areas, shapeOf, polygons))];
        var beside = areas.Select(_ => new SortedSet<int>()).ToList();
        for (var a = 0; a < areas.Count; a++)
        {
            for (var b = a + 1; b < areas.Count; b++)
            {
                if (shapeOf[a] >= 0 && shapeOf[b] >= 0 && (shapeOf[a] == shapeOf[b] || meet.Contains((Math.Min(shapeOf[a], shapeOf[b]), Math.Max(shapeOf[a], shapeOf[b])))))
                {
                    Join(a, b);
                }
            }

            // Nothing is known of where children without a shape live, so nothing is held against them.
            foreach (var at in shapeOf[a] < 0 ? standsIn : [])
            {
                Join(a, at);
            }
        }

        return new AreaNeighbours([.. beside.Select(b => b.ToArray())], standsIn);

        void Join(int one, int other)
        {
            if (one != other)
            {
                beside[one].Add(other);
                beside[other].Add(one);
            }
        }
    }

    /// <summary>Of the shape a site is in or nearest to: the area that goes to it, else the first.</summary>
    private static int StandsAt(SeatSite site, int j, IReadOnlyList<SeatArea> areas, int[] shapeOf, Geometry?[] polygons)
    {
        var at = GeoJson.Factory.CreatePoint(new Coordinate(site.Longitude, site.Latitude));
        var nearest = shapeOf.Where(s => s >= 0).Distinct().MinBy(s => polygons[s]!.Distance(at));
        var there = Enumerable.Range(0, areas.Count).Where(a => shapeOf[a] == nearest).ToList();
        return there.Where(a => areas[a].Zone == j).Append(there[0]).First();
    }

    /// <summary>Pairs of polygons that meet, the smaller index first.</summary>
    private static HashSet<(int One, int Other)> Meeting(Geometry?[] polygons)
    {
        var pairs = new HashSet<(int, int)>();
        for (var i = 0; i < polygons.Length; i++)
        {
            for (var j = i + 1; j < polygons.Length; j++)
            {
                if (polygons[i] is { } one && polygons[j] is { } other && one.EnvelopeInternal.Distance(other.EnvelopeInternal) <= Slack && one.IsWithinDistance(other, Slack))
                {
                    pairs.Add((i, j));
                }
            }
        }

        return pairs;
    }
}
