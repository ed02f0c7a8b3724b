using Xueheng.App.Pages.Lists;
using Xueheng.Plans;

namespace Xueheng.App.Pages.Plans;

/// <summary>The county's plans.</summary>
internal sealed class PlanList(FindPlans plans) : ListSource<PlanListed>("plans")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<PlanListed>>> OpenAsync(ListAt at, CancellationToken cancellation) =>
        new MemoryListing<PlanListed>(
            Name,
            "方案",
            [
                new("title", "方案", p => p.Plan.Title) { Wraps = true, Link = p => at.Place.Address.Plan(p.Plan.Id) },
                new("state", "状态", p => PlanFrame.StateOf(p.Plan.State)) { Translated = true },
                new("date", "文件日期", p => p.Date) { Day = true },
                new("commitments", "承诺", p => p.Commitments) { Number = true, Link = p => p.Plan.Document is null ? null : at.Place.Address.Reading(p.Plan.Id) },
                new("unlooked", "待核对", p => p.Unlooked) { Number = true, Link = p => p.Unlooked == 0 ? null : at.Place.Address.Reading(p.Plan.Id) + "?state=found" },
                new("targets", "目标", p => p.Targets) { Number = true },
                new("tasks", "任务", p => p.Tasks) { Number = true },
                new("edited", "最近改动", p => p.Plan.EditedAt),
                new("by", "改动人", p => p.Plan.EditedBy),
                new("file", "文件", p => p.FileName) { Wraps = true },
            ],
            await plans.ListAsync(at.Place.County!.Code, cancellation))
        {
            At = at,
            Prefix = Name + ".",
            Filters =
            [
                new("q", "方案名称", null) { Memory = (p, words) => p.Plan.Title.Contains(words, StringComparison.OrdinalIgnoreCase) },
                new("state", "状态", [.. Enum.GetValues<PlanState>().Select(s => new ListChoice(s.ToString(), PlanFrame.StateOf(s), true))]) { Memory = (p, state) => p.Plan.State.ToString() == state },
            ],
        };
}
