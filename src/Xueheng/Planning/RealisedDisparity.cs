using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.Planning;

/// <summary>差异系数 before, as a scenario promised it, and as the next census has it.</summary>
public sealed record RealisedDisparity(Stage Stage, string Indicator, double? Before, double? Promised, double? Real)
{
    internal static IReadOnlyList<RealisedDisparity> Of(IEnumerable<DisparityBeforeAfter> promised, Measurement real) =>
        [.. promised.Select(d => new RealisedDisparity(d.Stage, d.Indicator, d.Before, d.After, real.Disparity.FirstOrDefault(m => m.Stage == d.Stage && m.Indicator == d.Indicator)?.Cv))];
}
