using System.Globalization;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning.Scenarios;

/// <summary>How scenarios are written on pages; translated where it is shown.</summary>
internal static class ScenarioText
{
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

    /// <summary>The name of a scenario changed from another: 甲 becomes 甲 · 2, and that 甲 · 3.</summary>
    public static string Next(string name)
    {
        const string Mark = " · ";
        var at = name.LastIndexOf(Mark, StringComparison.Ordinal);
        return at > 0 && int.TryParse(name[(at + Mark.Length)..], CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{name[..at]}{Mark}{number + 1}")
            : name[..Math.Min(name.Length, AskScenario.LongestName - 6)] + Mark + "2";
    }
}
