using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.Reports.Fields;

/// <summary>One fact over the whole county.</summary>
internal sealed record ReportedFact(ReportSubject Report, Fact Fact);

/// <summary>What may follow 事实: the id of a fact.</summary>
internal static class FactChoice
{
    public static FieldKind<ReportSubject> Kind { get; } = new FieldKind<ReportSubject>("事实", "fact")
        .Open("事实编号", (word, packs) => packs.Facts.Find(word) is { } fact
            ? FieldOf.One<ReportSubject, ReportedFact>(fact.Name, fact.Id, "", () => FactFields.Kind, r => new ReportedFact(r, fact))
            : null);
}

internal static class FactFields
{
    public static FieldKind<ReportedFact> Kind { get; } = new FieldKind<ReportedFact>("事实", "fact")
        .Words("编号", "id", "事实编号，如 teachers.backbone", f => f.Fact.Id)
        .Words("名称", "name", "事实名称", f => f.Fact.Name)
        .Words("单位", "unit", "单位", f => f.Fact.Unit)
        .Words("定义", "description", "怎样计数", f => f.Fact.Description)
        .Amount("合计", "total", "全县合计", f => Total(f.Report, f.Fact, null))
        .Amount("参评合计", "judged-total", "参加评估的学校合计，每所学校按全校计一次", f => JudgedTotal(f.Report, f.Fact))
        .Open("学段", (word, _) => StageNames.Parse(word) is { } stage
            ? new Field(stage.Chinese(), stage.Id(), "", FieldResult.Amount, null, f => Total(((ReportedFact)f).Report, ((ReportedFact)f).Fact, stage))
            : null);

    public static Reading.Amount Total(ReportSubject report, Fact fact, Stage? stage)
    {
        var source = report.Counted(
            $"fact {fact.Id} {stage?.Id() ?? "all"}", $"全县{stage?.Chinese()}{fact.Name}", fact.Id, stage, null,
            $"全县{stage?.Chinese()}合计：{fact.Description}", report.Address.Schools);
        if (stage is { } asked && (fact.OfSchool || !fact.Stages.Contains(asked)))
        {
            return new(source, null, null, fact.OfSchool ? "这项按全校填报，不分学段" : $"{asked.Chinese()}没有这一项");
        }

        return Sum(source, fact, stage, report.Facts.Schools);
    }

    /// <summary>Over the schools the standard judges and the campuses counted with them; all their stages.</summary>
    private static Reading.Amount JudgedTotal(ReportSubject report, Fact fact)
    {
        var judged = report.Measurement.Schools.SelectMany(s => s.Merged.Prepend(s.School)).ToHashSet();
        var source = report.Counted(
            $"fact {fact.Id} judged", $"参评学校{fact.Name}", fact.Id, null, null, $"参加评估的学校合计：{fact.Description}", report.Address.Schools);
        return Sum(source, fact, null, report.Facts.Schools.Where(s => judged.Contains(s.School.School)));
    }

    private static Reading.Amount Sum(FigureSource source, Fact fact, Stage? stage, IEnumerable<Facts.SchoolFacts> schools)
    {
        var sum = FactSum.Of(schools, fact, stage);
        return new(source, sum.Value, null, sum.Missing, "#,##0.##");
    }
}
