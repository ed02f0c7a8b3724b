using System.Globalization;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Engines.LeastChange;
using Xueheng.Planning.LeastChange;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary>A least set of changes as tables for people at a terminal.</summary>
internal static class LeastChangeTable
{
    public static void Write(IAnsiConsole console, LeastChangePlan plan)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{plan.Name} {plan.Period} 学年 达标最少要做什么（{plan.Standard}，基础数据第 {plan.Revision} 版）[/]");
        if (plan.Obstacles.Count > 0)
        {
            console.MarkupLine($"[yellow]举措解决不了的 {plan.Obstacles.Count} 条，先要处理：[/]");
            foreach (var obstacle in plan.Obstacles)
            {
                Console.WriteLine($"· {obstacle.Words}");
            }
        }

        if (plan.Conflicts.Count > 0)
        {
            console.MarkupLine("[red]在举措的上限以内不能同时做到：[/]");
            foreach (var conflict in plan.Conflicts)
            {
                Console.WriteLine($"· {conflict}");
            }

            foreach (var beyond in plan.Beyond)
            {
                Console.WriteLine($"· 要放宽：{Place(beyond.Name, beyond.Stage)}{beyond.LeverName}上限 {beyond.Most}，还要多 {beyond.Beyond}");
            }
        }

        if (plan.Steps.Count > 0)
        {
            console.Write(Steps(plan));
        }

        foreach (var note in plan.Notes)
        {
            console.MarkupLineInterpolated($"[yellow]{note}[/]");
        }

        Totals(console, plan);
    }

    private static Table Steps(LeastChangePlan plan)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            new TableColumn("学校"), new TableColumn("举措"), new TableColumn("数量").NoWrap().RightAligned(), new TableColumn("万元").NoWrap().RightAligned());
        foreach (var school in plan.Steps.GroupBy(s => s.School))
        {
            var first = true;
            foreach (var step in school)
            {
                table.AddRow(
                    Markup.Escape(first ? step.Name : ""),
                    Markup.Escape((step.Stage is { } stage ? $"{stage.Chinese()}：" : "") + step.LeverName),
                    $"{Number(step.Amount)} {Markup.Escape(step.Unit)}",
                    Number(step.Cost));
                first = false;
            }
        }

        return table;
    }

    private static void Totals(IAnsiConsole console, LeastChangePlan plan)
    {
        foreach (var disparity in plan.Disparity.Where(d => d.VerdictBefore != d.VerdictAfter))
        {
            console.MarkupLineInterpolated($"{disparity.Stage.Chinese()} {disparity.Indicator} 差异系数 {Coefficient(disparity.Before)} → {Coefficient(disparity.After)}（限值 {disparity.Limit}）");
        }

        foreach (var county in plan.CountyIndicators.Where(c => c.Before != c.After))
        {
            console.MarkupLineInterpolated($"{county.Id}：{Word(county.Before)} → {Word(county.After)}");
        }

        if (plan.PassingBefore is { } before)
        {
            console.MarkupLineInterpolated($"达标学校（按学段）{before} → {plan.PassingAfter}，共 {plan.Schools.Count(s => s.After == Verdict.Unknown)} 所缺数据尚不能判定");
        }

        console.MarkupLineInterpolated($"全县：{Word(plan.Before)} → {Word(plan.After)}");
        var schools = plan.Steps.Select(s => s.School).Distinct().Count();
        var proof = plan.Status switch
        {
            LeastChangeStatus.Optimal => "已证明最省",
            LeastChangeStatus.Feasible => $"不低于 {Number(plan.Bound)} 万元，差距 {plan.Gap:P2}",
            LeastChangeStatus.Infeasible => "超出举措的上限",
            _ => "还没有可行的办法",
        };
        console.MarkupLineInterpolated($"[bold]合计 {Number(plan.Cost)} 万元，{schools} 所学校，{plan.Steps.Sum(s => s.Count)} 步；{proof}（{plan.Seconds.ToString("0.00", CultureInfo.InvariantCulture)} 秒）[/]");
        console.MarkupLine("[grey]举措的成本是示例，由教育局在 planning/levers.yaml 里设定[/]");
    }

    private static string Place(string school, Stage? stage) => stage is { } of ? $"{school}（{of.Chinese()}）" : school;

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Meets => "达标",
        Verdict.Near => "余项达 85%",
        Verdict.Fails => "不达标",
        _ => "无法判断",
    };

    private static string Number(decimal? number) => number?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? "—";

    private static string Coefficient(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "—";
}
