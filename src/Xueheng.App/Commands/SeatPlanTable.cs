using System.Globalization;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Engines.Seats;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Commands;

/// <summary>学位布局 as tables for people at a terminal: steps, schools before and after, areas that change, what stands in the way.</summary>
internal static class SeatPlanTable
{
    public static void Write(IAnsiConsole console, SeatPlan plan)
    {
        console.WriteLine(plan.Status switch
        {
            SeatPlanStatus.Optimal => $"{plan.Stage.Chinese()}：已证明最省，合计 {Number(plan.Total)} 万元",
            SeatPlanStatus.Feasible => $"{plan.Stage.Chinese()}：合计 {Number(plan.Total)} 万元，离最省不超过 {Number(100 * (plan.Gap ?? 0))}%",
            SeatPlanStatus.Infeasible => $"{plan.Stage.Chinese()}：按现在的规则没有可行的方案；下面是放宽最少的方案",
            _ => $"{plan.Stage.Chinese()}：限定的时间里没有找到完全合规的方案；下面是放宽最少的方案",
        });
        console.WriteLine($"其中工程和运转 {Number(plan.Cost.Works)}，路程折算 {Number(plan.Cost.Travel)}，调整学校折算 {Number(plan.Cost.Change)} 万元；不作为时各年各校共缺学位 {Number(plan.Missing)} 个");
        foreach (var easing in plan.Easings)
        {
            console.WriteLine($"要放宽：{easing.Words}");
        }

        var steps = new Table().Border(TableBorder.Rounded).AddColumns("举措", "学校", "次数", "增减学位", "开始", "见效", "费用（万元）", "每年（万元）");
        foreach (var step in plan.Steps)
        {
            steps.AddRow(step.Kind.Chinese(), Markup.Escape(step.Into.Length > 0 ? $"{step.Name} 并入 {step.Into}" : step.Name), $"{step.Times}", $"{step.Seats}", $"{step.Begins}", $"{step.Counts}", Number((double)step.Cost), Number((double)step.Yearly));
        }

        console.Write(steps);
        var schools = new Table().Border(TableBorder.Rounded).AddColumns("学校", "不作为：学生 / 学位", "方案：学生 / 学位");
        foreach (var school in plan.Schools)
        {
            schools.AddRow(Markup.Escape(school.Name), Pairs(school.Before, school.SeatsBefore), Pairs(school.Children, school.Seats));
        }

        console.Write(schools);
        var areas = new Table().Border(TableBorder.Rounded).AddColumns("调整的区域", "学生", "现在", "各年学校");
        foreach (var area in plan.Areas)
        {
            areas.AddRow(Markup.Escape(area.Town), $"{area.Children[0]}", Markup.Escape(area.Now), Markup.Escape(string.Join("、", area.School.Distinct())));
        }

        console.Write(areas);
        foreach (var note in plan.Notes)
        {
            console.WriteLine(note);
        }
    }

    private static string Pairs(IReadOnlyList<int> children, IReadOnlyList<int> seats) => string.Join("  ", children.Zip(seats, (c, s) => $"{c}/{s}"));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
