using System.Globalization;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Commands;

/// <summary>学位 as tables for people at a terminal: the county by stage and year, then the schools that will be short.</summary>
internal static class SeatsTable
{
    public static void Write(IAnsiConsole console, CountySeats seats)
    {
        var county = new Table().Border(TableBorder.Rounded).AddColumns("学段", "学年", "预计学生", "80% 区间", "95% 区间", "现有学位", "缺学位", "余学位", "大班额", "超大班额");
        foreach (var stage in seats.Stages)
        {
            foreach (var year in stage.Years)
            {
                county.AddRow(
                    stage.Stage.Chinese(),
                    $"{year.Period}",
                    Number(year.Children.Expected),
                    $"{Number(year.Children.Low80)}–{Number(year.Children.High80)}",
                    $"{Number(year.Children.Low95)}–{Number(year.Children.High95)}",
                    Number((double)year.Seats),
                    Number(year.Missing),
                    Number(year.Surplus),
                    $"{year.Oversized}",
                    $"{year.Severe}");
            }
        }

        console.Write(county);
        var schools = new Table().Border(TableBorder.Rounded).AddColumns(["学校", "学段", "教室", "现有学位", .. seats.Stages[0].Years.Select(y => $"{y.Period} 缺")]);
        foreach (var place in seats.Places.Where(p => p.Years.Any(y => y.Missing >= 0.5)).OrderByDescending(p => p.Years.Max(y => y.Missing)))
        {
            schools.AddRow([Markup.Escape(place.Name), place.Stage.Chinese(), $"{place.Rooms}", Number((double)place.Seats), .. place.Years.Select(y => Number(y.Missing))]);
        }

        console.Write(schools);
        console.WriteLine(seats.Births is { } births
            ? $"依据：{string.Join("、", seats.History)} 学年的基础数据，{births.FirstYear}—{births.LastYear} 年出生人数（{births.File}）"
            : $"依据：{string.Join("、", seats.History)} 学年的基础数据；没有出生人数，入学人数按前一年级和近年走势推算");
        if (seats.Tested is { } tested)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"检验：用最近一年检验，各校误差中位数 {tested.Median:P1}（沿用上一年 {tested.MedianOfLastYear:P1}，直线外推 {tested.MedianOfLine:P1}），80% 区间覆盖 {tested.Within80:P0}，95% 区间覆盖 {tested.Within95:P0}"));
        }
    }

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
