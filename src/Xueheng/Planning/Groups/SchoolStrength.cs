using Xueheng.Standards;

namespace Xueheng.Planning.Groups;

/// <summary>How strong a school is: the mean of value ÷ threshold over its indicators, none counted beyond a cap. 1 is what just meets everywhere.</summary>
internal static class SchoolStrength
{
    /// <returns>Null when no indicator with a threshold has a value.</returns>
    public static double? Of(SchoolMeasurement school, decimal cap)
    {
        var ratios = school.Indicators
            .Where(i => i is { Value: not null, Threshold: > 0 })
            .Select(i => (double)Math.Min(i.Value!.Value / i.Threshold!.Value, cap)).ToList();
        return ratios.Count == 0 ? null : ratios.Average();
    }
}
