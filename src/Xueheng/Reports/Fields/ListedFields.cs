using System.Globalization;
using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>A school the standard does not judge.</summary>
internal sealed record ReportedExclusion(ReportSubject Report, ExcludedSchool School);

internal static class ExcludedFields
{
    public static FieldKind<ReportedExclusion> Kind { get; } = new FieldKind<ReportedExclusion>("未参评学校", "excluded school")
        .Words("代码", "code", "学校标识码", e => e.School.School)
        .Words("名称", "name", "学校名称", e => e.School.Name)
        .Words("学段名", "stage", "学段名称", e => e.School.Stage.Chinese())
        .Words("原因", "reason", "不参加评估的原因", e => e.School.Reason)
        .Amount("学生数", "pupils", "本学段学生数", e => new(
            e.Report.Measured(
                $"school {e.School.School} {e.School.Stage.Id()} pupils", $"{e.School.Name}·{e.School.Stage.Chinese()}·学生数", "pupils",
                e.School.Stage, e.School.School, "本学段在校学生数", e.Report.Address.School(e.School.School)),
            e.School.Pupils, null, e.School.Pupils is null ? "学生数没有数据" : null, "#,##0"));
}

internal static class ChangeFields
{
    public static FieldKind<FigureChange> Kind { get; } = new FieldKind<FigureChange>("变动", "change")
        .Words("名称", "name", "哪个数据", c => c.Name)
        .Words("类别", "kind", "变动、新增或不再出现", c => c.Kind.Chinese())
        .Words("上次", "before", "上次打印的数", c => c.Before ?? "")
        .Words("本次", "after", "这次打印的数", c => c.After ?? "");

    public static string Chinese(this FigureChangeKind kind) => kind switch
    {
        FigureChangeKind.Changed => "变动",
        FigureChangeKind.Added => "新增",
        FigureChangeKind.Removed => "不再出现",
    };
}

internal static class MissingFields
{
    public static FieldKind<MissingFigure> Kind { get; } = new FieldKind<MissingFigure>("缺失", "missing figure")
        .Words("编号", "number", "数据来源表里的编号", m => m.Number.ToString(CultureInfo.InvariantCulture))
        .Words("名称", "name", "哪个数据", m => m.Name)
        .Words("原因", "reason", "为什么没有", m => m.Reason);
}
