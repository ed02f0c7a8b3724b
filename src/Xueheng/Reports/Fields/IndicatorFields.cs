using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>An indicator of each school.</summary>
internal sealed record ReportedIndicator(ReportSubject Report, Indicator Indicator)
{
    public string Title => $"{Indicator.Id} {Indicator.Name}";
}

internal static class IndicatorFields
{
    public static FieldKind<ReportedIndicator> Kind { get; } = new FieldKind<ReportedIndicator>("学校指标", "indicator")
        .Words("编号", "id", "指标编号，如 L1", i => i.Indicator.Id)
        .Words("名称", "name", "指标名称", i => i.Indicator.Name)
        .Words("简称", "label", "指标简称", i => i.Indicator.Label)
        .Words("单位", "unit", "单位", i => i.Indicator.Unit)
        .Words("公式", "formula", "计算公式", i => i.Indicator.Words)
        .Words("意义", "why", "为什么要看这项指标", i => i.Indicator.Why)
        .Words("措施", "to-do", "未达标时要做什么", i => i.Indicator.ToDo)
        .Words("出处", "source", "达标值的出处", i => i.Indicator.Source)
        .Words("核实", "confirmed", "数字未经核实时写明，否则为空", i => i.Indicator.Confirmed ? "" : "未经核实")
        .Many("学段列表", "stages", "这项指标评估的学段", () => StageIndicatorFields.Kind, Stages)
        .Many("问题学段", "problem-stages", "有学校未达标或差异系数超过限值的学段", () => StageIndicatorFields.Kind, i => [.. Stages(i).Where(s => s.IsProblem)])
        .Open("学段", (word, _) => StageNames.Parse(word) is { } stage
            ? FieldOf.One<ReportedIndicator, StageIndicator>(
                stage.Chinese(), stage.Id(), "", () => StageIndicatorFields.Kind, i => new StageIndicator(i.Report, i.Indicator, stage))
            : null);

    public static IReadOnlyList<StageIndicator> Stages(ReportedIndicator i) =>
        [.. i.Report.Standard.Stages.Where(i.Indicator.Thresholds.ContainsKey).Select(s => new StageIndicator(i.Report, i.Indicator, s))];
}

/// <summary>What may follow 指标: the id of either kind of indicator.</summary>
internal static class IndicatorChoice
{
    public static FieldKind<ReportSubject> Kind { get; } = new FieldKind<ReportSubject>("指标", "indicator")
        .Open("指标编号", (word, packs) =>
            packs.FindIndicator(word) is { } indicator
                ? FieldOf.One<ReportSubject, ReportedIndicator>(indicator.Id, indicator.Id, "", () => IndicatorFields.Kind, r => new ReportedIndicator(r, indicator))
                : packs.FindCountyIndicator(word) is { } county
                    ? FieldOf.One<ReportSubject, ReportedCountyIndicator>(county.Id, county.Id, "", () => CountyIndicatorFields.Kind, r => CountyIndicatorFields.Of(r, county))
                    : null);
}
