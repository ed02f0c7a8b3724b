using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Plans.SchoolPlans;

namespace Xueheng.App.Pages.SchoolPlans;

/// <summary>Every school of the county under one action: who has a plan, how it stands, who is missing.</summary>
internal sealed class SchoolPlanList(ReadSchoolPlans plans, SchoolRoll roll) : ListSource<SchoolPlanRow>("school-plans")
{
    /// <summary>Id of the form the boxes belong to.</summary>
    public const string Form = "make";

    private static readonly string[] States = ["还没有方案", "草稿", "已报送", "已退回", "已批准"];

    public override bool NeedsPublished => false;

    public override Task<Outcome<Listing<SchoolPlanRow>>> OpenAsync(ListAt at, CancellationToken cancellation) => OpenAsync(at, [], cancellation);

    /// <param name="picks">The columns before the others; not for the sheet.</param>
    public async Task<Outcome<Listing<SchoolPlanRow>>> OpenAsync(ListAt at, IEnumerable<ListColumn<SchoolPlanRow>> picks, CancellationToken cancellation)
    {
        if (!Guid.TryParse(at["action"], out var action))
        {
            return new Failure("XH5250", "请选择县级方案里的一条举措");
        }

        return new MemoryListing<SchoolPlanRow>(
            Name,
            "一校一案",
            [
                .. picks,
                new("name", "学校", r => r.Name) { Wraps = true, Link = r => r.Plan is { } plan ? at.Place.Address.PlanTree(plan.Newest.Id) : null },
                new("town", "乡镇", r => r.Town),
                new("state", "状态", r => r.State) { Translated = true },
                new("version", "版本", r => r.Plan?.Newest.Version) { Number = true },
                new("force", "生效版本", r => r.Plan?.InForce?.Version) { Number = true, Link = r => r.Plan?.InForce is { } plan ? at.Place.Address.PlanTree(plan.Id) : null },
                new("tasks", "任务", r => r.Plan?.Tasks.All) { Number = true },
                new("accepted", "已验收", r => r.Plan?.Tasks.Accepted) { Number = true },
                new("share", "进度", r => r.Plan?.Tasks.Share) { Number = true, Format = "0%" },
                new("overdue", "超期", r => r.Plan?.InForce is null ? null : r.Plan.Tasks.Overdue) { Number = true },
                new("edited", "最近改动", r => r.Plan?.Newest.EditedAt),
            ],
            await RowsAsync(at.Place, action, cancellation))
        {
            At = at,
            Filters =
            [
                new("q", "学校名称", null) { Memory = (r, words) => r.Name.Contains(words, StringComparison.OrdinalIgnoreCase) },
                new("state", "状态", [.. States.Select((s, i) => new ListChoice(Keys[i], s, true))]) { Memory = (r, key) => Array.IndexOf(Keys, key) is >= 0 and var i && r.State == States[i] },
            ],
        };
    }

    /// <summary>Schools of the published census, and those that have a plan but are no longer in it.</summary>
    public async Task<IReadOnlyList<SchoolPlanRow>> RowsAsync(Place place, Guid action, CancellationToken cancellation)
    {
        var have = await plans.UnderAsync(place.County!.Code, action, cancellation);
        var schools = place.Revision is { } revision ? (await roll.OfAsync(revision, cancellation)).All : [];
        var known = schools.Select(s => s.School).ToHashSet();
        return
        [
            .. schools.Where(s => s.Main is null).Select(s => new SchoolPlanRow(s.School, s.Name, s.Town, have.GetValueOrDefault(s.School))),
            .. have.Where(h => !known.Contains(h.Key)).Select(h => new SchoolPlanRow(h.Key, h.Value.Newest.Title.Split('：')[0], null, h.Value)),
        ];
    }

    /// <summary>Names of <see cref="States"/> in addresses.</summary>
    private static readonly string[] Keys = ["missing", "draft", "submitted", "returned", "approved"];
}
