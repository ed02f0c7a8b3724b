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

        foreach (var easing in plan.Easings.Where(e => e.To is not null))
        {
            Console.WriteLine($"· 只改一项：{easing.Name}从 {easing.From:0.###} {easing.Unit}改为 {easing.To:0.###} {easing.Unit}就有分法");
        }

        if (plan.Existing is { } now)
        {
            console.MarkupLineInterpolated($"[bold]现有集团（{now.From}）[/]");
            console.Write(Groups(now.Groups));
            Console.WriteLine($"{now.Groups.Count} 组，与全县平均强度最多相差 {N(now.Unlikeness)}，到牵头校合计 {now.Kilometres:0.0} 公里，不在集团里的 {now.Outside.Count} 所");
        }

        foreach (var note in plan.Notes)
        {
            Console.WriteLine($"· {note}");
        }

        if (plan.Groups.Count == 0)
        {
            return;
        }

        if (plan.Existing is not null)
        {
            console.MarkupLineInterpolated($"[bold]新分法（换牵头校或新加入 {plan.Changes.Count} 所）[/]");
        }

        console.Write(Groups(plan.Groups));
        Console.WriteLine($"{plan.Groups.Count} 组，全县平均强度 {N(plan.Strength)}，各组与它最多相差 {N(plan.Unlikeness)}（不可能小于 {N(plan.UnlikenessBound)}）");
        Console.WriteLine($"成员校到牵头校合计 {plan.Kilometres:0.0} 公里，{(plan.Status == GroupStatus.Optimal ? "已证明这样均衡的分法里最近" : "还没有证明最近，可以加长时间再算")}（{plan.Seconds:0.00} 秒）");
        console.MarkupLine("[grey]强度是各项指标值与标准的比的平均，1 为刚好达到；编组的规则由教育局在 planning/groups.yaml 里设定[/]");
    }

    private static Table Groups(IReadOnlyList<SchoolGroup> groups)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().AddColumns(
            new TableColumn("集团"),
            new TableColumn("成员校（公里，强度）"),
            new TableColumn("学生").NoWrap().RightAligned(),
            new TableColumn("强度").NoWrap().RightAligned(),
            new TableColumn("组内差距").RightAligned());
        foreach (var group in groups.OrderByDescending(g => g.Pupils))
        {
            table.AddRow(
                Markup.Escape(group.Title),
                Markup.Escape(string.Join('\n', group.Schools.Where(s => s.School != group.Leader).Select(s => $"{s.Name}（{(s.Kilometres is { } far ? far.ToString("0.0", CultureInfo.InvariantCulture) : "同乡镇")}，{N(s.Strength)}）"))),
                group.Pupils.ToString("#,##0", CultureInfo.InvariantCulture),
                N(group.Strength),
                string.Join('\n', group.Gaps.Where(g => g.Gap is not null).Select(g => $"{g.Period} {N(g.Gap)}")));
        }

        return table;
    }

    private static string N(double? number) => number?.ToString("0.000", CultureInfo.InvariantCulture) ?? "—";
}
