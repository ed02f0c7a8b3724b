using Xueheng.Census;
using Xueheng.Engines.Balance;
using Xueheng.Facts;

namespace Xueheng.Standards.Trying;

/// <summary>
/// A measured county to try steps on. What a step does is measured by the same code as the county itself: only the schools it touches are measured again, and the
/// disparity is worked out from exact sums, so that it is what measuring everything anew would say. Immutable; safe to share.
/// </summary>
public sealed class TrialCounty
{
    private readonly IReadOnlyDictionary<string, JudgementEntry> _judgements;
    private readonly Dictionary<string, MergedSchool> _merged;

    internal TrialCounty(Standard standard, CountyFacts facts, string name, IReadOnlyDictionary<string, JudgementEntry> judgements)
    {
        (Standard, Facts, _judgements) = (standard, facts, judgements);
        Name = name;
        _merged = facts.Merged.ToDictionary(m => m.School.School);
        (Judged, _) = SchoolSelection.Of(standard, facts);
        Schools = MeasureCounty.Order(Judged, standard);
        Sums = standard.Stages
            .SelectMany(stage => standard.Indicators.Where(i => i.Thresholds.ContainsKey(stage)), (stage, indicator) => (stage, indicator.Id))
            .ToDictionary(k => k, k => new Lazy<DisparitySums>(() => DisparitySums.Of(Schools, k.stage, k.Id)));
        Before = Whole([]);
        Passing = Schools.Count(s => s.Result.Verdict == Verdict.Meets);
    }

    public Standard Standard { get; }

    public CountyFacts Facts { get; }

    public string Name { get; }

    /// <summary>As it stands.</summary>
    public Measurement Before { get; }

    /// <summary>Schools, stage by stage, that pass by the rule for single schools.</summary>
    public int Passing { get; }

    internal IReadOnlyList<JudgedSchool> Judged { get; }

    internal IReadOnlyList<MeasuredSchool> Schools { get; }

    internal IReadOnlyDictionary<(Stage Stage, string Indicator), Lazy<DisparitySums>> Sums { get; }

    /// <summary>A school with the campuses counted with it; null when there is none of that code.</summary>
    public MergedSchool? School(string code) => _merged.GetValueOrDefault(code);

    /// <summary>The schools measured, each with the stages it is measured in.</summary>
    public IEnumerable<(MergedSchool School, IReadOnlyList<Stage> Stages)> MeasuredSchools =>
        Judged.Select(j => (j.School, (IReadOnlyList<Stage>)[.. j.Stages.Select(s => s.Stage)]));

    /// <summary>Measures the whole county anew with changed facts.</summary>
    public Measurement Whole(IReadOnlyList<FactChange> changes) =>
        MeasureCounty.Apply(Standard, changes.Count == 0 ? Facts : Facts.Changed(changes), Name, _judgements);

    /// <summary>Measures what a few changed facts touch.</summary>
    public TriedStep Try(IReadOnlyList<FactChange> changes)
    {
        var touched = changes.GroupBy(c => c.School).ToDictionary(g => g.Key, g => SchoolSelection.Of(Standard, Facts.Pack, _merged[g.Key].Changed([.. g])).Judged);
        return new TriedStep(this, touched);
    }

    /// <summary>Everything the standard asks for, as requirements on how many of some steps are taken.</summary>
    public StandardRequirements Ask(IReadOnlyList<FactStep> steps)
    {
        var (asked, gains) = (new Asked(), new StepGains(steps, Facts.Pack));
        new AskSchools(Standard, Facts.Pack, gains, asked).Ask(Schools);
        var county = new AskCounty(Facts, Judged, gains, asked);
        foreach (var indicator in Standard.CountyIndicators)
        {
            county.Ask(indicator, Before.CountyIndicators.First(m => m.Id == indicator.Id));
        }

        return asked.Done(steps);
    }

    internal CountyMeasurement County(string indicator, IReadOnlyList<JudgedSchool> judged) =>
        new CountyMeasuring(Facts, judged, _judgements).Measure(Standard.FindCountyIndicator(indicator)!);
}

/// <summary>Sums behind the disparity of one indicator in one stage: N = Σ n, Σ n v and Σ n v² over the schools that have a value.</summary>
internal sealed record DisparitySums(Fraction Pupils, Fraction Values, Fraction Squares, int Missing)
{
    public static DisparitySums Of(IEnumerable<MeasuredSchool> schools, Stage stage, string indicator) =>
        schools.Where(s => s.Facts.Stage == stage).Aggregate(new DisparitySums(0, 0, 0, 0), (sums, school) => sums.With(school, indicator, 1));

    public DisparitySums With(MeasuredSchool school, string indicator, int sign)
    {
        if (school.Indicators.First(i => i.Indicator.Id == indicator).Value is not { } value || school.Facts.Pupils is not { } count)
        {
            return this with { Missing = Missing + sign };
        }

        Fraction pupils = count * sign;
        return this with { Pupils = Pupils + pupils, Values = Values + (pupils * value), Squares = Squares + (pupils * value * value) };
    }

    /// <summary>As <see cref="Disparity.Keeps"/>.</summary>
    public bool? Keeps(Fraction limit) => Pupils.Sign <= 0 || Values.IsZero
        ? null
        : (Pupils * Squares) - (Values * Values) <= limit * limit * Values * Values;
}
