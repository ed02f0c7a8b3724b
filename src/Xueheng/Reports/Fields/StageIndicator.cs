using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>An indicator in one stage, with the schools it was measured in.</summary>
internal sealed record StageIndicator(ReportSubject Report, Indicator Indicator, Stage Stage)
{
    private IReadOnlyList<SchoolIndicator>? _schools;

    public Threshold? Threshold => Indicator.Thresholds.GetValueOrDefault(Stage);

    public DisparityMeasurement? Disparity => DisparityIn(Report.Measurement);

    /// <summary>From the highest value down; schools without a value last.</summary>
    public IReadOnlyList<SchoolIndicator> Schools => _schools ??=
        [.. Report.SchoolsOf(Stage)
            .Select(s => (School: s, Measured: s.Indicators.FirstOrDefault(i => i.Id == Indicator.Id)))
            .Where(s => s.Measured is not null)
            .OrderByDescending(s => s.Measured!.Value ?? decimal.MinValue).ThenBy(s => s.School.School, StringComparer.Ordinal)
            .Select(s => new SchoolIndicator(Report, s.School, Indicator, s.Measured!))];

    /// <summary>Schools that do not meet the threshold, the furthest from it first.</summary>
    public IReadOnlyList<SchoolIndicator> Short =>
        [.. Schools.Where(s => s.Measured.Verdict is Verdict.Near or Verdict.Fails).Reverse()];

    public IReadOnlyList<SchoolIndicator> Of(Verdict verdict) => [.. Schools.Where(s => s.Measured.Verdict == verdict)];

    /// <summary>A school falls short, or the schools lie too far apart.</summary>
    public bool IsProblem => Short.Count > 0 || Disparity?.Verdict == Verdict.Fails;

    public DisparityMeasurement? DisparityIn(Measurement measurement) =>
        measurement.Disparity.FirstOrDefault(d => d.Indicator == Indicator.Id && d.Stage == Stage);

    /// <summary>
    /// 全县平均. Where the standard asks for no disparity the measurement has none either: it is then the pupil-weighted
    /// mean of the schools, which is the same ratio of totals, and missing when any school lacks a value.
    /// </summary>
    public decimal? Mean => Disparity is { } disparity ? (decimal?)disparity.Mean
        : Schools.Count > 0 && Schools.All(s => s is { Measured.Value: not null, School.Pupils: > 0 })
            ? Schools.Sum(s => s.Measured.Value!.Value * s.School.Pupils!.Value) / Schools.Sum(s => s.School.Pupils!.Value)
            : null;

    public FigureSource Source(string key, string name, string formula) => Report.Measured(
        $"indicator {Indicator.Id} {Stage.Id()} {key}",
        $"{Indicator.Name}·{Stage.Chinese()}·{name}",
        Indicator.Id,
        Stage,
        null,
        formula,
        Report.Address.Indicator(Report.Standard.Id, Indicator.Id, Stage));

    /// <summary>Why a figure of the stage as a whole is not there.</summary>
    public string WhyMissing => Disparity switch
    {
        null when Schools.Count == 0 => $"没有参加评估的{Stage.Chinese()}",
        null when Schools.Any(s => s.Measured.Value is null) => $"{Schools.Count(s => s.Measured.Value is null)} 所学校没有这项数据",
        null => "标准没有这一项",
        { Missing: { Count: > 0 } schools } => $"{schools.Count} 所学校没有这项数据",
        _ => "没有可以计算的数据",
    };
}
