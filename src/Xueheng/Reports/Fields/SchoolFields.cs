using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>A school in one stage.</summary>
internal sealed record ReportedSchool(ReportSubject Report, SchoolMeasurement School)
{
    public string Title => $"{School.Name}·{School.Stage.Chinese()}";

    public IReadOnlyList<SchoolIndicator> Indicators =>
        [.. School.Indicators
            .Select(m => (Measured: m, Indicator: Report.Packs.FindIndicator(m.Id)))
            .Where(i => i.Indicator is not null)
            .Select(i => new SchoolIndicator(Report, School, i.Indicator!, i.Measured))];

    public SchoolIndicator Find(Indicator indicator) => new(
        Report, School, indicator,
        School.Indicators.FirstOrDefault(i => i.Id == indicator.Id) ?? new IndicatorMeasurement(indicator.Id, null, null, null, null, null, [], []));

    public Reading.Amount Pupils => new(
        Source("pupils", "学生数", "本学段在校学生数，含计入本校的校区、教学点"), School.Pupils, null, School.Pupils is null ? "学生数没有数据" : null, "#,##0");

    public FigureSource Source(string key, string name, string formula) => Report.Measured(
        $"school {School.School} {School.Stage.Id()} {key}", $"{Title}·{name}", key, School.Stage, School.School, formula, Report.Address.School(School.School));
}

internal static class SchoolFields
{
    private static FieldKind<ReportedSchool> Choice { get; } = new FieldKind<ReportedSchool>("学校的指标", "indicator of a school")
        .Open("学校指标编号", (word, packs) => packs.FindIndicator(word) is { } indicator
            ? FieldOf.One<ReportedSchool, SchoolIndicator>(indicator.Id, indicator.Id, "", () => SchoolIndicatorFields.Kind, s => s.Find(indicator))
            : null);

    public static FieldKind<ReportedSchool> Kind { get; } = new FieldKind<ReportedSchool>("学校", "school")
        .Words("代码", "code", "学校标识码", s => s.School.School)
        .Words("名称", "name", "学校名称", s => s.School.Name)
        .Words("学段名", "stage", "学段名称", s => s.School.Stage.Chinese())
        .Words("乡镇", "town", "所在乡镇", s => s.School.Town)
        .Words("办别", "ownership", "公办或民办", s => s.School.Public ? "公办" : "民办")
        .Words("类型", "type", "办学类型", s => s.Report.Packs.Codes[ReportPacks.SchoolTypes].NameOf(s.School.Type))
        .Amount("学生数", "pupils", "本学段学生数（含计入本校的教学点）", s => s.Pupils)
        .Amount("达标项数", "meets", "达标的指标数", s => new(s.Source("meets", "达标指标数", "达到达标值的指标数"), s.Indicators.Count(i => i.Measured.Verdict == Verdict.Meets), null, null, "0"))
        .Amount("结论", "verdict", "学校总结论", SchoolVerdict)
        .One("指标", "indicator", "这所学校的一项指标，后面写编号", () => Choice, s => s)
        .One("事实", "fact", "这所学校的一项事实，后面写编号", () => SchoolFactFields.Choice, s => s)
        .Many("指标列表", "indicators", "这所学校的全部指标", () => SchoolIndicatorFields.Kind, s => s.Indicators)
        .Many("未达标指标", "short-list", "这所学校未达标的指标", () => SchoolIndicatorFields.Kind, s => [.. s.Indicators.Where(i => i.Measured.Verdict is Verdict.Near or Verdict.Fails)]);

    private static Reading.Amount SchoolVerdict(ReportedSchool s) => VerdictWords.Read(
        s.Source("verdict", "学校结论", s.Report.Standard.SchoolRule?.Words ?? ""), s.School.Verdict, "标准没有规定学校总结论");
}

/// <summary>Facts of one school.</summary>
internal static class SchoolFactFields
{
    public static FieldKind<ReportedSchool> Choice { get; } = new FieldKind<ReportedSchool>("学校的事实", "fact of a school")
        .Open("事实编号", (word, packs) => packs.Facts.Find(word) is { } fact
            ? new Field(fact.Name, fact.Id, "", FieldResult.Amount, null, s => Read((ReportedSchool)s, fact))
            : null);

    private static Reading.Amount Read(ReportedSchool s, Fact fact)
    {
        var stage = fact.OfSchool ? (Stage?)null : s.School.Stage;
        var value = s.Report.Facts.Schools.FirstOrDefault(f => f.School.School == s.School.School)?[fact.Id, stage];
        var source = s.Report.Counted(
            $"school {s.School.School} {stage?.Id() ?? "all"} {fact.Id}",
            $"{s.School.Name}·{stage?.Chinese() ?? "全校"}·{fact.Name}",
            fact.Id, stage, s.School.School, fact.Description, s.Report.Address.Fact(s.School.School, stage, fact.Id));
        return new Reading.Amount(source, value?.Value, null, value?.Value is null ? value?.Missing ?? "没有填报" : null);
    }
}
