using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Figures;

/// <summary>How many schools of a stage stand where.</summary>
public sealed record StageStanding(Stage Stage, int Schools, int Meets, int Fails, int Unknown)
{
    public double? PassRate => Schools == 0 ? null : (double)Meets / Schools;
}

/// <summary>One school that is far from a threshold.</summary>
public sealed record Shortfall(SchoolMeasurement School, Indicator Indicator, IndicatorMeasurement Measured)
{
    /// <summary>Value ÷ threshold: the less, the worse.</summary>
    public decimal Share => Measured.Value!.Value / Measured.Threshold!.Value;
}

/// <summary>A measurement in the few figures a home page has room for.</summary>
public sealed record CountyStanding(
    IReadOnlyList<StageStanding> Stages,
    int DisparityMeets,
    int DisparityOf,
    int CountyMeets,
    int CountyFails,
    int CountyUnknown,
    IReadOnlyList<Shortfall> Worst)
{
    public static CountyStanding Of(Measurement measurement, Standard standard, int worst)
    {
        var stages = standard.Stages
            .Select(stage => (Stage: stage, Verdicts: measurement.Schools.Where(s => s.Stage == stage).Select(SchoolVerdict.Of).ToList()))
            .Where(s => s.Verdicts.Count > 0)
            .Select(s => new StageStanding(
                s.Stage, s.Verdicts.Count, s.Verdicts.Count(v => v == Verdict.Meets), s.Verdicts.Count(v => v == Verdict.Fails), s.Verdicts.Count(v => v is Verdict.Unknown or Verdict.Near)))
            .ToList();
        var byId = standard.Indicators.ToDictionary(i => i.Id);
        var shortfalls = measurement.Schools
            .SelectMany(s => s.Indicators, (school, measured) => (school, measured))
            .Where(p => p.measured is { Verdict: Verdict.Fails or Verdict.Near, Value: not null, Threshold: > 0 })
            .Select(p => new Shortfall(p.school, byId[p.measured.Id], p.measured))
            .OrderBy(s => s.Share).ThenByDescending(s => s.School.Pupils).ThenBy(s => s.School.School, StringComparer.Ordinal)
            .Take(worst)
            .ToList();
        var held = measurement.Disparity.Where(d => d.Limit is not null).ToList();
        return new CountyStanding(
            stages,
            held.Count(d => d.Verdict == Verdict.Meets),
            held.Count,
            measurement.CountyIndicators.Count(c => c.Verdict == Verdict.Meets),
            measurement.CountyIndicators.Count(c => c.Verdict == Verdict.Fails),
            measurement.CountyIndicators.Count(c => c.Verdict is Verdict.Unknown or Verdict.Near),
            shortfalls);
    }
}
