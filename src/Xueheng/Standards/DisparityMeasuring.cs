using Xueheng.Census;
using Xueheng.Engines.Balance;
using Xueheng.Standards.Trying;

namespace Xueheng.Standards;

/// <summary>The disparity of measured schools, held to the limits of the standard where it sets any.</summary>
internal static class DisparityMeasuring
{
    public static (IReadOnlyList<DisparityMeasurement> Single, IReadOnlyList<CompositeMeasurement> Composite) Of(
        Standard standard, IReadOnlyList<MeasuredSchool> schools)
    {
        var rule = standard.Disparity;
        var single = new List<DisparityMeasurement>();
        var composite = new List<CompositeMeasurement>();
        foreach (var stage in standard.Stages)
        {
            List<MeasuredSchool> ofStage = [.. schools.Where(s => s.Facts.Stage == stage)];
            List<DisparityMeasurement> ofIndicators =
            [
                .. standard.Indicators
                    .Where(i => i.Thresholds.ContainsKey(stage))
                    .Select(i => One(i, stage, ofStage, rule?.EachIndicator == true ? i.Thresholds[stage].DisparityLimit : null)),
            ];
            single.AddRange(ofIndicators);
            if (rule is not null)
            {
                composite.Add(CompositeOf(stage, ofIndicators, rule));
            }
        }

        return (single, composite);
    }

    /// <summary>One indicator in one stage, with the sums behind its verdict already at hand.</summary>
    internal static DisparityMeasurement One(Standard standard, Stage stage, string indicator, List<MeasuredSchool> schools, DisparitySums sums)
    {
        var measured = standard.FindIndicator(indicator)!;
        return One(measured, stage, schools, standard.Disparity?.EachIndicator == true ? measured.Thresholds[stage].DisparityLimit : null, sums);
    }

    private static DisparityMeasurement One(Indicator indicator, Stage stage, List<MeasuredSchool> schools, decimal? limit, DisparitySums? sums = null)
    {
        var values = new List<Fraction>();
        var pupils = new List<Fraction>();
        var missing = new List<string>();
        foreach (var school in schools)
        {
            if (school.Indicators.First(i => i.Indicator == indicator).Value is { } value && school.Facts.Pupils is { } count)
            {
                values.Add(value);
                pupils.Add(count);
            }
            else
            {
                missing.Add(school.School.Code);
            }
        }

        var result = Disparity.Of(Doubles(values), Doubles(pupils));
        Verdict? verdict = limit is not { } bound ? null
            : missing.Count > 0 ? Verdict.Unknown
            : (sums is null ? Disparity.Keeps(values, pupils, bound) : sums.Keeps(bound)) switch
            {
                true => Verdict.Meets,
                false => Verdict.Fails,
                null => Verdict.Unknown,
            };
        return new DisparityMeasurement(stage, indicator.Id, result?.Mean, result?.Sd, result?.Cv, (double?)limit, verdict, missing);
    }

    private static CompositeMeasurement CompositeOf(Stage stage, List<DisparityMeasurement> single, DisparityRule rule)
    {
        double? cv = single.TrueForAll(d => d.Cv is not null) ? Disparity.Composite([.. single.Select(d => d.Cv!.Value)]) : null;
        double? limit = rule.CompositeLimits.TryGetValue(stage, out var set) ? (double)set : null;
        Verdict? verdict = limit is null ? null
            : cv is null || single.Exists(d => d.Missing.Count > 0) ? Verdict.Unknown
            : cv <= limit ? Verdict.Meets
            : Verdict.Fails;
        return new CompositeMeasurement(stage, cv, limit, verdict);
    }

    private static double[] Doubles(List<Fraction> fractions) => [.. fractions.Select(f => (double)f)];
}
