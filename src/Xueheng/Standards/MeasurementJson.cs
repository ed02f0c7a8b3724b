using System.Text.Json;

namespace Xueheng.Standards;

/// <summary>The JSON of measurements, the same for the command line and the API: the records as <see cref="ContractJson"/> writes them.</summary>
public static class MeasurementJson
{
    public static JsonSerializerOptions Options => ContractJson.Options;

    public static string Write(Measurement measurement) => JsonSerializer.Serialize(measurement, Options);
}
