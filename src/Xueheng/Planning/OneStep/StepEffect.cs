using Xueheng.Census;
using Xueheng.Planning.Levers;
using Xueheng.Standards;

namespace Xueheng.Planning.OneStep;

/// <summary>What one step of a lever at a school does to an indicator and to the county.</summary>
/// <param name="Stage">Null for a step of the whole school.</param>
/// <param name="Receiver">Code of the school that receives pupils; null when nobody moves.</param>
/// <param name="Indicator">The indicator of the school before and after; of the county where it is one of the county.</param>
/// <param name="School">The school's verdict before and after, of the stage concerned; null where the standard sets no rule.</param>
/// <param name="Passing">How many schools of the county, stage by stage, pass.</param>
/// <param name="Disparity">校际差异系数 of the indicator; null for an indicator of the county.</param>
/// <param name="StepsToMeet">How many such steps bring the school's indicator to its threshold; null where that does not say anything.</param>
public sealed record StepEffect(
    Lever Lever,
    string Code,
    string Name,
    Stage? Stage,
    string? Receiver,
    string? ReceiverName,
    BeforeAfter<double?> Indicator,
    BeforeAfter<Verdict?> Verdict,
    BeforeAfter<Verdict?> School,
    BeforeAfter<int> Passing,
    BeforeAfter<double?> Disparity,
    Verdict? DisparityVerdict,
    int? StepsToMeet)
{
    /// <summary>Of as many steps as bring the indicator to its threshold, in 万元.</summary>
    public decimal? CostToMeet => StepsToMeet * Lever.Cost;

    /// <summary>How much the coefficient changes; null where it is not told.</summary>
    public double? DisparityChange => Disparity.After - Disparity.Before;
}

public readonly record struct BeforeAfter<T>(T Before, T After);
