using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Storage;
using static Xueheng.App.Pages.Lists.ListOrders;

namespace Xueheng.App.Pages.Rosters;

/// <summary>Every teacher of the county's published census.</summary>
internal sealed class TeacherList(XuehengDb db, SchoolRoll roll, PublishedMemory memory, PackLibrary packs, IHttpContextAccessor request)
    : RosterList<TeacherRow>("teachers", "教师名册", db, roll, memory, request)
{
    protected override IEnumerable<ListFilter<TeacherRow>> Filters(SchoolRoll.Schools schools) =>
    [
        new("q", "姓名、工号、身份证号或学校", null) { Database = (rows, text) => Search(rows, text, schools) },
        new("stage", "任课学段", RosterFilters.StageChoices) { Database = (rows, id) => StageNames.Parse(id) is { } stage ? rows.Where(t => t.Stage == stage) : rows },
        new("subject", "学科", RosterFilters.Codes(packs.Codes["subject"])) { Database = (rows, subject) => rows.Where(t => t.Subject == subject) },
        new("degree", "学历", RosterFilters.Codes(packs.Codes["degree"])) { Database = (rows, degree) => rows.Where(t => t.Degree == degree) },
        new("title", "职称", RosterFilters.Codes(packs.Codes["title"])) { Database = (rows, title) => rows.Where(t => t.Title == title) },
        new("backbone", "骨干级别", BackboneChoices()) { Database = (rows, level) => Enum.TryParse<BackboneLevel>(level, out var wanted) ? rows.Where(t => t.Backbone == wanted) : rows },
        new("rotated", "本学年交流", RosterFilters.YesNo) { Database = (rows, is_) => is_ == "yes" ? rows.Where(t => t.Rotated == true) : rows.Where(t => t.Rotated == false) },
        new("certified", "持证", RosterFilters.YesNo) { Database = (rows, is_) => is_ == "yes" ? rows.Where(t => t.Certified == true) : rows.Where(t => t.Certified == false) },
        RosterFilters.School<TeacherRow>(schools),
    ];

    /// <summary>骨干级别 in words; translated where it is shown.</summary>
    public static string BackboneText(BackboneLevel level) => level switch
    {
        BackboneLevel.School => "校级",
        BackboneLevel.County => "县级",
        BackboneLevel.City => "市级",
        BackboneLevel.Province => "省级",
        _ => "无",
    };

    private static ListChoice[] BackboneChoices() =>
        [.. Enum.GetValues<BackboneLevel>().Select(level => new ListChoice(level.ToString(), BackboneText(level), Translate: true))];

    private static IQueryable<TeacherRow> Search(IQueryable<TeacherRow> rows, string text, SchoolRoll.Schools schools)
    {
        if (text.All(char.IsAsciiLetterOrDigit))
        {
            var part = text.ToUpperInvariant();
            return rows.Where(t => t.Teacher.Contains(text) || t.Teacher.Contains(part) || t.Identity == part || t.School == text);
        }

        var at = schools.Matching(text);
        return at.Count == 0 ? rows.Where(t => t.Name.Contains(text)) : rows.Where(t => t.Name.Contains(text) || at.Contains(t.School));
    }

    protected override IEnumerable<ListColumn<TeacherRow>> Columns(PageAddress address, SchoolRoll.Schools schools, bool full) =>
    [
        new("name", "姓名", t => t.Name) { Order = By<TeacherRow, string>(t => t.Name) },
        new("sex", "性别", t => t.Sex) { Order = By<TeacherRow, string>(t => t.Sex), Extra = true },
        new("teacher", "工号", t => t.Teacher) { Order = By<TeacherRow, string>(t => t.Teacher) },
        new("school", "学校", t => schools.NameOf(t.School)) { Order = By<TeacherRow, string>(t => t.School), Link = t => address.School(t.School) },
        new("stage", "任课学段", t => t.Stage) { Order = By<TeacherRow, Stage>(t => t.Stage) },
        new("subject", "学科", t => packs.Codes["subject"].NameOf(t.Subject)) { Order = By<TeacherRow, string>(t => t.Subject) },
        new("degree", "学历", t => packs.Codes["degree"].NameOf(t.Degree)) { Order = By<TeacherRow, string>(t => t.Degree) },
        new("title", "职称", t => packs.Codes["title"].NameOf(t.Title)) { Order = By<TeacherRow, string>(t => t.Title) },
        new("backbone", "骨干级别", t => t.Backbone is { } level ? BackboneText(level) : null) { Order = By<TeacherRow, BackboneLevel?>(t => t.Backbone == null, t => t.Backbone) },
        new("fulltime", "专任", t => t.FullTime) { Order = By<TeacherRow, bool>(t => t.FullTime), Extra = true },
        new("certified", "持证", t => t.Certified) { Order = By<TeacherRow, bool?>(t => t.Certified == null, t => t.Certified) },
        new("training", "近五年培训学时", t => t.TrainingHours) { Order = By<TeacherRow, double?>(t => t.TrainingHours == null, t => t.TrainingHours), Number = true },
        new("rotated", "本学年交流", t => t.Rotated) { Order = By<TeacherRow, bool?>(t => t.Rotated == null, t => t.Rotated) },
        new("born", "出生日期", t => t.Born) { Order = By<TeacherRow, DateOnly?>(t => t.Born == null, t => t.Born), Day = true, Extra = true },
        new("identity", "身份证号", t => Masked.Of(t.Identity, full)) { Order = By<TeacherRow, string>(t => t.Identity), Extra = true },
        new("staff", "编制类别", t => packs.Codes["staff-type"].NameOf(t.StaffType)) { Order = By<TeacherRow, string>(t => t.StaffType), Extra = true },
        new("since", "从教年月", t => t.TeachingSince) { Order = By<TeacherRow, DateOnly?>(t => t.TeachingSince == null, t => t.TeachingSince), Day = true, Extra = true },
        new("atschool", "到校年月", t => t.AtSchoolSince) { Order = By<TeacherRow, DateOnly?>(t => t.AtSchoolSince == null, t => t.AtSchoolSince), Day = true, Extra = true },
    ];
}
