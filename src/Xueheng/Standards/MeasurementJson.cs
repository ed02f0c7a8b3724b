using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Xueheng.Standards;

/// <summary>The JSON of measurements, the same for the command line and the API: snake case, lower-case verdicts and stages, unrounded doubles.</summary>
public static class MeasurementJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write(Measurement measurement) => JsonSerializer.Serialize(measurement, Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = null,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new DecimalAsDouble() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>A decimal keeps the zeros it was written with; a double does not.</summary>
    private sealed class DecimalAsDouble : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue((double)value);
    }
}
