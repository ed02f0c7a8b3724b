using System.Globalization;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Engines.Rotation;
using Xueheng.Planning.Rotation;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary>A rotation as tables for people at a terminal.</summary>
internal static class RotationTable
{
    public static void Write(IAnsiConsole console, RotationPlan plan)
    {
        console.MarkupLineInterpolated($"[bold]{plan.Name} {plan.Period} 学年 交流轮岗[/] 参加学段专任教师 {plan.Teachers} 名，符合交流条件 {plan.Eligible} 名，其中骨干 {plan.BackboneEligible} 名");
        foreach (var note in plan.Notes)
        {
            console.MarkupLineInterpolated($"[grey]{note}[/]");
        }

        if (plan.Status != RotationStatus.Solved)
        {
            Refused(console, plan);
            return;
        }

        console.Write(Levels(plan));
        console.MarkupLineInterpolated($"交流 {plan.Moves.Count} 名（符合条件教师的 {Share(plan.Moves.Count, plan.Eligible)}），其中骨干 {plan.Backbone} 名（{Share(plan.Backbone, plan.Moves.Count)}），自愿 {plan.Moves.Count(m => m.Voluntary)} 名");
        console.Write(Disparity(plan));
        if (plan.Rules.Any(r => r.Priced))
        {
            console.Write(Rules(plan));
        }

        foreach (var move in plan.Moves)
        {
            Console.WriteLine($"{move.Teacher} {move.Name}（{move.Stage.Chinese()}{move.Subject}{(move.Backbone ? "，骨干" : "")}）：{move.FromName} → {move.ToName}，{move.Kilometres.ToString("0.0", CultureInfo.InvariantCulture)} 公里；{string.Join("；", move.Why)}");
        }
    }

    public static string LevelName(RotationLevel level) => level switch
    {
        RotationLevel.Shortfall => "学科缺口合计（岗）",
        RotationLevel.Worst => "最大学科缺口（岗）",
        RotationLevel.Disparity => "差异系数平方和",
        RotationLevel.Compelled => "非自愿交流（名）",
        RotationLevel.Moves => "交流人数（名）",
        _ => "交流路程合计（公里）",
    };

    private static void Refused(IAnsiConsole console, RotationPlan plan)
    {
        if (plan.Conflict is not { } conflict)
        {
            console.MarkupLine("[yellow]在时限内没有找到符合全部规则的方案，请加长时间[/]");
            return;
        }

        console.MarkupLineInterpolated($"[red]没有符合全部规则的方案：{string.Join("、", conflict.Rules)}{(conflict.Teachers.Count > 0 ? $"和对 {string.Join("、", conflict.Teachers)} 的指定" : "")}不能同时做到[/]");
        foreach (var easing in conflict.Easings)
        {
            console.MarkupLineInterpolated($"把“{easing.Rule}”从 {easing.From} 放宽到 {easing.To} 就有方案");
        }
    }

    private static Table Levels(RotationPlan plan)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("依次最小", "现在", "方案", "下界", "差距", "秒");
        foreach (var level in plan.Levels)
        {
            table.AddRow(LevelName(level.Level), Number(level.Start), Number(level.Value), Number(level.Bound), level.Gap.ToString("0.00%", CultureInfo.InvariantCulture), Number(level.Seconds));
        }

        return table;
    }

    private static Table Disparity(RotationPlan plan)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("学段", "指标", "差异系数 现在", "方案", "限值", "判定 现在", "方案");
        foreach (var d in plan.Disparity)
        {
            table.AddRow(d.Stage.Chinese(), d.Indicator, Number(d.Before), Number(d.After), Number(d.Limit), Said(d.VerdictBefore), Said(d.VerdictAfter));
        }

        return table;
    }

    private static Table Rules(RotationPlan plan)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("规则", "代价：去掉它能降低", "有它", "没有它");
        foreach (var rule in plan.Rules.Where(r => r.Priced))
        {
            table.AddRow(rule.Name, rule.Level is { } level ? LevelName(level) : "没有代价", Number(rule.With), Number(rule.Without));
        }

        return table;
    }

    private static string Said(Verdict? verdict) => verdict switch { Verdict.Meets => "达标", Verdict.Near => "达 85%", Verdict.Fails => "不达标", Verdict.Unknown => "无法判断", _ => "—" };

    private static string Share(int part, int whole) => whole == 0 ? "—" : ((double)part / whole).ToString("0.0%", CultureInfo.InvariantCulture);

    private static string Number(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "—";
}
