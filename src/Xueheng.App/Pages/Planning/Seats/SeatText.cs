using System.Globalization;
using Xueheng.Engines.Seats;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

/// <summary>How plans of seats are written on pages; translated where it is shown.</summary>
internal static class SeatText
{
    public static string Of(SeatStepKind kind) => kind switch
    {
        SeatStepKind.Expand => "扩建",
        SeatStepKind.Convert => "改建",
        SeatStepKind.Close => "撤并",
        SeatStepKind.Merge => "合并",
        _ => "新建",
    };

    /// <summary>What an answer is worth, with its gap in per cent.</summary>
    public static string Of(SeatPlanStatus status) => status switch
    {
        SeatPlanStatus.Optimal => "已证明最省：没有花费更少的办法。",
        SeatPlanStatus.Feasible => "符合全部限制；离最省的办法最多差 {0}。",
        SeatPlanStatus.Infeasible => "按这些限制没有办法让每年学位都够；下面是放宽最少的办法。",
        _ => "限定的时间里没有找到完全符合限制的办法；下面是放宽最少的办法，请加长时间再推演。",
    };

    public static string Group(SeatNumber number) => number.Key.Split('.') is [var kind, _]
        ? kind switch { "expand" => "扩建", "convert" => "改建（占用本校其他学段空余教室）", "merge" => "合并（整校并入附近一所）", _ => "撤并（各区域分别去合适的学校）" }
        : number.Key is "travel" or "change" ? "折算成钱，用来权衡" : "限制";

    public static string Of(SeatNumber number) => number.Key.Split('.')[^1] switch
    {
        "walk" => "最远上学距离",
        "budget" => "每年最多开工",
        "most_moved" => "每年最多调整学校的学生",
        "most_changes" => "一个区域最多调整",
        "within" => "两校相距最多",
        "years" => "往后看几年",
        "travel" => "一名学生一年多走一公里算",
        "change" => "一名学生换一所学校算",
        "below" => "学生一直少于",
        "most" => "一所学校最多",
        "rooms" => "每次增加教室",
        "cost" => "每次费用",
        "lead" => "几年后见效",
        _ => "以后每年（节省填负数）",
    };

    public static string Unit(SeatNumber number) => number.Unit switch
    {
        "公里" => "公里",
        "万元" => "万元",
        "人" => "人",
        "年" => "年",
        "次" => "次",
        _ => "间",
    };

    public static string Empty(SeatNumber number) => number.Key is "budget" or "most_moved" or "most_changes" ? "空着就不限" : "空着就不用这种办法";

    public static string Money(decimal money) => money.ToString("#,##0.##", CultureInfo.InvariantCulture);

    public static string Money(double money) => money.ToString("#,##0.#", CultureInfo.InvariantCulture);

    public static string Whole(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
