using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Standards;

namespace Xueheng.Plans.Measuring;

/// <summary>What the packs say of a metric.</summary>
/// <param name="Name">In the language of the packs, with the stage or the school's kind of figure: 县级以上骨干教师数（小学）.</param>
/// <param name="Unit">What its figure is counted in.</param>
/// <param name="Source">Name of the standard, or 事实.</param>
public sealed record MetricDefinition(Metric Metric, string Name, string Unit, string Source)
{
    /// <summary>A coefficient has no unit.</summary>
    public const string NoUnit = "";

    /// <returns>Why the packs do not have it, in one sentence (XH5120), when they do not.</returns>
    public static Outcome<MetricDefinition> Of(Metric metric, FactPack facts, IReadOnlyList<Standard> standards)
    {
        if (metric.Fact is { } id)
        {
            return facts.Find(id) is not { } fact ? Unknown($"没有事实 {id}")
                : metric.Stage is { } stage && !fact.OfSchool && !fact.Stages.Contains(stage) ? Unknown($"{fact.Name}没有{stage.Chinese()}的数")
                : metric.Stage is not null && fact.OfSchool ? Unknown($"{fact.Name}是全校的数，不分学段")
                : new MetricDefinition(metric, fact.Name + Of(metric.Stage), fact.Unit, "事实");
        }

        if (standards.FirstOrDefault(s => s.Id == metric.Standard) is not { } standard)
        {
            return Unknown($"没有标准 {metric.Standard}");
        }

        if (standard.FindCountyIndicator(metric.Indicator!) is { } county)
        {
            return metric.School is not null || metric.Disparity ? Unknown($"{county.Name}是全县的指标，不分学校")
                : metric.Stage is not null ? Unknown($"{county.Name}是全县的指标，不分学段")
                : county.Conditions[0].Kind == CountyConditionKind.Judged ? Unknown($"{county.Name}由人判断，没有数可比")
                : new MetricDefinition(metric, county.Name, UnitOf(county), standard.Name);
        }

        return standard.FindIndicator(metric.Indicator!) is not { } indicator ? Unknown($"{standard.Name}没有指标 {metric.Indicator}")
            : metric.Stage is not { } of ? Unknown($"{indicator.Name}分学段，请选择学段")
            : !indicator.Thresholds.ContainsKey(of) ? Unknown($"{indicator.Name}没有{of.Chinese()}的标准")
            : metric.Disparity ? new MetricDefinition(metric, $"{indicator.Name}校际差异系数{Of(of)}", NoUnit, standard.Name)
            : new MetricDefinition(metric, $"{indicator.Name}{(metric.School is null ? "县平均" : "")}{Of(of)}", indicator.Unit, standard.Name);
    }

    /// <summary>What the figure of a county indicator is counted in: that of its first condition.</summary>
    internal static string UnitOf(CountyIndicator indicator) => UnitOf(indicator.Conditions[0]);

    private static string UnitOf(CountyCondition condition) => condition.Kind switch
    {
        CountyConditionKind.EverySchool => "所",
        CountyConditionKind.ShareOfSchools => "%",
        _ => condition.Unit,
    };

    private static string Of(Stage? stage) => stage is { } of ? $"（{of.Chinese()}）" : "";

    private static Failure Unknown(string why) => new("XH5120", why);
}
