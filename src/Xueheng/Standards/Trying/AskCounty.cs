using Xueheng.Engines.Balance;
using Xueheng.Engines.LeastChange;
using Xueheng.Facts;

namespace Xueheng.Standards.Trying;

/// <summary>What the county indicators of a standard ask for, as requirements on steps.</summary>
internal sealed class AskCounty(CountyFacts facts, IReadOnlyList<JudgedSchool> schools, StepGains gains, Asked asked)
{
    private readonly CountySums _sums = new(facts);

    public void Ask(CountyIndicator indicator, CountyMeasurement measured)
    {
        for (var c = 0; c < indicator.Conditions.Count; c++)
        {
            var (condition, stands) = (indicator.Conditions[c], measured.Conditions[c]);
            if (condition.Kind == CountyConditionKind.Judged)
            {
                if (stands.Verdict != Verdict.Meets)
                {
                    asked.BarCounty(ObstacleKind.Judged, null, indicator.Id, $"{indicator.Name}：{stands.Detail}");
                }

                continue;
            }

            List<JudgedSchool> all = [.. schools.Where(s => s.Has(condition.Stages))];
            List<JudgedSchool> chosen = [.. all.Where(s => condition.Includes(s.Subject))];
            if (stands.Verdict == Verdict.Unknown)
            {
                asked.BarCounty(ObstacleKind.UnknownFigure, null, indicator.Id, $"{indicator.Name}：{stands.Detail}");
            }
            else if (chosen.Count > 0)
            {
                Ask(indicator, condition, stands, chosen, all);
            }
        }
    }

    private void Ask(CountyIndicator indicator, CountyCondition condition, ConditionMeasurement stands, List<JudgedSchool> chosen, List<JudgedSchool> all)
    {
        if (condition.Kind == CountyConditionKind.Total)
        {
            AskAll(indicator, condition, stands, [(null, Margin(condition, chosen, all))]);
            return;
        }

        var margins = chosen.Select(s => (School: (JudgedSchool?)s, Margin: Margin(condition, [s], all))).ToList();
        if (condition.Kind == CountyConditionKind.EverySchool)
        {
            AskAll(indicator, condition, stands, margins);
            return;
        }

        // A school whose figure is missing does not count as one that keeps the bound.
        var needed = (int)decimal.Ceiling(condition.Share!.Value * chosen.Count / 100);
        var items = margins.Where(m => m.Margin is not null).Select(m => new CountedQuantity(m.Margin!, 0, null)).ToList();
        if (items.Count(i => i.Quantity.Constant.Sign >= 0 || i.Quantity.Gains.Any(g => g.Gain.Sign > 0)) < needed)
        {
            asked.BarCounty(ObstacleKind.NoStep, null, indicator.Id, $"{indicator.Name}：{stands.Detail}；没有举措能改变");
        }
        else if (items.Exists(i => i.Quantity.Gains.Count > 0))
        {
            asked.Require(new CountRequirement(items, needed), new RequirementName(null, null, indicator.Id, condition.Words));
        }
    }

    /// <summary>Every one of them must be kept; what no step moves is said once where it is broken.</summary>
    private void AskAll(CountyIndicator indicator, CountyCondition condition, ConditionMeasurement stands, IReadOnlyList<(JudgedSchool? School, Affine? Margin)> margins)
    {
        var barred = false;
        foreach (var (school, margin) in margins)
        {
            if (margin is null)
            {
                barred |= Bar(ObstacleKind.NotEven, "算式不随举措均匀变化，没有纳入计算");
            }
            else if (margin.Gains.Any(g => g.Gain.Sign > 0) || (margin.Constant.Sign >= 0 && margin.Gains.Count > 0))
            {
                asked.Require(
                    new BoundRequirement(margin, 0),
                    new RequirementName(school?.Code, null, indicator.Id, school is null ? condition.Words : $"{school.Name}：{condition.Words}"));
            }
            else if (margin.Constant.Sign < 0)
            {
                barred |= Bar(ObstacleKind.NoStep, "没有举措能改变");
            }
        }

        bool Bar(ObstacleKind kind, string why)
        {
            if (!barred && stands.Verdict != Verdict.Meets)
            {
                asked.BarCounty(kind, null, indicator.Id, $"{indicator.Name}：{stands.Detail}；{why}");
            }

            return true;
        }
    }

    /// <returns>How far above its bound the condition is; null where it is not known or does not grow evenly.</returns>
    private Affine? Margin(CountyCondition condition, IReadOnlyList<JudgedSchool> chosen, IReadOnlyList<JudgedSchool> all)
    {
        var named = _sums.Read(condition, chosen, all);
        if (named.Missing.Count > 0)
        {
            return null;
        }

        var reach = _sums.Reach(condition, chosen, all);
        return condition.Compiled!.Ratio([.. named.Values.Select((value, i) => gains.Of(value, Fraction.One, reach[i]))])
            ?.Above(CountyMeasuring.BoundOf(condition, facts.Revision.Period).Value, condition.AtLeast.Count > 0);
    }
}
