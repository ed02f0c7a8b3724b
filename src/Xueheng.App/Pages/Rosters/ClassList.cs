using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Storage;
using static Xueheng.App.Pages.Lists.ListOrders;

namespace Xueheng.App.Pages.Rosters;

/// <summary>Every class of the county's published census, or of one school.</summary>
internal sealed class ClassList(XuehengDb db, SchoolRoll roll, PublishedMemory memory, PackLibrary packs) : ListSource<ClassRow>("classes")
{
    public override async Task<Outcome<Listing<ClassRow>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var revision = at.Place.Published;
        var schools = await roll.OfAsync(revision, cancellation);
        var rows = db.Set<ClassRow>().AsNoTracking().Where(c => c.County == revision.County && c.Revision == revision.Number);
        var school = at["school"];
        if (school is not null)
        {
            rows = rows.Where(c => c.School == school);
        }

        return new RosterListing<ClassRow>(
            Name,
            "班级名册",
            Columns(at.Place.Address, revision, schools, school is null),
            rows,
            revision,
            memory)
        {
            At = at,
            Prefix = school is null ? "" : Name + ".",
            Of = school ?? "",
            Filters = school is null ? Filters(schools) : [],
        };
    }

    private ListFilter<ClassRow>[] Filters(SchoolRoll.Schools schools) =>
    [
        new("q", "班号、名称或学校", null) { Database = (rows, text) => Search(rows, text, schools) },
        new("stage", "学段", RosterFilters.StageChoices) { Database = (rows, id) => StageNames.Parse(id) is { } stage ? rows.Where(c => c.Stage == stage) : rows },
        new("grade", "年级", RosterFilters.Codes(packs.Codes["grade"])) { Database = (rows, grade) => rows.Where(c => c.Grade == grade) },
        new("over", "人数超过", null) { Database = (rows, text) => Number(text) is { } least ? rows.Where(c => c.Pupils > least) : rows },
        RosterFilters.School<ClassRow>(schools),
    ];

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IQueryable<ClassRow> Search(IQueryable<ClassRow> rows, string text, SchoolRoll.Schools schools)
    {
        var at = schools.Matching(text);
        return at.Count == 0
            ? rows.Where(c => c.Class.Contains(text) || c.Name.Contains(text))
            : rows.Where(c => c.Class.Contains(text) || c.Name.Contains(text) || at.Contains(c.School));
    }

    private ListColumn<ClassRow>[] Columns(PageAddress address, Revision revision, SchoolRoll.Schools schools, bool county)
    {
        var grades = packs.Codes["grade"];
        ListColumn<ClassRow>[] columns =
        [
            new("school", "学校", c => schools.NameOf(c.School)) { Order = By<ClassRow, string>(c => c.School), Link = c => address.School(c.School) },
            new("class", "班号", c => c.Class) { Order = By<ClassRow, string>(c => c.Class) },
            new("name", "班级名称", c => c.Name) { Order = By<ClassRow, string>(c => c.Name), Link = c => $"{address.Pupils}?school={c.School}&class={Uri.EscapeDataString(c.Class)}" },
            new("stage", "学段", c => c.Stage) { Order = By<ClassRow, Stage>(c => c.Stage) },
            new("grade", "年级", c => grades.NameOf(c.Grade)) { Order = By<ClassRow, string>(c => c.Grade) },
            new("pupils", "学生数", c => c.Pupils) { Order = By<ClassRow, int?>(c => c.Pupils == null, c => c.Pupils), Number = true },
            new("declared", "填报学生数", c => c.Declared) { Order = By<ClassRow, int?>(c => c.Declared == null, c => c.Declared), Number = true },
            new("counted", "统计学生数", c => c.Counted) { Order = By<ClassRow, int?>(c => c.Counted == null, c => c.Counted), Number = true },
            RosterFilters.Source<ClassRow>(revision),
        ];
        return county ? columns : columns[1..];
    }
}
