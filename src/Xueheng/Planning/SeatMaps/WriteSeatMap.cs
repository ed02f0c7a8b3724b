using System.Text.Json;
using NetTopologySuite.Geometries;
using Xueheng.Engines.Seats;
using Xueheng.Planning.Seats;

namespace Xueheng.Planning.SeatMaps;

/// <summary>A plan of seats as GeoJSON: every area with its schools by year, every school with its children and seats by year.</summary>
public static class WriteSeatMap
{
    internal const string School = "school";

    public static void Run(SeatLayout layout, Stream to)
    {
        using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = ContractJson.Options.Encoder });
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        var problem = layout.Problem();
        var drawn = DrawAreas.Run(layout);
        for (var a = 0; a < drawn.Count; a++)
        {
            Area(writer, layout, problem, a, drawn[a]);
        }

        for (var j = 0; j < layout.Sites.Count; j++)
        {
            Site(writer, layout, problem, j);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Area(Utf8JsonWriter writer, SeatLayout layout, SeatPlanProblem problem, int a, DrawnArea drawn)
    {
        var area = layout.Areas[a];
        Begin(writer, drawn.Shape);
        writer.WriteString("kind", "area");
        writer.WriteString("id", area.Id);
        writer.WriteString("name", area.Town);
        writer.WriteString("shape", drawn.Given ? "given" : "cell");
        writer.WriteNumber("longitude", area.Longitude);
        writer.WriteNumber("latitude", area.Latitude);
        writer.WriteString("now", layout.Sites[area.Zone].Id);
        writer.WriteString("now_name", layout.Sites[area.Zone].Name);
        Years(writer, layout);
        List(writer, "children", area.Children);
        writer.WriteStartArray(School);
        foreach (var j in layout.School[a])
        {
            writer.WriteStringValue(j >= 0 ? layout.Sites[j].Id : "");
        }

        writer.WriteEndArray();
        writer.WriteStartArray("kilometres");
        foreach (var j in layout.School[a])
        {
            writer.WriteNumberValue(j >= 0 ? Math.Round(problem.Kilometres[a][j], 3) : 0);
        }

        writer.WriteEndArray();
        End(writer);
    }

    private static void Site(Utf8JsonWriter writer, SeatLayout layout, SeatPlanProblem problem, int j)
    {
        var site = layout.Sites[j];
        var years = Enumerable.Range(0, layout.Years);
        Begin(writer, GeoJson.Factory.CreatePoint(new Coordinate(site.Longitude, site.Latitude)));
        writer.WriteString("kind", School);
        writer.WriteString("id", site.Id);
        writer.WriteString("name", site.Name);
        Years(writer, layout);
        List(writer, "seats_before", years.Select(_ => site.Seats));
        List(writer, "children_before", years.Select(t => Sum(layout, a => layout.Areas[a].Zone == j, t)));
        List(writer, "seats", years.Select(t => Math.Max(0, EvaluateSeatPlan.Seats(problem, layout.Starts, j, t))));
        List(writer, "children", years.Select(t => Sum(layout, a => layout.School[a][t] == j, t)));
        End(writer);
    }

    private static int Sum(SeatLayout layout, Func<int, bool> there, int year) => Enumerable.Range(0, layout.Areas.Count).Where(there).Sum(a => layout.Areas[a].Children[year]);

    private static void Begin(Utf8JsonWriter writer, Geometry geometry)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WritePropertyName("geometry");
        GeoJson.Write(writer, geometry);
        writer.WriteStartObject("properties");
    }

    private static void Years(Utf8JsonWriter writer, SeatLayout layout) => List(writer, "periods", Enumerable.Range(layout.First, layout.Years));

    private static void List(Utf8JsonWriter writer, string name, IEnumerable<int> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    private static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
