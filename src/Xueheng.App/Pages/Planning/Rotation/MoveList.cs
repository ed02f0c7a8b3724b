using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Planning.Staffing;
using Xueheng.Packs;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning.Rotation;

/// <summary>Who moves where in one stored rotation, and why.</summary>
internal sealed class MoveList(FindScenarios scenarios, PackLibrary packs, IStringLocalizer<Texts> text) : ListSource<PlannedMove>("rotation-moves")
{
    public override async Task<Outcome<Listing<PlannedMove>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (!Guid.TryParse(at["scenario"], out var id))
        {
            return FindScenarios.None;
        }

        var found = await scenarios.FindAsync(at.Place.Published.County, id, cancellation);
        return !found.Succeeded ? found.Failure : found.Value.Plan is { } plan ? Of(RotationQuestion.ReadPlan(plan), at) : FindScenarios.None;
    }

    public Listing<PlannedMove> Of(RotationPlan plan, ListAt at) => new MemoryListing<PlannedMove>(
        Name,
        "交流名单",
        [
            new("name", "姓名", m => m.Name),
            new("teacher", "工号", m => m.Teacher) { Link = m => $"{at.Place.Address.ScenarioOf(StartRotation.Kind, Guid.Parse(at["scenario"]!))}?teacher={Uri.EscapeDataString(m.Teacher)}#decide" },
            new("stage", "学段", m => m.Stage),
            new("subject", "学科", m => packs.Codes["subject"].NameOf(m.Subject)),
            new("backbone", "骨干", m => m.Backbone),
            new("years", "在校年数", m => m.Years) { Number = true, Format = "0" },
            new("from", "现在学校", m => m.FromName) { Link = m => at.Place.Address.School(m.From) },
            new("to", "交流到", m => m.ToName) { Link = m => at.Place.Address.School(m.To) },
            new("km", "公里", m => m.Kilometres) { Number = true, Format = "0.0" },
            new("voluntary", "自愿", m => m.Voluntary),
            new("why", "为什么", m => string.Join(text["；"], m.Why)) { Wraps = true, Sortable = false },
        ],
        plan.Moves)
    {
        At = at,
        Prefix = Name + ".",
        Filters =
        [
            new("q", "姓名、工号或学校", null) { Memory = (m, wanted) => m.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || m.Teacher == wanted || m.FromName.Contains(wanted, StringComparison.OrdinalIgnoreCase) || m.ToName.Contains(wanted, StringComparison.OrdinalIgnoreCase) },
            new("stage", "学段", StaffingChoices.Stages) { Memory = (m, id) => m.Stage == StaffingList.StageOf(id) },
            new("backbone", "骨干", Rosters.RosterFilters.YesNo) { Memory = (m, is_) => m.Backbone == (is_ == "yes") },
        ],
    };
}
