using Xueheng.Census;
using Xueheng.Engines.Balance;

namespace Xueheng.Standards.Trying;

/// <summary>A county after a step: the schools it touches, and on demand each figure of the county.</summary>
public sealed class TriedStep
{
    private readonly TrialCounty _county;
    private readonly Dictionary<string, JudgedSchool?> _touched;
    private readonly IReadOnlyList<MeasuredSchool> _after;

    internal TriedStep(TrialCounty county, Dictionary<string, JudgedSchool?> touched)
    {
        (_county, _touched) = (county, touched);
        _after = MeasureCounty.Order(touched.Values.OfType<JudgedSchool>(), county.Standard);
        Schools = [.. _after.Select(s => s.Result)];
        Passing = county.Passing
            - county.Schools.Count(s => Touches(s) && s.Result.Verdict == Verdict.Meets)
            + _after.Count(s => s.Result.Verdict == Verdict.Meets);
    }

    /// <summary>The touched schools, stage by stage, as they then stand.</summary>
    public IReadOnlyList<SchoolMeasurement> Schools { get; }

    /// <summary>How many schools then pass by the rule for single schools.</summary>
    public int Passing { get; }

    public DisparityMeasurement Disparity(Stage stage, string indicator)
    {
        var before = _county.Schools.Where(s => s.Facts.Stage == stage).ToList();
        List<MeasuredSchool> after = [.. before.Where(s => !Touches(s)), .. _after.Where(s => s.Facts.Stage == stage)];
        after.Sort((a, b) => string.CompareOrdinal(a.School.Code, b.School.Code));
        return DisparityMeasuring.One(_county.Standard, stage, indicator, after, SumsOf(stage, indicator, before));
    }

    public CountyMeasurement County(string indicator)
    {
        List<JudgedSchool> judged =
        [
            .. _county.Judged.Where(j => !_touched.ContainsKey(j.Code)), .. _touched.Values.OfType<JudgedSchool>(),
        ];
        judged.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        return _county.County(indicator, judged);
    }

    /// <summary>How many such steps bring an indicator of a school to its threshold; 0 where it is met already, null where they never do.</summary>
    public int? StepsToMeet(string school, Stage stage, string indicator)
    {
        bool Is(MeasuredSchool s) => s.School.Code == school && s.Facts.Stage == stage;
        if (_county.Schools.FirstOrDefault(Is) is not { } before || _after.FirstOrDefault(Is) is not { } after
            || _county.Standard.FindIndicator(indicator)?.Thresholds.GetValueOrDefault(stage)?.AtLeast is not { } atLeast
            || Value(before) is not { } from || Value(after) is not { } to)
        {
            return null;
        }

        return from >= atLeast ? 0 : to <= from ? null : (int)((atLeast - from) / (to - from)).Ceiling();

        Fraction? Value(MeasuredSchool s) => s.Indicators.FirstOrDefault(i => i.Indicator.Id == indicator)?.Value;
    }

    private DisparitySums SumsOf(Stage stage, string indicator, IReadOnlyList<MeasuredSchool> before)
    {
        var sums = _county.Sums[(stage, indicator)].Value;
        sums = before.Where(Touches).Aggregate(sums, (s, school) => s.With(school, indicator, -1));
        return _after.Where(s => s.Facts.Stage == stage).Aggregate(sums, (s, school) => s.With(school, indicator, 1));
    }

    private bool Touches(MeasuredSchool school) => _touched.ContainsKey(school.School.Code);
}
