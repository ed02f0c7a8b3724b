using Xueheng.Plans.Targets;

namespace Xueheng.App.Pages.Plans.Targets;

/// <summary>The two lines of a target: what its path asks for and what the census said.</summary>
public sealed record TargetChart(
    TargetStanding Standing, IReadOnlyList<(int Period, double Value)> Steps, IReadOnlyList<(int Period, double Value)> Measured)
{
    public static TargetChart Of(TargetStanding standing, IReadOnlyList<MetricReading> history) => new(
        standing,
        [.. standing.Target.Path.OrderBy(s => s.Period).Select(s => (s.Period, (double)s.Value))],
        [.. history.Where(r => r.Value is not null).Select(r => (r.Period, r.Value!.Value))]);
}
