using System.Globalization;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Engines.Groups;
using Xueheng.Planning.Groups;

namespace Xueheng.App.Commands;

/// <summary>Groups as a table for people at a terminal.</summary>
internal static class GroupsTable
{
    public static void Write(IAnsiConsole console, GroupPlan plan)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{plan.Name} {plan.Period} 学年 {plan.Stage.Chinese()}编组（{plan.Standard}，基础数据第 {plan.Revision} 版）[/]");
        foreach (var left in plan.LeftOut)
        {
            Console.WriteLine($"· 没有编入：{left.Name}，{left.Reason}");
        }

        foreach (var fault in plan.Faults)
        {
            console.MarkupLineInterpolated($"[yellow]{fault}[/]");
        }

        if (plan.Groups.Count == 0)
        {
            return;
        }

        console.Write(Groups(plan));
        Console.WriteLine($"{plan.Groups.Count} 组，全县平均强度 {N(plan.Strength)}，各组与它最多相差 {N(plan.Unlikeness)}（不可能小于 {N(plan.UnlikenessBound)}）");
        Console.WriteLine($"成员校到牵头校合计 {plan.Kilometres:0.0} 公里，{(plan.Status == GroupStatus.Optimal ? "已证明这样均衡的分法里最近" : "还没有证明最近，可以加长时间再算")}（{plan.Seconds:0.00} 秒）");
        console.MarkupLine("[grey]强度是各项指标值与标准的比的平均，1 为刚好达到；编组的规则由教育局在 planning/groups.yaml 里设定[/]");
    }

    private static Table Groups(GroupPlan plan)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().AddColumns(
            new TableColumn("牵头校"),
            new TableColumn("成员校（公里，强度）"),
            new TableColumn("学生").NoWrap().RightAligned(),
            new TableColumn("强度").NoWrap().RightAligned(),
            new TableColumn("组内差距").RightAligned());
        foreach (var group in plan.Groups.OrderByDescending(g => g.Pupils))
        {
            table.AddRow(
                Markup.Escape(group.Name),
                Markup.Escape(string.Join('\n', group.Schools.Where(s => s.School != group.Leader).Select(s => $"{s.Name}（{(s.Kilometres is { } far ? far.ToString("0.0", CultureInfo.InvariantCulture) : "同乡镇")}，{N(s.Strength)}）"))),
                group.Pupils.ToString("#,##0", CultureInfo.InvariantCulture),
                N(group.Strength),
                string.Join('\n', group.Gaps.Where(g => g.Gap is not null).Select(g => $"{g.Period} {N(g.Gap)}")));
        }

        return table;
    }

    private static string N(double? number) => number?.ToString("0.000", CultureInfo.InvariantCulture) ?? "—";
}
