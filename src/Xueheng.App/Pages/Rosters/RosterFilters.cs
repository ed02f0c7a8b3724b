using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Census;

namespace Xueheng.App.Pages.Rosters;

/// <summary>Filters that the rosters of classes, teachers and pupils share.</summary>
internal static class RosterFilters
{
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    public static IReadOnlyList<ListChoice> StageChoices { get; } = [.. Stages.Select(s => new ListChoice(s.Id(), s.Chinese(), Translate: true))];

    public static IReadOnlyList<ListChoice> YesNo { get; } = [new("yes", "是", Translate: true), new("no", "否", Translate: true)];

    public static IReadOnlyList<ListChoice> Codes(CodeTable table) => [.. table.Entries.Select(e => new ListChoice(e.Code, e.Name))];

    /// <summary>The school, set by links from other pages.</summary>
    public static ListFilter<TRow> School<TRow>(SchoolRoll.Schools schools)
        where TRow : SchoolRowBase => new("school", "学校", [])
        {
            Database = (rows, code) => rows.Where(r => r.School == code),
            Say = schools.NameOf,
        };

    public static ListFilter<TRow> Numbers<TRow>() =>
        new(NumbersShown.Key, "证件号", [new(NumbersShown.InFull, "完整显示", Translate: true)]) { Otherwise = "隐去中间", Narrows = false };

    /// <summary>File and line of the workbook a row came from.</summary>
    public static ListColumn<TRow> Source<TRow>(Revision revision)
        where TRow : CensusRow => new("source", "出处", r => SourceOf(revision, r)) { Extra = true, Sortable = false };

    public static string SourceOf(Revision revision, CensusRow row) =>
        $"{(row.File >= 0 && row.File < revision.Files.Count ? revision.Files[row.File] : "")}:{row.Line}";
}
