using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>One stage of the county.</summary>
internal sealed record ReportedStage(ReportSubject Report, Stage Stage)
{
    /// <summary>Schools with this stage; campuses and teaching points counted with a main school are not schools of their own.</summary>
    public IReadOnlyList<SchoolFactsOf> Schools =>
        [.. Report.Facts.Schools.Where(s => s.School.Main is null && s.Stages.Contains(Stage)).Select(s => new SchoolFactsOf(s))];

    public CompositeMeasurement? Composite => Report.Measurement.Composite.FirstOrDefault(c => c.Stage == Stage);

    public FigureSource Counted(string key, string name, string formula) => Report.Counted(
        $"stage {Stage.Id()} {key}", $"{Stage.Chinese()}·{name}", key, Stage, null, formula, Report.Address.Schools);

    public FigureSource Measured(string key, string name, string formula) => Report.Measured(
        $"stage {Stage.Id()} {key}", $"{Stage.Chinese()}·{name}", key, Stage, null, formula, Report.Address.Check(Report.Standard.Id));
}

/// <summary>A school as the census has it.</summary>
internal sealed record SchoolFactsOf(Facts.SchoolFacts Facts);

internal static class StageFields
{
    private const string NoRule = "标准没有规定学校总结论";

    private static FieldKind<ReportedStage> IndicatorOfStage { get; } = new FieldKind<ReportedStage>("学段的指标", "indicator of a stage")
        .Open("学校指标编号", (word, packs) => packs.FindIndicator(word) is { } indicator
            ? FieldOf.One<ReportedStage, StageIndicator>(
                indicator.Id, indicator.Id, "", () => StageIndicatorFields.Kind, s => new StageIndicator(s.Report, indicator, s.Stage))
            : null);

    private static FieldKind<ReportedStage> FactOfStage { get; } = new FieldKind<ReportedStage>("学段的事实", "fact of a stage")
        .Open("事实编号", (word, packs) => packs.Facts.Find(word) is { OfSchool: false } fact
            ? new Field(fact.Name, fact.Id, "", FieldResult.Amount, null, s => FactFields.Total(((ReportedStage)s).Report, fact, ((ReportedStage)s).Stage))
            : null);

    public static FieldKind<ReportedStage> Kind { get; } = new FieldKind<ReportedStage>("学段", "stage")
        .Words("学段名", "stage", "学段名称", s => s.Stage.Chinese())
        .Amount("学校数", "schools", "有这个学段的学校数，计入主校的教学点不单算", s => Count(s, "schools", "学校数", _ => true))
        .Amount("公办学校数", "public-schools", "其中公办", s => Count(s, "public-schools", "公办学校数", f => f.School.Public))
        .Amount("民办学校数", "private-schools", "其中民办", s => Count(s, "private-schools", "民办学校数", f => !f.School.Public))
        .Amount("参评学校数", "judged-schools", "参加评估的学校数", s => new(
            s.Measured("judged-schools", "参评学校数", "参加评估的学校数"), s.Report.SchoolsOf(s.Stage).Count, null, null, "#,##0"))
        .Amount("通过学校数", "passing-schools", "综合达标的学校数", s => Judged(s, "passing-schools", "综合达标学校数", m => m.Verdict == Verdict.Meets))
        .Amount("未通过学校数", "failing-schools", "综合未达标的学校数", s => Judged(s, "failing-schools", "综合未达标学校数", m => m.Verdict == Verdict.Fails))
        .Amount("无法判断学校数", "unknown-schools", "缺数据、无法判断的学校数", s => Judged(s, "unknown-schools", "综合无法判断学校数", m => m.Verdict == Verdict.Unknown))
        .Amount("通过率", "passing-share", "综合达标学校的比例", PassingShare)
        .Amount("综合差异系数", "composite", "各项差异系数的算术平均", s => new(
            s.Measured("composite", "综合差异系数", "各项校际差异系数的算术平均"), (decimal?)s.Composite?.Cv, null,
            s.Composite?.Cv is null ? "有指标的差异系数算不出" : null, "0.000", (decimal?)s.Composite?.Limit))
        .Amount("综合差异系数限值", "composite-limit", "综合差异系数的限值", s => new(
            s.Measured("composite-limit", "综合差异系数限值", s.Report.Standard.Disparity?.Words ?? ""), (decimal?)s.Composite?.Limit, null,
            s.Composite?.Limit is null ? "标准没有规定综合差异系数限值" : null, "0.####"))
        .Amount("综合差异系数结论", "composite-verdict", "综合差异系数是否不超过限值", s => VerdictWords.Read(
            s.Measured("composite-verdict", "综合差异系数结论", "综合差异系数不大于限值"), s.Composite?.Verdict, "标准没有规定综合差异系数限值"))
        .One("指标", "indicator", "这个学段的一项学校指标，后面写编号", () => IndicatorOfStage, s => s)
        .One("事实", "fact", "这个学段的一项事实，后面写编号", () => FactOfStage, s => s)
        .Many("学校", "schools-list", "参加评估的学校", () => SchoolFields.Kind, s => Schools(s, _ => true))
        .Many("通过学校", "passing-list", "综合达标的学校", () => SchoolFields.Kind, s => Schools(s, m => m.Verdict == Verdict.Meets))
        .Many("未通过学校", "failing-list", "综合未达标的学校", () => SchoolFields.Kind, s => Schools(s, m => m.Verdict == Verdict.Fails))
        .Many("无法判断学校", "unknown-list", "缺数据、综合无法判断的学校", () => SchoolFields.Kind, s => Schools(s, m => m.Verdict == Verdict.Unknown))
        .Many("未参评学校", "excluded", "不参加评估的学校", () => ExcludedFields.Kind, s =>
            [.. s.Report.Measurement.Excluded.Where(e => e.Stage == s.Stage).Select(e => new ReportedExclusion(s.Report, e))])
        .Many("学校指标", "indicators", "这个学段的全部学校指标", () => StageIndicatorFields.Kind, s =>
            [.. s.Report.Standard.Indicators.Where(i => i.Thresholds.ContainsKey(s.Stage)).Select(i => new StageIndicator(s.Report, i, s.Stage))]);

    private static Reading.Amount Count(ReportedStage s, string key, string name, Func<Facts.SchoolFacts, bool> where) => new(
        s.Counted(key, name, $"“学校”表中有{s.Stage.Chinese()}学段的学校数，计入主校的校区、教学点不单算"),
        s.Schools.Count(f => where(f.Facts)), null, null, "#,##0");

    private static Reading.Amount Judged(ReportedStage s, string key, string name, Func<SchoolMeasurement, bool> where) => s.Report.Standard.SchoolRule is { } rule
        ? new(s.Measured(key, name, rule.Words), s.Report.SchoolsOf(s.Stage).Count(where), null, null, "#,##0")
        : new(s.Measured(key, name, ""), null, null, NoRule);

    private static Reading.Amount PassingShare(ReportedStage s)
    {
        var schools = s.Report.SchoolsOf(s.Stage);
        var rule = s.Report.Standard.SchoolRule;
        return new(
            s.Measured("passing-share", "学校综合达标率", $"综合达标学校数÷参评学校数（{rule?.Words}）"),
            schools.Count == 0 ? null : (decimal)schools.Count(m => m.Verdict == Verdict.Meets) / schools.Count,
            null,
            rule is null ? NoRule : schools.Count == 0 ? $"没有参加评估的{s.Stage.Chinese()}" : null,
            "0.0%",
            1);
    }

    private static IReadOnlyList<ReportedSchool> Schools(ReportedStage s, Func<SchoolMeasurement, bool> where) =>
        [.. s.Report.SchoolsOf(s.Stage).Where(where).Select(m => new ReportedSchool(s.Report, m))];
}
