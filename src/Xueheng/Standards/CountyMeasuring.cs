using Xueheng.Engines.Balance;
using Xueheng.Facts;

namespace Xueheng.Standards;

/// <summary>Measures the county indicators of a standard.</summary>
internal sealed class CountyMeasuring(
    CountyFacts facts,
    IReadOnlyList<JudgedSchool> schools,
    IReadOnlyDictionary<string, JudgementEntry> judgements)
{
    public const string JudgementMissing = "judgement";

    private readonly CountySums _sums = new(facts);

    public CountyMeasurement Measure(CountyIndicator indicator)
    {
        List<ConditionMeasurement> conditions = [.. indicator.Conditions.Select(c => Measure(indicator, c))];
        return new CountyMeasurement(
            indicator.Id,
            conditions[0].Value,
            MeasureCounty.All([.. conditions.Select(c => (Verdict?)c.Verdict)]),
            string.Join("；", conditions.Select(c => c.Detail)),
            [.. conditions.SelectMany(c => c.Missing).Distinct()],
            conditions);
    }

    private ConditionMeasurement Measure(CountyIndicator indicator, CountyCondition condition)
    {
        if (condition.Kind == CountyConditionKind.Judged)
        {
            return Judged(indicator, condition);
        }

        List<JudgedSchool> all = [.. schools.Where(s => s.Has(condition.Stages))];
        var words = new ConditionWords(condition, BoundOf(condition, facts.Revision.Period), indicator.Confirmed);
        if (all.Count == 0)
        {
            return words.Unknown([], [], "没有参加评估的学校");
        }

        foreach (var undecided in condition.Undecided)
        {
            List<JudgedSchool> unclear = [.. all.Where(s => undecided.Applies(s.Subject))];
            if (unclear.Count > 0)
            {
                return words.Unknown(unclear, [undecided.Reason], ConditionWords.Names(unclear.Select(s => s.Name)) + undecided.Reason);
            }
        }

        List<JudgedSchool> chosen = [.. all.Where(s => condition.Includes(s.Subject))];
        return chosen.Count == 0 ? words.Vacuous()
            : condition.Kind == CountyConditionKind.Total ? Total(condition, words, chosen, all)
            : SchoolBySchool(condition, words, chosen, all);
    }

    private ConditionMeasurement Judged(CountyIndicator indicator, CountyCondition condition)
    {
        var words = new ConditionWords(condition, null, indicator.Confirmed);
        return judgements.TryGetValue(indicator.Id, out var judgement)
            ? words.Judged(judgement)
            : words.Unknown([], [JudgementMissing], $"{words.Quoted}还没有人判断");
    }

    /// <summary>The bound in force in a period.</summary>
    internal static DatedBound BoundOf(CountyCondition condition, int period)
    {
        var bounds = condition.AtLeast.Count > 0 ? condition.AtLeast : condition.AtMost;
        return bounds.LastOrDefault(b => b.From <= period) ?? bounds[0];
    }

    private ConditionMeasurement Total(
        CountyCondition condition, ConditionWords words, List<JudgedSchool> chosen, List<JudgedSchool> all)
    {
        var named = _sums.Read(condition, chosen, all);
        if (named.Missing.Count > 0)
        {
            return words.Unknown(
                [.. chosen.Where(s => named.Missing.Any(m => m.School == s.Code))],
                [.. named.Missing.Select(m => m.Fact.Fact).Distinct()],
                ConditionWords.MissingWords(named.Missing, chosen));
        }

        if (condition.Compiled!.Evaluate(named.Values) is not { } value)
        {
            return words.Unknown([], [condition.Compiled.Names[^1]], $"{words.Quoted}的分母为零，无法计算");
        }

        return words.Kept(value)
            ? words.TotalKept(value)
            : words.TotalBroken(value, OwnRatios(condition, chosen).Where(r => !words.Kept(r.Value)).ToList());
    }

    /// <summary>The same ratio for each school alone, where the formula is one of school facts only; to name who pulls the county down.</summary>
    private IEnumerable<(JudgedSchool School, Fraction Value)> OwnRatios(CountyCondition condition, List<JudgedSchool> chosen)
    {
        if (condition.Compiled!.Names.Count < 2
            || condition.Compiled.Names.Any(n => condition.Terms.ContainsKey(n) || n.StartsWith(ReadCountyIndicators.ItemPrefix, StringComparison.Ordinal)))
        {
            yield break;
        }

        foreach (var school in chosen)
        {
            if (condition.Compiled.Evaluate(_sums.Read(condition, [school], []).Values) is { } value)
            {
                yield return (school, value);
            }
        }
    }

    private ConditionMeasurement SchoolBySchool(
        CountyCondition condition, ConditionWords words, List<JudgedSchool> chosen, List<JudgedSchool> all)
    {
        var broken = new List<(JudgedSchool School, Fraction Value)>();
        var unknown = new List<(JudgedSchool School, IReadOnlyList<(string School, MissingFact Fact)> Missing)>();
        foreach (var school in chosen)
        {
            var named = _sums.Read(condition, [school], all);
            if (named.Missing.Count > 0)
            {
                unknown.Add((school, named.Missing));
            }
            else if (condition.Compiled!.Evaluate(named.Values) is not { } value)
            {
                unknown.Add((school, [(school.Code, new(condition.Compiled.Names[^1], "分母为零，无法计算"))]));
            }
            else if (!words.Kept(value))
            {
                broken.Add((school, value));
            }
        }

        // What each unknown school could still turn out to be decides whether the condition is known already.
        var (most, least) = (chosen.Count - broken.Count, chosen.Count - broken.Count - unknown.Count);
        Fraction needed = condition.Kind == CountyConditionKind.EverySchool ? 100 : condition.Share!.Value;
        bool Enough(int keeping) => Fraction.Of(100 * keeping, chosen.Count) >= needed;
        var verdict = Enough(least) ? Verdict.Meets : Enough(most) ? Verdict.Unknown : Verdict.Fails;
        return words.BySchool(verdict, chosen.Count, broken, unknown);
    }
}
