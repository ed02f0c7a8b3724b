using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Storage;
using static Xueheng.App.Pages.Lists.ListOrders;

namespace Xueheng.App.Pages.Rosters;

/// <summary>Every pupil of the county's published census.</summary>
internal sealed class PupilList(XuehengDb db, SchoolRoll roll, PublishedMemory memory, PackLibrary packs, IHttpContextAccessor request)
    : RosterList<PupilRow>("pupils", "学生名册", db, roll, memory, request)
{
    protected override IEnumerable<ListFilter<PupilRow>> Filters(SchoolRoll.Schools schools) =>
    [
        new("q", "姓名、学籍号、身份证号或学校", null) { Database = (rows, text) => Search(rows, text, schools) },
        new("stage", "学段", RosterFilters.StageChoices) { Database = (rows, id) => StageNames.Parse(id) is { } stage ? rows.Where(p => p.Stage == stage) : rows },
        new("grade", "年级", RosterFilters.Codes(packs.Codes["grade"])) { Database = (rows, grade) => rows.Where(p => p.Grade == grade) },
        new("sex", "性别", [new("男", "男", true), new("女", "女", true)]) { Database = (rows, sex) => rows.Where(p => p.Sex == sex) },
        new("migrant", "随迁", RosterFilters.YesNo) { Database = (rows, is_) => is_ == "yes" ? rows.Where(p => p.Migrant == true) : rows.Where(p => p.Migrant == false) },
        new("leftbehind", "留守", RosterFilters.YesNo) { Database = (rows, is_) => is_ == "yes" ? rows.Where(p => p.LeftBehind == true) : rows.Where(p => p.LeftBehind == false) },
        RosterFilters.School<PupilRow>(schools),
        new("hometown", "户籍乡镇", []) { Database = (rows, town) => rows.Where(p => p.HomeTown == town) },
        new("class", "班号", []) { Database = (rows, name) => rows.Where(p => p.Class == name) },
    ];

    private static IQueryable<PupilRow> Search(IQueryable<PupilRow> rows, string text, SchoolRoll.Schools schools)
    {
        if (text.Length is 18 or 19 && text.All(char.IsAsciiLetterOrDigit))
        {
            var number = text.ToUpperInvariant();
            return rows.Where(p => p.Pupil == number || p.Identity == number);
        }

        if (text.Length >= 4 && text.All(char.IsAsciiLetterOrDigit))
        {
            var part = text.ToUpperInvariant();
            return rows.Where(p => p.Pupil.Contains(part) || p.School == text);
        }

        var at = schools.Matching(text);
        return at.Count == 0 ? rows.Where(p => p.Name.Contains(text)) : rows.Where(p => p.Name.Contains(text) || at.Contains(p.School));
    }

    protected override IEnumerable<ListColumn<PupilRow>> Columns(PageAddress address, SchoolRoll.Schools schools, bool full)
    {
        var grades = packs.Codes["grade"];
        return
        [
            new("name", "姓名", p => p.Name) { Order = By<PupilRow, string>(p => p.Name) },
            new("sex", "性别", p => p.Sex) { Order = By<PupilRow, string>(p => p.Sex) },
            new("pupil", "学籍号", p => Masked.Of(p.Pupil, full)) { Order = By<PupilRow, string>(p => p.Pupil) },
            new("school", "学校", p => schools.NameOf(p.School)) { Order = By<PupilRow, string>(p => p.School), Link = p => address.School(p.School) },
            new("grade", "年级", p => grades.NameOf(p.Grade)) { Order = By<PupilRow, string>(p => p.Grade) },
            new("class", "班号", p => p.Class) { Order = By<PupilRow, string>(p => p.Class) },
            new("born", "出生日期", p => p.Born) { Order = By<PupilRow, DateOnly?>(p => p.Born == null, p => p.Born), Day = true },
            new("migrant", "随迁", p => p.Migrant) { Order = By<PupilRow, bool?>(p => p.Migrant == null, p => p.Migrant) },
            new("leftbehind", "留守", p => p.LeftBehind) { Order = By<PupilRow, bool?>(p => p.LeftBehind == null, p => p.LeftBehind) },
            new("stage", "学段", p => p.Stage) { Order = By<PupilRow, Stage>(p => p.Stage), Extra = true },
            new("identity", "身份证号", p => Masked.Of(p.Identity, full)) { Order = By<PupilRow, string>(p => p.Identity), Extra = true },
            new("disability", "残疾类别", p => packs.Codes["disability"].NameOf(p.Disability ?? "")) { Order = By<PupilRow, string?>(p => p.Disability == null, p => p.Disability), Extra = true },
            new("attendance", "就读方式", p => packs.Codes["attendance"].NameOf(p.Attendance)) { Order = By<PupilRow, string>(p => p.Attendance), Extra = true },
            new("inzone", "划片内", p => p.InZone) { Order = By<PupilRow, bool?>(p => p.InZone == null, p => p.InZone), Extra = true },
            new("hometown", "户籍乡镇", p => p.HomeTown) { Order = By<PupilRow, string>(p => p.HomeTown), Extra = true },
        ];
    }
}
