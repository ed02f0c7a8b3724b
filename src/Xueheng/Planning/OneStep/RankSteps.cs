using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Planning.Levers;
using Xueheng.Standards;
using Xueheng.Standards.Trying;

namespace Xueheng.Planning.OneStep;

/// <summary>最省的改进: every single step that moves an indicator, by what it does. Pure.</summary>
internal sealed class RankSteps(TrialCounty county, LeverPack levers)
{
    /// <summary>For an indicator of schools in one stage: at one school, or at every school.</summary>
    public IReadOnlyList<StepEffect> OfIndicator(Indicator indicator, Stage stage, string? school)
    {
        var before = county.Before.Disparity.First(d => d.Indicator == indicator.Id && d.Stage == stage);
        var effects = LeverSteps.Of(county, levers, school)
            .Where(s => s.Step.Most != 0 && (s.Step.Stage is null || s.Step.Stage == stage) && s.Lever.Adds.Keys.Any(indicator.Facts.Contains) && Measured(s.Code, stage) is not null)
            .Select(s => Effect(s.Lever, s.School, s.Step.Stage, stage, indicator, before, county.Try([.. s.Step.Changes(county.Facts.Pack, 1)]), null))
            .Concat(Moves(indicator, stage, school, before))
            .Where(e => e.Indicator.After != e.Indicator.Before);
        return school is null
            ? [.. effects.OrderBy(e => e.Disparity.After ?? double.MaxValue).ThenByDescending(e => e.Passing.After).ThenBy(e => e.Lever.Cost).ThenBy(e => e.Code, StringComparer.Ordinal)]
            : [.. effects.OrderBy(e => Rank(e.School.After)).ThenBy(e => Rank(e.Verdict.After)).ThenByDescending(e => e.Passing.After)
                .ThenBy(e => e.CostToMeet ?? decimal.MaxValue).ThenBy(e => e.Disparity.After ?? double.MaxValue).ThenBy(e => e.Lever.Cost).ThenBy(e => e.Lever.Id, StringComparer.Ordinal)];
    }

    /// <summary>For an indicator of the county: at every school its conditions look at.</summary>
    public IReadOnlyList<StepEffect> OfCounty(CountyIndicator indicator)
    {
        var before = county.Before.CountyIndicators.First(c => c.Id == indicator.Id);
        var facts = indicator.Conditions.SelectMany(c => c.Facts).ToHashSet();
        var effects = new List<(StepEffect Effect, int Met)>();
        foreach (var step in LeverSteps.Of(county, levers).Where(s => s.Step.Most != 0 && s.Lever.Adds.Keys.Any(facts.Contains)))
        {
            var tried = county.Try([.. step.Step.Changes(county.Facts.Pack, 1)]);
            var after = tried.County(indicator.Id);
            var at = before.Conditions.Select((c, i) => (Before: c, After: after.Conditions[i])).FirstOrDefault(c => c.Before.Value != c.After.Value);
            if (at.Before is null)
            {
                continue;
            }

            var stage = step.Step.Stage ?? tried.Schools.FirstOrDefault(s => s.School == step.Code)?.Stage;
            var own = stage is { } of ? new BeforeAfter<Verdict?>(Measured(step.Code, of)?.Verdict, tried.Schools.FirstOrDefault(s => s.School == step.Code && s.Stage == of)?.Verdict) : default;
            effects.Add((
                new StepEffect(
                    step.Lever, step.Code, step.Name, step.Step.Stage, null, null, new(at.Before.Value, at.After.Value), new(before.Verdict, after.Verdict), own,
                    new(county.Passing, tried.Passing), default, null, null),
                after.Conditions.Count(c => c.Verdict == Verdict.Meets)));
        }

        return
        [
            .. effects.OrderBy(e => Rank(e.Effect.Verdict.After)).ThenByDescending(e => e.Met)
                .ThenByDescending(e => Math.Abs((e.Effect.Indicator.After - e.Effect.Indicator.Before) ?? 0)).ThenByDescending(e => e.Effect.Passing.After)
                .ThenBy(e => e.Effect.Lever.Cost).ThenBy(e => e.Effect.Code, StringComparer.Ordinal).ThenBy(e => e.Effect.Lever.Id, StringComparer.Ordinal).Select(e => e.Effect),
        ];
    }

    private IEnumerable<StepEffect> Moves(Indicator indicator, Stage stage, string? school, DisparityMeasurement before)
    {
        if (!indicator.Facts.Contains("pupils"))
        {
            yield break;
        }

        var there = county.MeasuredSchools.Where(s => s.Stages.Contains(stage)).Select(s => s.School).ToList();
        foreach (var lever in levers.Levers.Where(l => l.Moves is not null && l.Stages.Contains(stage) && l.Most?.Fixed != 0))
        {
            foreach (var from in there.Where(s => school is null || s.School.School == school))
            {
                if (Measured(from.School.School, stage)?.Pupils is not { } pupils || pupils <= lever.Moves!.Pupils)
                {
                    continue;
                }

                var best = there.Where(to => to != from && NearSchools.Reach(from.School, to.School, lever.Moves.Within))
                    .Select(to => (To: to, Tried: county.Try(Changes(from, to, stage, lever.Moves.Pupils))))
                    .Select(t => Effect(lever, from, stage, stage, indicator, before, t.Tried, t.To))
                    .OrderByDescending(e => e.Passing.After).ThenBy(e => e.Disparity.After ?? double.MaxValue).ThenBy(e => e.Receiver, StringComparer.Ordinal)
                    .FirstOrDefault();
                if (best is not null)
                {
                    yield return best;
                }
            }
        }
    }

    private static List<FactChange> Changes(MergedSchool from, MergedSchool to, Stage stage, int pupils) =>
        [new(from.School.School, stage, "pupils", -pupils), new(to.School.School, stage, "pupils", pupils)];

    private StepEffect Effect(
        Lever lever, MergedSchool school, Stage? place, Stage stage, Indicator indicator, DisparityMeasurement disparity, TriedStep tried, MergedSchool? receiver)
    {
        var code = school.School.School;
        var (before, after) = (Measured(code, stage)!, tried.Schools.FirstOrDefault(s => s.School == code && s.Stage == stage));
        var (had, has) = (before.Indicators.First(i => i.Id == indicator.Id), after?.Indicators.First(i => i.Id == indicator.Id));
        var then = tried.Disparity(stage, indicator.Id);
        return new StepEffect(
            lever,
            code,
            school.School.Name,
            place,
            receiver?.School.School,
            receiver?.School.Name,
            new((double?)had.Value, (double?)has?.Value),
            new(had.Verdict, has?.Verdict),
            new(before.Verdict, after?.Verdict),
            new(county.Passing, tried.Passing),
            new(disparity.Cv, then.Cv),
            then.Verdict,
            receiver is null ? tried.StepsToMeet(code, stage, indicator.Id) : null);
    }

    private SchoolMeasurement? Measured(string school, Stage stage) => county.Before.Schools.FirstOrDefault(s => s.School == school && s.Stage == stage);

    private static int Rank(Verdict? verdict) => verdict switch
    {
        Verdict.Meets => 0,
        Verdict.Near => 1,
        Verdict.Unknown => 2,
        _ => 3,
    };
}
