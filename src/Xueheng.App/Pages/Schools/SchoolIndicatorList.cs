using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Charts;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Schools;

/// <summary>One indicator of one school, now and in the periods before.</summary>
/// <param name="History">Period and value, oldest first.</param>
public sealed record SchoolIndicator(Indicator Indicator, Stage Stage, IndicatorMeasurement Measured, IReadOnlyList<(int Period, decimal? Value)> History);

/// <summary>The indicators of a school in one stage.</summary>
internal sealed class SchoolIndicatorList(Measured measured, IStringLocalizer<Texts> text) : ListSource<SchoolIndicator>("school-indicators")
{
    public override async Task<Outcome<Listing<SchoolIndicator>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (measured.Standard(at["standard"]) is not { } standard || StageNames.Parse(at["stage"]) is not { } stage)
        {
            return new Failure("XH4001", "没有这个标准，请从“标准说明”里选择");
        }

        var periods = await measured.PeriodsAsync(at.Place, standard.Id, cancellation);
        var byPeriod = periods.Select(p => (p.Revision.Period, School: Find(p.Measurement, at["school"], stage))).ToList();
        if (byPeriod.FirstOrDefault(p => p.Period == at.Place.Period).School is not { } school)
        {
            return new Failure("XH4003", "这所学校这个学段不按这个标准判定");
        }

        var indicators = standard.Indicators.ToDictionary(i => i.Id);
        var rows = school.Indicators.Select(m => new SchoolIndicator(
            indicators[m.Id],
            stage,
            m,
            [.. byPeriod.Select(p => (p.Period, p.School?.Indicators.FirstOrDefault(i => i.Id == m.Id)?.Value))])).ToList();
        return new MemoryListing<SchoolIndicator>(
            Name,
            "各项指标",
            [
                new("indicator", "指标", r => r.Indicator.Labelled()) { Wraps = true, Link = r => at.Place.Address.Indicator(standard.Id, r.Indicator.Id, stage) },
                new("value", "数值", r => r.Measured.Value) { Number = true, Format = "#,##0.00####", Say = r => FigureText.Of(r.Measured.Value, 2, r.Measured.Threshold, r.Measured.Floor) },
                new("threshold", "达标线", r => r.Measured.Threshold) { Number = true },
                new("floor", "85% 下限", r => r.Measured.Floor) { Number = true },
                new("verdict", "判定", r => r.Measured.Verdict),
                new("shortfall", "差距", r => Gap(r)) { Sortable = false, Wraps = true },
                new("history", "历年", History) { Sortable = false, Cell = row => builder =>
                {
                    builder.OpenComponent<Sparkline>(0);
                    builder.AddAttribute(1, nameof(Sparkline.Values), row.History.Select(h => (double?)h.Value).ToList());
                    builder.AddAttribute(2, nameof(Sparkline.Threshold), (double?)row.Measured.Threshold);
                    builder.AddAttribute(3, nameof(Sparkline.Label), History(row));
                    builder.CloseComponent();
                } },
            ],
            rows)
        {
            At = at,
            Prefix = stage.Id() + ".",
        };
    }

    private static SchoolMeasurement? Find(Measurement measurement, string? school, Stage stage) =>
        measurement.Schools.FirstOrDefault(s => s.School == school && s.Stage == stage);

    private static string History(SchoolIndicator row) =>
        string.Join("; ", row.History.Select(h => $"{h.Period}: {FigureText.Of(h.Value, 2, row.Measured.Threshold)}"));

    /// <summary>How far to the threshold in real units, or which facts are missing.</summary>
    private string? Gap(SchoolIndicator row) => row.Measured.Missing.Count > 0
        ? text["缺 {0}", string.Join(text["、"], row.Measured.Missing.Select(id => measured.Facts.Find(id)?.Named() ?? id))]
        : FigureText.Shortfall(row.Indicator, row.Measured, measured.Facts, text);
}
