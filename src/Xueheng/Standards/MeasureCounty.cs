using System.Globalization;
using Xueheng.Facts;

namespace Xueheng.Standards;

/// <summary>体检 as a pure function: a standard, the facts of a revision and the judgements entered give the measurement.</summary>
internal static class MeasureCounty
{
    private static readonly string Engine = typeof(MeasureCounty).Assembly.GetName().Version!.ToString(3);

    /// <param name="name">Name of the county.</param>
    /// <param name="judgements">The one that counts for each indicator judged so far.</param>
    public static Measurement Apply(
        Standard standard, CountyFacts facts, string name, IReadOnlyDictionary<string, JudgementEntry> judgements)
    {
        var (judged, excluded) = SchoolSelection.Of(standard, facts);
        var schools = Order(judged, standard);
        var (single, composite) = DisparityMeasuring.Of(standard, schools);
        var county = new CountyMeasuring(facts, judged, judgements);
        List<CountyMeasurement> indicators = [.. standard.CountyIndicators.Select(county.Measure)];
        return new Measurement(
            facts.Revision.County,
            name,
            facts.Revision.Period.ToString(CultureInfo.InvariantCulture),
            facts.Revision.Number,
            standard.Id,
            standard.Hash,
            facts.Pack.Hash,
            Engine,
            [.. schools.Select(s => s.Result)],
            single,
            composite,
            [.. excluded.OrderBy(e => e.Stage).ThenBy(e => e.School, StringComparer.Ordinal)],
            indicators,
            All([
                .. NoSchools(standard, schools),
                .. schools.Select(s => s.Result.Verdict),
                .. single.Select(d => d.Verdict),
                .. composite.Select(c => c.Verdict),
                .. indicators.Select(i => (Verdict?)i.Verdict)]));
    }

    /// <summary>Measures each stage of some schools, stage by stage and by code within.</summary>
    internal static IReadOnlyList<MeasuredSchool> Order(IEnumerable<JudgedSchool> judged, Standard standard) =>
    [
        .. judged.SelectMany(s => s.Stages.Select(stage => new MeasuredSchool(s, stage, standard)))
            .OrderBy(s => s.Facts.Stage).ThenBy(s => s.School.Code, StringComparer.Ordinal),
    ];

    /// <summary>Several verdicts as one: fails when any fails, else unknown when any is, else meets. Those not set do not count.</summary>
    internal static Verdict All(IReadOnlyList<Verdict?> verdicts) =>
        verdicts.Any(v => v is Verdict.Fails or Verdict.Near) ? Verdict.Fails
        : verdicts.Any(v => v == Verdict.Unknown) ? Verdict.Unknown
        : Verdict.Meets;

    /// <summary>A stage without a single school to judge is unknown, not met.</summary>
    private static IEnumerable<Verdict?> NoSchools(Standard standard, IReadOnlyList<MeasuredSchool> schools) =>
        standard.Stages.Where(stage => !schools.Any(s => s.Facts.Stage == stage)).Select(_ => (Verdict?)Verdict.Unknown);
}
