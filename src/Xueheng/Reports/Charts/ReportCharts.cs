using System.Globalization;
using Xueheng.Census;
using Xueheng.Reports.Fields;
using Xueheng.Reports.Word;
using Xueheng.Standards;

namespace Xueheng.Reports.Charts;

/// <summary>A chart with what the annex says of it, or the reason there is none.</summary>
internal sealed record ReportChart(ChartData? Data, FigureSource Source, string? Missing, string Printed);

/// <summary>Draws the charts of a report from its subject.</summary>
internal static class ReportCharts
{
    private const string CvFormat = "0.000";

    public static ReportChart Of(Marker.Chart chart, Scope scope, ReportPacks packs) => chart.Word switch
    {
        ChartWord.Schools => Schools(ChartSubject.Read<StageIndicator>(chart, scope, packs)),
        ChartWord.Disparity => Disparity(ChartSubject.Read<ReportedStage>(chart, scope, packs)),
        ChartWord.Trend => Trend(ChartSubject.Read<StageIndicator>(chart, scope, packs), cv: false),
        ChartWord.DisparityTrend => Trend(ChartSubject.Read<StageIndicator>(chart, scope, packs), cv: true),
    };

    private static ReportChart Schools(StageIndicator i)
    {
        var known = i.Schools.Where(s => s.Measured.Value is not null).ToList();
        var source = i.Source("chart", "各校指标图", i.Indicator.Words);
        if (known.Count == 0)
        {
            return new(null, source, i.WhyMissing, "");
        }

        var series = new[]
        {
            (Verdict.Meets, ChartColours.Meets),
            (Verdict.Near, ChartColours.Near),
            (Verdict.Fails, ChartColours.Fails),
        }
            .Select(v => ChartSeries.Bars(v.Item1.Chinese(), v.Item2, known.Select(s => (s.Measured.Verdict ?? Verdict.Meets) == v.Item1 ? s.Measured.Value : null)))
            .Where(s => s.Values.Any(v => v is not null))
            .ToList();
        if (i.Threshold?.AtLeast is { } bound)
        {
            series.Add(ChartSeries.Level($"达标值 {bound.ToString("0.####", CultureInfo.InvariantCulture)}", ChartColours.Bound, known.Select(_ => (decimal?)bound)));
        }

        var left = i.Schools.Count - known.Count;
        return new(
            new ChartData($"{i.Stage.Chinese()}{i.Indicator.Name}", i.Indicator.Unit, "General", [.. known.Select(s => s.School.Name)], series),
            source, null, $"柱状图，{known.Count} 所学校{(left > 0 ? $"，另有 {left} 所没有数据" : "")}");
    }

    private static ReportChart Disparity(ReportedStage s)
    {
        var indicators = s.Report.Standard.Indicators
            .Where(i => i.Thresholds.ContainsKey(s.Stage))
            .Select(i => new StageIndicator(s.Report, i, s.Stage))
            .Where(i => i.Disparity?.Cv is not null)
            .ToList();
        var source = s.Measured("cv", "校际差异系数图", "按学生数加权的校际标准差÷全县平均");
        if (indicators.Count == 0)
        {
            return new(null, source, "没有可以计算的差异系数", "");
        }

        var over = indicators.Select(i => i.Disparity!.Verdict == Verdict.Fails).ToList();
        var values = indicators.Select(i => (decimal?)i.Disparity!.Cv).ToList();
        var series = new List<ChartSeries>
        {
            ChartSeries.Bars(indicators.Exists(i => i.Threshold?.DisparityLimit is not null) ? "不超过限值" : "校际差异系数", ChartColours.Meets, values.Select((v, n) => over[n] ? null : v)),
            ChartSeries.Bars("超过限值", ChartColours.Fails, values.Select((v, n) => over[n] ? v : null)),
            ChartSeries.Level("限值", ChartColours.Bound, indicators.Select(i => i.Threshold?.DisparityLimit)),
        };
        series.RemoveAll(x => x.Values.All(v => v is null));
        return new(
            new ChartData($"{s.Stage.Chinese()}各项指标校际差异系数", "", CvFormat, [.. indicators.Select(i => $"{i.Indicator.Id} {i.Indicator.Label}")], series),
            source, null, $"柱状图，{indicators.Count} 项指标");
    }

    private static ReportChart Trend(StageIndicator i, bool cv)
    {
        var periods = i.Report.Former.Append(new MeasuredPeriod(i.Report.Period, i.Report.Measurement))
            .Select(p => (p.Period, Disparity: i.DisparityIn(p.Measurement)))
            .Select(p => (p.Period, Value: (decimal?)(cv ? p.Disparity?.Cv : p.Disparity?.Mean)))
            .ToList();
        var source = i.Source(cv ? "chart cv-trend" : "chart trend", cv ? "校际差异系数趋势图" : "全县平均趋势图", "各学年按同一标准计算");
        if (periods.All(p => p.Value is null))
        {
            return new(null, source, i.WhyMissing, "");
        }

        var bound = cv ? i.Threshold?.DisparityLimit : i.Threshold?.AtLeast;
        var series = new List<ChartSeries> { ChartSeries.Course(cv ? "校际差异系数" : "全县平均", ChartColours.Meets, periods.Select(p => p.Value)) };
        if (bound is not null)
        {
            series.Add(ChartSeries.Level(cv ? "限值" : "达标值", ChartColours.Bound, periods.Select(_ => bound)));
        }

        return new(
            new ChartData(
                $"{i.Stage.Chinese()}{i.Indicator.Name}{(cv ? "校际差异系数" : "全县平均")}",
                cv ? "" : i.Indicator.Unit,
                cv ? CvFormat : "General",
                [.. periods.Select(p => $"{p.Period}—{p.Period + 1}学年")],
                series),
            source, null, $"折线图，{periods.Count} 个学年");
    }
}
