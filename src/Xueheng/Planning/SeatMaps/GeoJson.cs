using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Xueheng.Planning.SeatMaps;

/// <summary>Geometries as GeoJSON (RFC 7946) writes them: degrees east, degrees north.</summary>
internal static class GeoJson
{
    public static GeometryFactory Factory { get; } = new(new PrecisionModel(), 4326);

    private static readonly JsonSerializerOptions Options = new() { Converters = { new GeoJsonConverterFactory(Factory) } };

    /// <summary>Null for what is no geometry.</summary>
    public static Geometry? Read(JsonElement element)
    {
        try
        {
            return element.Deserialize<Geometry>(Options);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public static Geometry Read(string text) => JsonSerializer.Deserialize<Geometry>(text, Options)!;

    public static string Write(Geometry geometry) => JsonSerializer.Serialize(geometry, Options);

    public static void Write(Utf8JsonWriter writer, Geometry geometry) => JsonSerializer.Serialize(writer, geometry, Options);
}
