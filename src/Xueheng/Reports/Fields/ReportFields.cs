using System.Globalization;
using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>Fields of the report itself: where every chain of words ends up.</summary>
internal static class ReportFields
{
    /// <summary>The list only a template that asks for it has read.</summary>
    public const string Plans = "方案列表";

    public static FieldKind<ReportSubject> Kind { get; } = new FieldKind<ReportSubject>("报告", "report")
        .Words("县名", "county-name", "区县名称", r => r.Measurement.Name)
        .Words("县代码", "county", "六位行政区划代码", r => r.Measurement.County)
        .Words("学年", "period", "学年，如 2024—2025", r => $"{r.Period}—{r.Period + 1}")
        .Words("学年初", "period-start", "学年开始的年份，如 2024", r => r.Period.ToString(CultureInfo.InvariantCulture))
        .Words("学年末", "period-end", "学年结束的年份，如 2025", r => (r.Period + 1).ToString(CultureInfo.InvariantCulture))
        .Words("版本", "revision", "基础数据版本号", r => r.Measurement.Revision.ToString(CultureInfo.InvariantCulture))
        .Day("打印日期", "today", "打印这份报告的日期", r => r.Today)
        .Words("上次打印", "last-print", "上次打印这个模板的日期；没有时为空", r => r.Before is { } day ? FigureFormat.Print(day, null) : "")
        .One("标准", "standard", "评估所用的标准", () => StandardFields.Kind, r => r.Standard)
        .Amount("结论", "verdict", "全县总结论：达标、未达标或无法判断", CountyVerdict)
        .Many("学段列表", "stages", "标准评估的学段", () => StageFields.Kind, r => [.. r.Standard.Stages.Select(s => new ReportedStage(r, s))])
        .Many("各学段", "every-stage", "本县有学校的各个学段", () => StageFields.Kind, r =>
            [.. Enum.GetValues<Stage>().Select(s => new ReportedStage(r, s)).Where(s => s.Schools.Count > 0)])
        .One("指标", "indicator", "学校指标或县级指标，后面写编号", () => IndicatorChoice.Kind, r => r)
        .Many("学校指标", "indicators", "标准里按学校计算的全部指标", () => IndicatorFields.Kind, r => [.. r.Standard.Indicators.Select(i => new ReportedIndicator(r, i))])
        .Many("县级指标", "county-indicators", "标准里按县评估的全部指标", () => CountyIndicatorFields.Kind, r => CountyIndicatorFields.All(r))
        .Many("问题指标", "problem-indicators", "有学校未达标或差异系数超过限值的学校指标，逐学段", () => StageIndicatorFields.Kind, Problems)
        .One("事实", "fact", "基础数据的一项计数或合计，后面写编号", () => FactChoice.Kind, r => r)
        .One("县域", "county-item", "县域表填报的一项，后面写项目名", () => CountyItemChoice.Kind, r => r)
        .One("学校类型", "school-type", "某一办学类型，后面写三位办学类型码", () => SchoolTypeChoice.Kind, r => r)
        .Many("学校类型列表", "school-types", "本县有的办学类型", () => SchoolTypeFields.Kind, SchoolTypeFields.All)
        .Many(Plans, "plans", "本学年执行中的县级方案", () => PlanFields.Kind, PlanFields.All)
        .Amount("学校总数", "schools", "全部学校数，含幼儿园和各类学校", SchoolTypeFields.AllSchools)
        .Many("未参评学校", "excluded", "不参加评估的学校和原因", () => ExcludedFields.Kind, r => [.. r.Measurement.Excluded.Select(e => new ReportedExclusion(r, e))])
        .Many("变动", "changes-list", "与上次打印相比变动的数据", () => ChangeFields.Kind, r => r.Changes)
        .Many("缺失", "missing-list", "没有得到的数据和原因", () => MissingFields.Kind, r => r.Missing)
        .Open("学段", (word, _) => StageNames.Parse(word) is { } stage
            ? FieldOf.One<ReportSubject, ReportedStage>(stage.Chinese(), stage.Id(), "", () => StageFields.Kind, r => new ReportedStage(r, stage))
            : null);

    private static Reading.Amount CountyVerdict(ReportSubject r) => VerdictWords.Read(
        r.Measured("county verdict", "全县总结论", "county", null, null, "每所学校、每项差异系数和每项县级指标都达标", r.Address.Check(r.Standard.Id)),
        r.Measurement.Verdict,
        "");

    private static IReadOnlyList<StageIndicator> Problems(ReportSubject r) =>
        [.. r.Standard.Indicators
            .SelectMany(i => IndicatorFields.Stages(new ReportedIndicator(r, i)))
            .Where(i => i.IsProblem)];
}

internal static class StandardFields
{
    public static FieldKind<Standard> Kind { get; } = new FieldKind<Standard>("标准", "standard")
        .Words("编号", "id", "标准包编号", s => s.Id)
        .Words("名称", "name", "标准名称", s => s.Name)
        .Words("文件", "document", "所依据的文件名和文号", s => s.Document)
        .Words("学校规则", "school-rule", "学校综合达标的规则；没有时为空", s => s.SchoolRule?.Words ?? "")
        .Words("差异系数规则", "disparity-rule", "校际差异系数的规则；没有时为空", s => s.Disparity?.Words ?? "")
        .Words("版本", "version", "标准包版本", s => s.Version)
        .Words("哈希", "hash", "标准包内容的 SHA-256", s => s.Hash);
}
