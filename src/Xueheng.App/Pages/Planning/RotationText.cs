using System.Globalization;
using Xueheng.Engines.Rotation;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning;

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

    public static string Of(ScenarioState state) => state switch
    {
        ScenarioState.Waiting => "等待计算",
        ScenarioState.Running => "正在计算",
        ScenarioState.Solved => "有方案",
        ScenarioState.Infeasible => "规则不能同时做到",
        ScenarioState.Stopped => "已停止",
        _ => "没有算完",
    };

    public static string Number(double? value) => value?.ToString("#,##0.####", CultureInfo.InvariantCulture) ?? "—";
}
