using Xueheng.Census;
using Xueheng.Engines.Balance;
using Xueheng.Engines.LeastChange;
using Xueheng.Facts;

namespace Xueheng.Standards.Trying;

/// <summary>What a standard asks of each school and of the disparity between them, as requirements on steps.</summary>
internal sealed class AskSchools(Standard standard, FactPack pack, StepGains gains, Asked asked)
{
    private readonly Dictionary<(MeasuredSchool School, string Indicator), Affine> _values = [];

    public void Ask(IReadOnlyList<MeasuredSchool> schools)
    {
        foreach (var school in schools)
        {
            Read(school);
            if (standard.SchoolRule is { } rule)
            {
                AskRule(school, rule);
            }
        }

        foreach (var stage in standard.Stages)
        {
            List<MeasuredSchool> ofStage = [.. schools.Where(s => s.Facts.Stage == stage)];
            if (ofStage.Count == 0)
            {
                asked.BarCounty(ObstacleKind.UnknownFigure, stage, null, $"没有参加评估的{stage.Chinese()}，这个学段无法判定");
                continue;
            }

            AskSingle(stage, ofStage);
            AskComposite(stage, ofStage);
        }
    }

    /// <summary>Works out each indicator as a quantity that grows with steps; one that does not grow evenly stands as it is, and is said.</summary>
    private void Read(MeasuredSchool school)
    {
        foreach (var exact in school.Indicators)
        {
            if (exact.Value is not { } value)
            {
                asked.Bar(ObstacleKind.UnknownFigure, school, exact.Indicator.Id, $"{school.School.Name}（{school.Facts.Stage.Chinese()}）{exact.Indicator.Name}：{Missing(exact)}");
                continue;
            }

            var facts = exact.Indicator.Facts;
            var read = school.Facts.Read(facts).Values;
            var grown = facts.Select((fact, i) => gains.Of(
                read[i], school.Facts.Share(fact), (school.School.Code, pack.Find(fact)!.OfSchool ? null : school.Facts.Stage, fact))).ToList();
            if (exact.Indicator.Compiled.Ratio(grown)?.Whole is { } quantity)
            {
                _values.Add((school, exact.Indicator.Id), quantity);
                continue;
            }

            _values.Add((school, exact.Indicator.Id), new Affine(value, []));
            if (grown.Exists(g => g.Gains.Count > 0))
            {
                asked.Bar(ObstacleKind.NotEven, school, exact.Indicator.Id, $"{school.School.Name}（{school.Facts.Stage.Chinese()}）{exact.Indicator.Name}：算式不随举措均匀变化，没有纳入计算");
            }
        }
    }

    private void AskRule(MeasuredSchool school, SchoolRule rule)
    {
        var judged = school.Indicators.Where(i => i.Indicator.Thresholds[school.Facts.Stage].AtLeast is not null).ToList();
        var items = new List<(Indicator Indicator, CountedQuantity Item)>();
        foreach (var exact in judged.Where(i => i.Value is not null))
        {
            var threshold = exact.Indicator.Thresholds[school.Facts.Stage];
            items.Add((exact.Indicator, new CountedQuantity(_values[(school, exact.Indicator.Id)], threshold.AtLeast!.Value, threshold.Floor ?? threshold.AtLeast.Value)));
        }

        // An unknown indicator may yet meet: it is not the steps' to mend, and the rest is held to what it must reach then.
        var needed = rule.MeetsAtLeast - (judged.Count - items.Count);
        var stuck = items.Where(i => i.Item.Quantity.Constant < i.Item.Meets && !i.Item.Quantity.Gains.Any(g => g.Gain.Sign > 0)).ToList();
        if (stuck.Any(i => i.Item.Quantity.Constant < i.Item.Floor) || items.Count - stuck.Count < needed)
        {
            asked.Bar(ObstacleKind.NoStep, school, null, $"{school.School.Name}（{school.Facts.Stage.Chinese()}）：没有举措能提高{string.Join("、", stuck.Select(i => i.Indicator.Name))}，这所学校无法达标");
            return;
        }

        asked.Require(
            new CountRequirement([.. items.Select(i => i.Item)], needed),
            new RequirementName(school.School.Code, school.Facts.Stage, null, $"{school.School.Name}（{school.Facts.Stage.Chinese()}）达标"));
    }

    private void AskSingle(Stage stage, List<MeasuredSchool> schools)
    {
        foreach (var indicator in standard.Indicators.Where(i => i.Thresholds.ContainsKey(stage)))
        {
            if (standard.Disparity?.EachIndicator != true || indicator.Thresholds[stage].DisparityLimit is not { } limit || Known(indicator, schools) is not { Values.Count: > 0 } known)
            {
                continue;
            }

            var requirement = new DisparityRequirement(known.Values, known.Pupils, limit);
            var words = $"{stage.Chinese()}{indicator.Name}的校际差异系数不高于 {limit}";
            if (known.Values.All(v => v.Gains.Count == 0))
            {
                if (!requirement.Holds([]))
                {
                    asked.BarCounty(ObstacleKind.NoStep, stage, indicator.Id, $"{words}：没有举措能改变这项指标");
                }

                continue;
            }

            asked.Require(requirement, new RequirementName(null, stage, indicator.Id, words));
        }
    }

    private void AskComposite(Stage stage, List<MeasuredSchool> schools)
    {
        if (standard.Disparity?.CompositeLimits.TryGetValue(stage, out var limit) != true)
        {
            return;
        }

        var known = standard.Indicators.Where(i => i.Thresholds.ContainsKey(stage)).Select(i => Known(i, schools)).Where(k => k.Values.Count > 0).ToList();
        if (known.Count == 0)
        {
            return;
        }

        var requirement = new CompositeRequirement([.. known.Select(k => k.Values)], [.. known.Select(k => k.Pupils)], (double)limit);
        var words = $"{stage.Chinese()}综合差异系数不高于 {limit}";
        if (known.Exists(k => k.Values.Any(v => v.Gains.Count > 0)))
        {
            asked.Require(requirement, new RequirementName(null, stage, null, words));
        }
        else if (!requirement.Holds([]))
        {
            asked.BarCounty(ObstacleKind.NoStep, stage, null, $"{words}：没有举措能改变这些指标");
        }
    }

    private (IReadOnlyList<Affine> Values, IReadOnlyList<Fraction> Pupils) Known(Indicator indicator, List<MeasuredSchool> schools)
    {
        var known = schools.Where(s => s.Facts.Pupils is not null && _values.ContainsKey((s, indicator.Id))).ToList();
        return ([.. known.Select(s => _values[(s, indicator.Id)])], [.. known.Select(s => (Fraction)s.Facts.Pupils!.Value)]);
    }

    private string Missing(ExactIndicator exact) => string.Join("；", exact.Missing.Select(m => $"{pack.Find(m.Fact)?.Name ?? m.Fact}{m.Reason}")) + "，补齐数据以前无法判定";
}
