using System.Globalization;
using Microsoft.Extensions.Localization;
using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Plans.Targets;

namespace Xueheng.App.Pages.Plans;

/// <summary>Words and figures of plans as the screens write them.</summary>
internal static class PlanWords
{
    public static string Of(CommitmentState state) => state switch
    {
        CommitmentState.Found => "待核对",
        CommitmentState.Accepted => "已接受",
        CommitmentState.Rejected => "已排除",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(CommitmentKind kind) => kind == CommitmentKind.Promised ? "承诺" : "已完成";

    public static string Of(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => "不低于",
        Comparison.AtMost => "不超过",
        Comparison.IncreaseBy => "增加",
        Comparison.Equal => "达到",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    public static string Of(TargetState state) => state switch
    {
        TargetState.Reached => "已达到",
        TargetState.OnPath => "按进度",
        TargetState.Behind => "落后于进度",
        _ => "无法判断",
    };

    public static string Of(AchievedVerdict verdict) => verdict switch
    {
        AchievedVerdict.Agrees => "与数据一致",
        AchievedVerdict.Differs => "与数据不一致",
        _ => "无法核对",
    };

    /// <summary>Class of the stylesheet.</summary>
    public static string Class(TargetState state) => state switch
    {
        TargetState.Reached => "meets",
        TargetState.OnPath => "near",
        TargetState.Behind => "fails",
        _ => "unknown",
    };

    public static string Class(AchievedVerdict verdict) => verdict switch
    {
        AchievedVerdict.Agrees => "meets",
        AchievedVerdict.Differs => "fails",
        _ => "unknown",
    };

    public static string Mark(TargetState state) => state switch
    {
        TargetState.Reached => "✓",
        TargetState.OnPath => "→",
        TargetState.Behind => "✗",
        _ => "?",
    };

    public static string Number(decimal value) => value.ToString("#,##0.######", CultureInfo.InvariantCulture);

    /// <summary>A measured figure: two digits after the point at most, three significant ones below one.</summary>
    public static string Number(double value) =>
        value.ToString(Math.Abs(value) < 1 && value != 0 ? "0.####" : "#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>不低于 90%; empty for a promise without a number.</summary>
    public static string Figure(Comparison? comparison, decimal? value, string? unit, IStringLocalizer text) =>
        value is not { } number ? "" : $"{text[Of(comparison ?? Comparison.Equal)]} {Number(number)}{Unit(unit)}";

    public static string Unit(string? unit) => string.IsNullOrEmpty(unit) ? "" : unit is "%" ? "%" : " " + unit;
}
