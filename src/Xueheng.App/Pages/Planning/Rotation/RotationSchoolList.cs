using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Planning.Staffing;
using Xueheng.Planning;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Scenarios;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Planning.Rotation;

/// <summary>A school and stage before and after a rotation.</summary>
public sealed record RotationSchool(PlaceBeforeAfter Place, SchoolBeforeAfter? Verdicts);

/// <summary>Every school that gives or takes, with its verdict before and after.</summary>
internal sealed class RotationSchoolList(FindScenarios scenarios, IStringLocalizer<Texts> text) : ListSource<RotationSchool>("rotation-schools")
{
    public override async Task<Outcome<Listing<RotationSchool>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (!Guid.TryParse(at["scenario"], out var id))
        {
            return FindScenarios.None;
        }

        var found = await scenarios.FindAsync(at.Place.Published.County, id, cancellation);
        return !found.Succeeded ? found.Failure : found.Value.Plan is { } plan ? Of(RotationQuestion.ReadPlan(plan), at) : FindScenarios.None;
    }

    public Listing<RotationSchool> Of(RotationPlan plan, ListAt at) => new MemoryListing<RotationSchool>(
        Name,
        "各校前后",
        [
            new("name", "学校", r => r.Place.Name) { Link = r => at.Place.Address.School(r.Place.School) },
            new("stage", "学段", r => r.Place.Stage),
            new("leave", "派出", r => r.Place.Leave) { Number = true },
            new("come", "接收", r => r.Place.Come) { Number = true },
            new("before", "教师 现在", r => r.Place.TeachersBefore) { Number = true },
            new("after", "教师 方案", r => r.Place.TeachersAfter) { Number = true },
            new("lackingbefore", "学科缺口 现在", r => r.Place.LackingBefore) { Number = true, Format = "0.0" },
            new("lackingafter", "学科缺口 方案", r => r.Place.LackingAfter) { Number = true, Format = "0.0" },
            new("verdictbefore", "判定 现在", r => r.Verdicts?.Before),
            new("verdictafter", "判定 方案", r => r.Verdicts?.After),
            new("changed", "变化的指标", r => string.Join(text["；"], (r.Verdicts?.Indicators ?? []).Where(i => i.VerdictBefore != i.VerdictAfter).Select(i => $"{i.Id} {Said(i.VerdictBefore)} → {Said(i.VerdictAfter)}"))) { Wraps = true, Sortable = false },
        ],
        [.. plan.Places.Select(p => new RotationSchool(p, plan.Schools.FirstOrDefault(s => s.School == p.School && s.Stage == p.Stage)))])
    {
        At = at,
        Prefix = Name + ".",
        Filters =
        [
            new("q", "学校", null) { Memory = (r, wanted) => r.Place.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) },
            new("stage", "学段", StaffingChoices.Stages) { Memory = (r, id) => r.Place.Stage == StaffingList.StageOf(id) },
        ],
    };

    private string Said(Verdict? verdict) => verdict is { } v ? text[VerdictText.Of(v)].Value : "—";
}
