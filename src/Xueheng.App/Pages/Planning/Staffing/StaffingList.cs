using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Rosters;
using Xueheng.Census;
using Xueheng.Planning.Staffing;

namespace Xueheng.App.Pages.Planning.Staffing;

/// <summary>编制: every school and stage with its posts and those who fill them.</summary>
internal sealed class StaffingList(WorkOutStaffing staffing, IStringLocalizer<Texts> text) : ListSource<StaffedPlace>("staffing")
{
    public override async Task<Outcome<Listing<StaffedPlace>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var found = await staffing.RunAsync(at.Place.Published, cancellation);
        return found.Succeeded ? Of(found.Value, at) : found.Failure;
    }

    public Listing<StaffedPlace> Of(CountyStaffing found, ListAt at) => new MemoryListing<StaffedPlace>(
        Name,
        "各校编制",
        [
            new("name", "学校", p => p.Name) { Link = p => at.Place.Address.School(p.School) },
            new("stage", "学段", p => p.Stage),
            new("town", "乡镇", p => p.Town),
            new("pupils", "学生数", p => p.Pupils) { Number = true },
            new("classes", "班级数", p => p.Classes) { Number = true, Link = p => $"{at.Place.Address.Classes}?school={p.School}" },
            new("quota", "核定编制", p => p.Quota?.Posts) { Number = true },
            new("words", "怎样核定", p => p.Quota is { } quota ? quota.Words + (quota.Confirmed ? "" : text["（未经核实）"].Value) : null) { Sortable = false },
            new("staff", "占编人数", p => p.Staff) { Number = true, Link = p => Teachers(at, p) },
            new("over", "超（缺）编", p => p.OverQuota) { Number = true },
            new("fulltime", "专任教师", p => p.FullTime) { Number = true, Link = p => Teachers(at, p) },
            new("short", "缺教师的学科", p => string.Join(text["、"], p.Subjects.Where(s => s.Surplus <= -1).OrderBy(s => s.Surplus).Select(s => $"{FigureText.Named(s.Name, s.English)} {-s.Surplus:0.#}"))) { Sortable = false, Wraps = true },
        ],
        [.. found.Places])
    {
        At = at,
        Prefix = Name + ".",
        Filters =
        [
            new("q", "学校或乡镇", null) { Memory = (p, wanted) => p.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || p.Town.Contains(wanted, StringComparison.OrdinalIgnoreCase) || p.School == wanted },
            new("stage", "学段", StaffingChoices.Stages) { Memory = (p, id) => p.Stage == StageOf(id) },
            new("over", "编制", [new("over", "超编", true), new("under", "缺编", true)]) { Memory = (p, id) => id == "over" ? p.OverQuota > 0 : p.OverQuota < 0 },
        ],
    };

    internal static Stage? StageOf(string id) => StageNames.Parse(id);

    internal static string Teachers(ListAt at, StaffedPlace place, string? subject = null) =>
        $"{at.Place.Address.Teachers}?school={place.School}&stage={StageNames.Id(place.Stage)}{(subject is null ? "" : "&subject=" + Uri.EscapeDataString(subject))}";
}

/// <summary>Choices that the lists of staffing share.</summary>
internal static class StaffingChoices
{
    public static IReadOnlyList<ListChoice> Stages { get; } = [.. RosterFilters.StageChoices.Where(c => c.Value is "primary" or "junior")];
}
