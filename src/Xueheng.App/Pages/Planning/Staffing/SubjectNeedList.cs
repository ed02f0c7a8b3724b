using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Packs;
using Xueheng.Planning.Staffing;

namespace Xueheng.App.Pages.Planning.Staffing;

/// <summary>One subject at one school and stage.</summary>
public sealed record SubjectNeed(StaffedPlace Place, SubjectStaffing Subject);

/// <summary>学科余缺: what every subject needs and has, the worst shortage first.</summary>
internal sealed class SubjectNeedList(WorkOutStaffing staffing, PackLibrary packs, IStringLocalizer<Texts> text) : ListSource<SubjectNeed>("subject-needs")
{
    public override async Task<Outcome<Listing<SubjectNeed>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var found = await staffing.RunAsync(at.Place.Published, cancellation);
        return found.Succeeded ? Of(found.Value, at) : found.Failure;
    }

    public Listing<SubjectNeed> Of(CountyStaffing found, ListAt at) => new MemoryListing<SubjectNeed>(
        Name,
        "学科余缺",
        [
            new("name", "学校", r => r.Place.Name) { Link = r => at.Place.Address.School(r.Place.School) },
            new("stage", "学段", r => r.Place.Stage),
            new("town", "乡镇", r => r.Place.Town) { Extra = true },
            new("subject", "学科", r => FigureText.Named(r.Subject.Name, r.Subject.English)),
            new("lessons", "周课时", r => r.Subject.Lessons) { Number = true, Format = "0.#", Link = r => $"{at.Place.Address.Classes}?school={r.Place.School}" },
            new("load", "每岗周课时", r => r.Subject.Load) { Number = true, Format = "0.#" },
            new("need", "需要", r => r.Subject.Need) { Number = true, Format = "0.00" },
            new("have", "现有", r => r.Subject.Have) { Number = true, Link = r => StaffingList.Teachers(at, r.Place, SingleOf(r)) },
            new("covered", "全科和跨科教师折合", r => r.Subject.Covered) { Number = true, Format = "0.00" },
            new("surplus", "余（缺）", r => r.Subject.Surplus) { Number = true, Format = "0.00" },
            new("basis", "依据", r => text[r.Place.ByGrade ? "按各年级班级数" : "按班级总数折算"].Value) { Extra = true, Sortable = false },
        ],
        [.. found.Places.SelectMany(p => p.Subjects.Where(s => s.Need > 0 || s.Have > 0), (p, s) => new SubjectNeed(p, s)).OrderBy(r => r.Subject.Surplus)])
    {
        At = at,
        Prefix = Name + ".",
        Filters =
        [
            new("q", "学校或乡镇", null) { Memory = (r, wanted) => r.Place.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.Place.Town.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.Place.School == wanted },
            new("stage", "学段", StaffingChoices.Stages) { Memory = (r, id) => r.Place.Stage == StaffingList.StageOf(id) },
            new("subject", "学科", [.. packs.Curriculum.Subjects.Select(s => new ListChoice(s.Id, FigureText.Named(s.Name, s.English)))]) { Memory = (r, id) => r.Subject.Subject == id },
            new("standing", "余缺", [new("short", "缺", true), new("balanced", "平", true), new("over", "余", true)]) { Memory = (r, id) => Standing(r.Subject) == id },
        ],
    };

    private string Standing(SubjectStaffing subject) =>
        subject.Surplus <= -packs.Staffing.Near ? "short" : subject.Surplus >= packs.Staffing.Near ? "over" : "balanced";

    /// <summary>The roster filters by one 任教学科; a subject taught by several opens all teachers of the place.</summary>
    private string? SingleOf(SubjectNeed row) => packs.Curriculum.Subjects.First(s => s.Id == row.Subject.Subject).TaughtBy is [var only] ? only : null;
}
