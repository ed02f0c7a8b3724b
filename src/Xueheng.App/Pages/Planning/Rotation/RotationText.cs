using Xueheng.Engines.Rotation;
using Xueheng.Planning.Rotation;

namespace Xueheng.App.Pages.Planning.Rotation;

/// <summary>How rotations are written on pages; translated where it is shown.</summary>
internal static class RotationText
{
    public static string Of(RotationLevel level) => level switch
    {
        RotationLevel.Shortfall => "学科缺口合计（岗）",
        RotationLevel.Worst => "最大学科缺口（岗）",
        RotationLevel.Disparity => "差异系数平方和",
        RotationLevel.Compelled => "非自愿交流（名）",
        RotationLevel.Moves => "交流人数（名）",
        _ => "路程合计（公里）",
    };

    /// <summary>How a rule's number is written; metres are given as kilometres.</summary>
    public static string Of(RuleUnit? unit) => unit switch
    {
        RuleUnit.Years => "{0} 年",
        RuleUnit.Teachers => "{0} 名",
        RuleUnit.Percent => "{0}%",
        _ => "{0} 公里",
    };
}
