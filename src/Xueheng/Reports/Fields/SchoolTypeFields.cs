namespace Xueheng.Reports.Fields;

/// <summary>The schools of one 办学类型.</summary>
internal sealed record ReportedSchoolType(ReportSubject Report, string Code, string Name);

internal static class SchoolTypeFields
{
    public static FieldKind<ReportedSchoolType> Kind { get; } = new FieldKind<ReportedSchoolType>("学校类型", "school type")
        .Words("代码", "code", "办学类型码", t => t.Code)
        .Words("名称", "name", "办学类型名称", t => t.Name)
        .Amount("学校数", "schools", "这个类型的学校数", t => new(
            t.Report.Counted($"school-type {t.Code} schools", $"{t.Name}数", t.Code, null, null, $"“学校”表中办学类型码为 {t.Code} 的学校数", t.Report.Address.Schools),
            t.Report.Facts.Schools.Count(s => s.School.Type == t.Code), null, null, "#,##0"));

    public static IReadOnlyList<ReportedSchoolType> All(ReportSubject report) =>
        [.. report.Facts.Schools.Select(s => s.School.Type).Distinct().Order(StringComparer.Ordinal)
            .Select(code => new ReportedSchoolType(report, code, report.Packs.Codes[ReportPacks.SchoolTypes].NameOf(code)))];

    public static Reading.Amount AllSchools(ReportSubject report) => new(
        report.Counted("schools", "学校总数", "schools", null, null, "“学校”表的学校数，含幼儿园、教学点", report.Address.Schools),
        report.Facts.Schools.Count, null, null, "#,##0");
}

/// <summary>What may follow 学校类型: a code or a name of the code table.</summary>
internal static class SchoolTypeChoice
{
    public static FieldKind<ReportSubject> Kind { get; } = new FieldKind<ReportSubject>("学校类型", "school-type")
        .Open("办学类型码", (word, packs) => packs.Codes[ReportPacks.SchoolTypes].Read(word) is { } type
            ? FieldOf.One<ReportSubject, ReportedSchoolType>(type.Name, type.Code, "", () => SchoolTypeFields.Kind, r => new ReportedSchoolType(r, type.Code, type.Name))
            : null);
}
