using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>An indicator of the county.</summary>
internal sealed record ReportedCountyIndicator(ReportSubject Report, CountyIndicator Indicator, CountyMeasurement Measured)
{
    public FigureSource Source(string key, string name, string formula) => Report.Measured(
        $"county {Indicator.Id} {key}", $"{Indicator.Name}{name}", Indicator.Id, null, null, formula,
        Report.Address.CountyIndicator(Report.Standard.Id, Indicator.Id));

    public string Formula => string.Join("；", Indicator.Conditions.Select(c => c.Words));

    public IReadOnlyList<ReportedCondition> Conditions =>
        [.. Measured.Conditions.Select((c, index) => new ReportedCondition(this, c, index, Indicator.Conditions.ElementAtOrDefault(index)))];
}

/// <summary>One condition of an indicator of the county.</summary>
internal sealed record ReportedCondition(ReportedCountyIndicator Owner, ConditionMeasurement Measured, int Index, CountyCondition? Condition)
{
    public string Kind => Condition?.Kind switch
    {
        CountyConditionKind.Total => "合计",
        CountyConditionKind.EverySchool => "逐校",
        CountyConditionKind.ShareOfSchools => "比例",
        _ => "人判",
    };

    public FigureSource Source(string key, string name) => Owner.Source($"condition {Index + 1} {key}", $"·{Measured.Words}{name}", Measured.Words);

    /// <summary>The engine's sentence without the condition it repeats.</summary>
    public string Result => Measured.Verdict == Verdict.Unknown && Condition?.Kind == CountyConditionKind.Judged
        ? "尚待判断"
        : OfficialText.Of(new[] { $"“{Measured.Words}”", $"{Measured.Words}:", $"{Measured.Words}：" }
            .Aggregate(Measured.Detail, (detail, said) => detail.Replace(said, "", StringComparison.Ordinal)));

    public string WhyMissing => Condition?.Kind == CountyConditionKind.Judged ? "由人判断，没有数值" : Measured.Detail;

    /// <summary>Names of the schools that break it, one for each code.</summary>
    public IReadOnlyList<string> SchoolNames =>
        [.. Measured.Schools.Distinct().Select(code =>
            Owner.Report.Facts.Schools.FirstOrDefault(s => s.School.School == code)?.School.Name ?? code)];
}

internal static class CountyIndicatorFields
{
    public static FieldKind<ReportedCountyIndicator> Kind { get; } = new FieldKind<ReportedCountyIndicator>("县级指标", "county indicator")
        .Words("编号", "id", "指标编号，如 G5", c => c.Indicator.Id)
        .Words("名称", "name", "指标要求", c => c.Indicator.Name)
        .Words("分组", "group", "所在部分，如 政府保障程度", c => c.Indicator.Group)
        .Words("意义", "why", "为什么要看这项指标", c => c.Indicator.Why)
        .Words("措施", "to-do", "未达标时要做什么", c => c.Indicator.ToDo)
        .Words("出处", "source", "要求的出处", c => c.Indicator.Source)
        .Words("核实", "confirmed", "数字未经核实时写明，否则为空", c => c.Indicator.Confirmed ? "" : "未经核实")
        .Amount("说明", "detail", "评估情况，写明数值和学校", c => new(c.Source("detail", "·说明", c.Formula), null, OfficialText.Of(c.Measured.Detail), null))
        .Amount("数值", "value", "第一个条件的值", c => new(
            c.Source("value", "", c.Formula), (decimal?)c.Measured.Value, null, c.Measured.Value is null ? Why(c) : null, "0.##",
            (decimal?)(c.Measured.Conditions is [var first, ..] ? first.Bound : null)))
        .Amount("结论", "verdict", "达标、未达标或无法判断", c => VerdictWords.Read(c.Source("verdict", "·结论", c.Formula), c.Measured.Verdict, ""))
        .Many("条件", "conditions", "指标的各个条件", () => ConditionFields.Kind, c => c.Conditions);

    public static ReportedCountyIndicator Of(ReportSubject report, CountyIndicator indicator) => new(
        report, indicator,
        report.Measurement.CountyIndicators.FirstOrDefault(m => m.Id == indicator.Id)
        ?? new CountyMeasurement(indicator.Id, null, Verdict.Unknown, "", [], []));

    public static IReadOnlyList<ReportedCountyIndicator> All(ReportSubject report) =>
        [.. report.Standard.CountyIndicators.Select(i => Of(report, i))];

    private static string Why(ReportedCountyIndicator c) => c.Conditions is [var first, ..] ? first.WhyMissing : "没有可以计算的数据";
}

internal static class ConditionFields
{
    public static FieldKind<ReportedCondition> Kind { get; } = new FieldKind<ReportedCondition>("条件", "condition")
        .Words("表述", "words", "条件的文字", c => c.Measured.Words)
        .Words("单位", "unit", "单位", c => c.Condition?.Unit ?? "")
        .Amount("说明", "detail", "这个条件的评估情况，写明数值和学校", c => new(c.Source("detail", "·说明"), null, OfficialText.Of(c.Measured.Detail), null))
        .Amount("情况", "result", "这个条件的评估情况，不重复条件的文字", c => new(c.Source("result", "·情况"), null, c.Result, null))
        .Words("核实", "confirmed", "限值未经核实时写明，否则为空", c => c.Measured.Confirmed ? "" : "未经核实")
        .Words("类型", "kind", "合计、逐校、比例或人判", c => c.Kind)
        .Words("学校名单", "school-names", "不符合或者无法判断的学校，用顿号连接", c => string.Join('、', c.SchoolNames))
        .Amount("数值", "value", "条件的值", c => new(
            c.Source("value", ""), (decimal?)c.Measured.Value, null, c.Measured.Value is null ? c.WhyMissing : null, "0.##", (decimal?)c.Measured.Bound))
        .Amount("限值", "bound", "条件的限值", c => new(
            c.Source("bound", "·限值"), (decimal?)c.Measured.Bound, null, c.Measured.Bound is null ? "这个条件没有限值" : null, "0.####"))
        .Amount("学校数", "schools", "逐校评估的条件：不符合的学校数", Schools)
        .Amount("结论", "verdict", "达标、未达标或无法判断", c => VerdictWords.Read(c.Source("verdict", "·结论"), c.Measured.Verdict, ""));

    private static Reading.Amount Schools(ReportedCondition c)
    {
        var schools = c.Condition?.Kind == CountyConditionKind.EverySchool ? (decimal?)c.Measured.Value : null;
        return new(c.Source("schools", "·不符合学校数"), schools, null, schools is null ? c.WhyMissing : null, "0");
    }
}
