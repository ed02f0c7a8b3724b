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

    /// <summary>Traces and times a piece of work until the result is disposed of.</summary>
    public static IDisposable Watch(string work, Histogram<double> duration, string county, int period) => new Watched(work, duration, county, period);

    private sealed class Watched : IDisposable
    {
        private readonly long _started = Stopwatch.GetTimestamp();
        private readonly Histogram<double> _duration;
        private readonly Activity? _trace;

        public Watched(string work, Histogram<double> duration, string county, int period)
        {
            _duration = duration;
            _trace = Source.StartActivity(work);
            _trace?.SetTag("xueheng.county", county).SetTag("xueheng.period", period);
        }

        public void Dispose()
        {
            _duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds);
            _trace?.Dispose();
        }
    }
}
