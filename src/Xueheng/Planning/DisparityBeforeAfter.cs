using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.Planning;

/// <summary>差异系数 of one indicator in one stage as it is, and as it would be.</summary>
public sealed record DisparityBeforeAfter(Stage Stage, string Indicator, double? Before, double? After, double? Limit, Verdict? VerdictBefore, Verdict? VerdictAfter)
{
    internal static DisparityBeforeAfter Of(DisparityMeasurement before, DisparityMeasurement after) =>
        new(before.Stage, before.Indicator, before.Cv, after.Cv, before.Limit, before.Verdict, after.Verdict);
}
