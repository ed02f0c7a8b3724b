using NetTopologySuite.Geometries;
using Xueheng.Planning.Seats;

namespace Xueheng.Planning.SeatMaps;

/// <summary>
/// Which areas lie beside one another, by the shapes of a file, and which one each school stands in. What lies apart from its school today may stay with it, as who goes too far already may.
/// </summary>
/// <param name="Beside">Of each area, symmetric.</param>
/// <param name="StandsIn">The ground of each site.</param>
public sealed record AreaNeighbours(IReadOnlyList<IReadOnlyList<int>> Beside, IReadOnlyList<int> StandsIn)
{
    /// <summary>Boundaries drawn apart by less than this are one, degrees: about thirty metres.</summary>
    private const double Slack = 0.0003;

    /// <summary>The ground of each site: of the polygon it is in or nearest to.</summary>
    /// <param name="shapes">One polygon at least.</param>
    internal static IEnumerable<SeatArea> Grounds(IReadOnlyList<SeatSite> sites, IReadOnlyList<AreaShape> shapes, int years)
    {
        var polygons = shapes.Index().Where(s => s.Item.Polygon is not null).Select(s => (s.Index, Shape: GeoJson.Read(s.Item.Polygon!))).ToList();
        foreach (var (j, site) in sites.Index())
        {
            var at = GeoJson.Factory.CreatePoint(new Coordinate(site.Longitude, site.Latitude));
            yield return new SeatArea($"#{site.Id}", "", j, site.Longitude, site.Latitude, new int[years], polygons.MinBy(p => p.Shape.Distance(at)).Index, Ground: true);
        }
    }

    /// <param name="areas">Grounds of all sites among them.</param>
    internal static AreaNeighbours Of(IReadOnlyList<SeatArea> areas, IReadOnlyList<AreaShape> shapes)
    {
        Geometry?[] polygons = [.. shapes.Select(s => s.Polygon is { } text ? GeoJson.Read(text) : null)];
        int[] shapeOf = [.. areas.Select(a => a.Shape is { } s && polygons[s] is not null ? s : -1)];
        var meet = Meeting(polygons);
        int[] standsIn = [.. areas.Index().Where(a => a.Item.Ground).OrderBy(a => a.Item.Zone).Select(a => a.Index)];
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

        foreach (var (a, at) in ApartToday(areas, beside, standsIn))
        {
            Join(a, at);
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

    /// <summary>Areas that do not hang together with the ground their school stands on, with that ground.</summary>
    private static List<(int Area, int At)> ApartToday(IReadOnlyList<SeatArea> areas, List<SortedSet<int>> beside, int[] standsIn)
    {
        var reached = new HashSet<int>(standsIn);
        var next = new Queue<int>(reached);
        while (next.TryDequeue(out var at))
        {
            foreach (var a in beside[at].Where(a => areas[a].Zone == areas[at].Zone && reached.Add(a)))
            {
                next.Enqueue(a);
            }
        }

        return [.. Enumerable.Range(0, areas.Count).Where(a => !reached.Contains(a)).Select(a => (a, standsIn[areas[a].Zone]))];
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
