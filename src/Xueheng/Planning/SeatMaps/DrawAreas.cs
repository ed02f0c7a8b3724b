using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Simplify;
using NetTopologySuite.Triangulate;
using Xueheng.Planning.Seats;

namespace Xueheng.Planning.SeatMaps;

/// <summary>How an area is drawn.</summary>
/// <param name="Shape">In degrees.</param>
/// <param name="Given">From a file; else a cell around its place, which is no boundary.</param>
public sealed record DrawnArea(Geometry Shape, bool Given)
{
    /// <summary>Rings of the shape, holes among them, with no more corners than are seen.</summary>
    /// <param name="finest">Degrees that are not seen.</param>
    public IEnumerable<IReadOnlyList<(double Longitude, double Latitude)>> Rings(double finest)
    {
        var seen = Given ? DouglasPeuckerSimplifier.Simplify(Shape, finest) : Shape;
        foreach (var polygon in Enumerable.Range(0, seen.NumGeometries).Select(seen.GetGeometryN).OfType<Polygon>().Where(p => !p.IsEmpty))
        {
            foreach (var ring in polygon.Holes.Prepend(polygon.Shell))
            {
                yield return [.. ring.Coordinates.Select(c => (c.X, c.Y))];
            }
        }
    }
}

/// <summary>
/// A shape for every area of a layout: its own where a file gives one, else the cell of a Voronoi diagram around its place, clipped to the hull of all places.
/// Areas at one place (children of one town who go to different schools) are set a little apart, so that each has a shape of its own.
/// </summary>
public static class DrawAreas
{
    /// <summary>Turn of a sunflower's next seed, radians.</summary>
    private const double Turn = 2.399963229728653;

    /// <summary>Farthest that areas at one place are set apart, degrees: about a kilometre and a half.</summary>
    private const double Widest = 0.014;

    /// <returns>Of the areas somebody lives in.</returns>
    public static IReadOnlyList<DrawnArea> Run(SeatLayout kept)
    {
        var layout = kept with { Areas = [.. kept.Areas.Take(kept.Lived)] };
        if (layout.Areas.Count == 0)
        {
            return [];
        }

        // Degrees of longitude are made as wide as those of latitude, so that cells are as they look.
        var narrow = Math.Cos(layout.Areas.Average(a => a.Latitude) * Math.PI / 180);
        var drawn = new Geometry?[layout.Areas.Count];
        var given = new List<Geometry>();
        foreach (var group in layout.Areas.Index().Where(a => a.Item.Shape is { } s && layout.Shapes[s].Polygon is not null).GroupBy(a => a.Item.Shape!.Value))
        {
            var shape = Scaled(GeoJson.Read(layout.Shapes[group.Key].Polygon!), narrow);
            given.Add(shape);
            Divide(shape, [.. group.Select(a => a.Index)], drawn);
        }

        List<int> left = [.. Enumerable.Range(0, drawn.Length).Where(a => drawn[a] is null)];
        if (left.Count > 0)
        {
            var hull = Hull(layout, narrow);
            Cells(left, [.. Spread(layout, left, narrow)], given.Count == 0 ? hull : hull.Difference(UnaryUnionOp.Union(given)), drawn);
        }

        return [.. layout.Areas.Select((a, i) => new DrawnArea(Scaled(drawn[i]!, 1 / narrow), a.Shape is { } s && layout.Shapes[s].Polygon is not null))];
    }

    private static Geometry Hull(SeatLayout layout, double narrow) => GeoJson.Factory
        .CreateMultiPointFromCoords([.. layout.Areas.Select(a => new Coordinate(a.Longitude * narrow, a.Latitude)), .. layout.Sites.Select(s => new Coordinate(s.Longitude * narrow, s.Latitude))])
        .ConvexHull().Buffer(0.02, 4);

    /// <summary>One shape for several areas: set apart within the largest circle in it.</summary>
    private static void Divide(Geometry shape, List<int> areas, Geometry?[] drawn)
    {
        if (areas.Count == 1)
        {
            drawn[areas[0]] = shape;
            return;
        }

        var radius = MaximumInscribedCircle.GetRadiusLine(shape, Math.Sqrt(shape.Area) / 200);
        Cells(areas, [.. Sunflower(radius.Coordinates[0], radius.Length * 0.9, areas.Count)], shape, drawn);
    }

    /// <summary>Places as they are; those that are one place are set apart, not farther than halfway to the next.</summary>
    private static IEnumerable<Coordinate> Spread(SeatLayout layout, List<int> areas, double narrow)
    {
        Coordinate[] at = [.. areas.Select(a => new Coordinate(layout.Areas[a].Longitude * narrow, layout.Areas[a].Latitude))];
        var places = at.GroupBy(c => (c.X, c.Y)).ToDictionary(g => g.Key, g => new Queue<Coordinate>());
        foreach (var (key, apart) in places)
        {
            var middle = new Coordinate(key.X, key.Y);
            var next = places.Keys.Where(k => k != key).Select(k => new Coordinate(k.X, k.Y).Distance(middle)).DefaultIfEmpty(Widest).Min();
            var many = at.Count(c => c.X == key.X && c.Y == key.Y);
            foreach (var c in many == 1 ? [middle] : Sunflower(middle, Math.Min(Widest, next * 0.45), many))
            {
                apart.Enqueue(c);
            }
        }

        return at.Select(c => places[(c.X, c.Y)].Dequeue());
    }

    private static IEnumerable<Coordinate> Sunflower(Coordinate middle, double radius, int many) => Enumerable.Range(0, many).Select(i =>
    {
        var (far, turned) = (radius * Math.Sqrt((i + 0.5) / many), i * Turn);
        return new Coordinate(middle.X + (far * Math.Cos(turned)), middle.Y + (far * Math.Sin(turned)));
    });

    private static void Cells(List<int> areas, Coordinate[] at, Geometry within, Geometry?[] drawn)
    {
        if (areas.Count == 1)
        {
            drawn[areas[0]] = within;
            return;
        }

        var builder = new VoronoiDiagramBuilder { ClipEnvelope = Wider(within.EnvelopeInternal, at) };
        builder.SetSites(at);
        foreach (var cell in (GeometryCollection)builder.GetDiagram(GeoJson.Factory))
        {
            // A cell carries the place it is around; two places nearer than can be told apart share one.
            var site = (Coordinate)cell.UserData;
            for (var i = 0; i < at.Length; i++)
            {
                if (drawn[areas[i]] is null && at[i].Equals2D(site, 1e-9))
                {
                    drawn[areas[i]] = cell.Intersection(within) is { IsEmpty: false } clipped ? clipped : GeoJson.Factory.CreatePoint(site).Buffer(0.002, 4);
                }
            }
        }

        for (var i = 0; i < at.Length; i++)
        {
            drawn[areas[i]] ??= GeoJson.Factory.CreatePoint(at[i]).Buffer(0.002, 4);
        }
    }

    private static Envelope Wider(Envelope around, Coordinate[] at)
    {
        var all = new Envelope(around);
        foreach (var c in at)
        {
            all.ExpandToInclude(c);
        }

        all.ExpandBy(0.1);
        return all;
    }

    private static Geometry Scaled(Geometry shape, double by)
    {
        var copy = shape.Copy();
        copy.Apply(new Widen(by));
        copy.GeometryChanged();
        return copy;
    }

    private sealed class Widen(double by) : ICoordinateFilter
    {
        public void Filter(Coordinate coord) => coord.X *= by;
    }
}
