using System.Globalization;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary>A measurement as tables for people at a terminal.</summary>
internal static class MeasurementTable
{
    private const int NamesShown = 8;

    public static void Write(IAnsiConsole console, Measurement measurement, Standard standard)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{Place(measurement)} {measurement.Period} 学年 {standard.Name} 体检[/]");
        console.MarkupLineInterpolated($"[grey]{standard.Document}，基础数据第 {measurement.Revision} 版[/]");
        foreach (var stage in standard.Indicators.Count > 0 ? standard.Stages : [])
        {
            console.Write(Indicators(measurement, standard, stage));
            Schools(console, measurement, standard, stage);
        }

        Excluded(console, measurement);
        if (standard.CountyIndicators.Count > 0)
        {
            console.Write(County(measurement, standard));
        }

        console.MarkupLine($"[bold]结论：{Marked(measurement.Verdict, "全县达到标准", "全县没有达到标准", "尚不能判定全县是否达标")}[/]");
    }

    private static Table Indicators(Measurement measurement, Standard standard, Stage stage)
    {
        var table = Bordered(stage.Chinese() + "指标", "均值", "达标值", "达标学校", "差异系数", "限值", "均衡");
        var schools = measurement.Schools.Where(s => s.Stage == stage).ToList();
        foreach (var indicator in standard.Indicators.Where(i => i.Thresholds.ContainsKey(stage)))
        {
            var verdicts = schools.Select(s => s.Indicators.First(i => i.Id == indicator.Id).Verdict).ToList();
            var unknown = verdicts.Count(v => v == Verdict.Unknown);
            var disparity = measurement.Disparity.First(d => d.Stage == stage && d.Indicator == indicator.Id);
            var threshold = indicator.Thresholds[stage].AtLeast;
            table.AddRow(
                Markup.Escape($"{indicator.Id} {indicator.Label}"),
                Number(disparity.Mean),
                Number((double?)threshold),
                threshold is null ? "—" : $"{verdicts.Count(v => v == Verdict.Meets)}/{verdicts.Count}{(unknown > 0 ? $" 缺 {unknown}" : "")}",
                Coefficient(disparity.Cv),
                Number(disparity.Limit),
                disparity.Verdict is { } verdict ? Marked(verdict) : "—");
        }

        if (measurement.Composite.FirstOrDefault(c => c.Stage == stage) is { } composite)
        {
            table.AddRow("[bold]综合[/]", "", "", "", Coefficient(composite.Cv), Number(composite.Limit), composite.Verdict is { } verdict ? Marked(verdict) : "—");
        }

        return table;
    }

    private static void Schools(IAnsiConsole console, Measurement measurement, Standard standard, Stage stage)
    {
        var schools = measurement.Schools.Where(s => s.Stage == stage).ToList();
        var unknown = schools.Count(s => s.Verdict == Verdict.Unknown);
        var passed = standard.SchoolRule is null
            ? ""
            : $"，{schools.Count(s => s.Verdict == Verdict.Meets)} 所达标，{schools.Count(s => s.Verdict == Verdict.Fails)} 所不达标{(unknown > 0 ? $"，{unknown} 所无法判断" : "")}";
        console.MarkupLineInterpolated($"{stage.Chinese()}：参评 {schools.Count} 所{passed}");
    }

    private static void Excluded(IAnsiConsole console, Measurement measurement)
    {
        foreach (var group in measurement.Excluded.GroupBy(e => (e.Stage, e.Reason)))
        {
            var names = string.Join("、", group.Take(NamesShown).Select(e => e.Name)) + (group.Count() > NamesShown ? " 等" : "");
            console.MarkupLineInterpolated($"[grey]不计入 {group.Key.Stage.Chinese()} {group.Count()} 所：{group.Key.Reason}（{names}）[/]");
        }
    }

    private static Table County(Measurement measurement, Standard standard)
    {
        var table = Bordered("县级指标", "判定", "依据");
        foreach (var measured in measurement.CountyIndicators)
        {
            table.AddRow(
                Markup.Escape($"{measured.Id} {standard.FindCountyIndicator(measured.Id)!.Name}"),
                Marked(measured.Verdict),
                Markup.Escape(measured.Detail));
        }

        return table;
    }

    private static string Place(Measurement measurement) =>
        measurement.Name == measurement.County ? measurement.County : $"{measurement.Name} {measurement.County}";

    /// <summary>Only the last column is wide, and wraps.</summary>
    private static Table Bordered(params string[] columns) => new Table().Border(TableBorder.Rounded)
        .AddColumns([.. columns[..^1].Select(c => new TableColumn(c).NoWrap()), new TableColumn(columns[^1])]);

    private static string Marked(Verdict verdict, string meets = "达标", string fails = "不达标", string unknown = "无法判断") => verdict switch
    {
        Verdict.Meets => $"[green]{meets}[/]",
        Verdict.Near => "[yellow]达 85%[/]",
        Verdict.Fails => $"[red]{fails}[/]",
        _ => $"[yellow]{unknown}[/]",
    };

    private static string Number(double? value) =>
        value is { } number ? number.ToString(Math.Abs(number) >= 100 ? "0.#" : "0.####", CultureInfo.InvariantCulture) : "—";

    /// <summary>Six decimals, as counties publish them.</summary>
    private static string Coefficient(double? value) => value?.ToString("0.000000", CultureInfo.InvariantCulture) ?? "—";
}
