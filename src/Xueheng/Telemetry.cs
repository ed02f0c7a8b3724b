using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Xueheng;

/// <summary>Traces and metrics of the product's own work, for whoever collects them. No names of persons, only codes and counts.</summary>
public static class Telemetry
{
    /// <summary>Name of the source and of the meter.</summary>
    public const string Name = "Xueheng";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Rows read by imports and checks.</summary>
    public static readonly Counter<long> RowsImported = Meter.CreateCounter<long>("xueheng.import.rows", "{row}");

    /// <summary>How long an import or a check took.</summary>
    public static readonly Histogram<double> ImportDuration = Meter.CreateHistogram<double>("xueheng.import.duration", "s");

    /// <summary>How long measuring a county took, counting its facts included.</summary>
    public static readonly Histogram<double> MeasureDuration = Meter.CreateHistogram<double>("xueheng.measure.duration", "s");
}
