using Xueheng.Engines.Balance;

namespace Xueheng.Standards;

/// <summary>One indicator of one school as a fraction, before it becomes a figure to show.</summary>
internal sealed record ExactIndicator(Indicator Indicator, Fraction? Value, IReadOnlyList<MissingFact> Missing);

/// <summary>One school in one stage, measured.</summary>
internal sealed class MeasuredSchool
{
    public MeasuredSchool(JudgedSchool school, StageFacts facts, Standard standard)
    {
        (School, Facts) = (school, facts);
        Indicators = [.. standard.Indicators.Where(i => i.Thresholds.ContainsKey(facts.Stage)).Select(Evaluate)];
        List<IndicatorMeasurement> shown = [.. Indicators.Select(Show)];
        Result = new SchoolMeasurement(
            school.Code,
            school.Name,
            facts.Stage,
            school.School.School.Type,
            school.School.School.Town,
            school.School.School.Public,
            facts.Pupils,
            shown,
            standard.SchoolRule is { } rule ? Judge(rule, shown) : null,
            [.. school.School.Campuses.Select(c => c.School.School)]);
    }

    public JudgedSchool School { get; }

    public StageFacts Facts { get; }

    public IReadOnlyList<ExactIndicator> Indicators { get; }

    public SchoolMeasurement Result { get; }

    /// <summary>
    /// At least so many indicators meet and every other one reaches its floor. With an unknown among them the school may have
    /// failed already, but cannot have passed.
    /// </summary>
    internal static Verdict Judge(SchoolRule rule, IReadOnlyList<IndicatorMeasurement> indicators)
    {
        var verdicts = indicators.Where(i => i.Verdict is not null).Select(i => i.Verdict!.Value).ToList();
        var unknown = verdicts.Count(v => v == Verdict.Unknown);
        var meets = verdicts.Count(v => v == Verdict.Meets);
        return verdicts.Contains(Verdict.Fails) || meets + unknown < rule.MeetsAtLeast ? Verdict.Fails
            : unknown > 0 ? Verdict.Unknown
            : Verdict.Meets;
    }

    private ExactIndicator Evaluate(Indicator indicator)
    {
        var (values, missing) = Facts.Read(indicator.Facts);
        if (missing.Count > 0)
        {
            return new ExactIndicator(indicator, null, missing);
        }

        return indicator.Compiled.Evaluate(values) is { } value
            ? new ExactIndicator(indicator, value, [])
            : new ExactIndicator(indicator, null, [new(indicator.Facts[^1], "分母为零，无法计算")]);
    }

    private IndicatorMeasurement Show(ExactIndicator exact)
    {
        var threshold = exact.Indicator.Thresholds[Facts.Stage];
        return new IndicatorMeasurement(
            exact.Indicator.Id,
            exact.Value is { } value ? (decimal)value : null,
            threshold.AtLeast,
            threshold.Floor,
            VerdictOf(exact.Value, threshold),
            ShortfallOf(exact, threshold),
            [.. exact.Missing.Select(m => m.Fact)],
            [.. exact.Missing.Select(m => m.Reason)]);
    }

    private static Verdict? VerdictOf(Fraction? value, Threshold threshold) => (value, threshold) switch
    {
        (_, { AtLeast: null }) => null,
        (null, _) => Verdict.Unknown,
        ({ } v, { AtLeast: { } atLeast }) when v >= atLeast => Verdict.Meets,
        ({ } v, { Floor: { } floor }) when v >= floor => Verdict.Near,
        _ => Verdict.Fails,
    };

    /// <summary>
    /// The smallest number of the step's fact that, added to the school, brings the indicator to its threshold: whole where only
    /// whole ones exist. What the whole school shares is added to the school and split again.
    /// </summary>
    private decimal? ShortfallOf(ExactIndicator exact, Threshold threshold)
    {
        if (exact.Indicator.Step is not { } step || exact.Value is not { } value || threshold.AtLeast is not { } atLeast)
        {
            return null;
        }

        if (value >= atLeast)
        {
            return 0;
        }

        if (With(exact.Indicator, step, 1) is not { } one || With(exact.Indicator, step, 2) is not { } two
            || one <= value || two - one != one - value)
        {
            return null;
        }

        var lacking = (atLeast - value) / (one - value);
        return step.Whole ? (decimal)lacking.Ceiling() : (decimal)lacking;
    }

    private Fraction? With(Indicator indicator, IndicatorStep step, int more) =>
        indicator.Compiled.Evaluate(Facts.Read(indicator.Facts, step.Fact, more).Values);
}
