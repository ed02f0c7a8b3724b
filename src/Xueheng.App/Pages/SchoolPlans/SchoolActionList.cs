using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Plans.SchoolPlans;

namespace Xueheng.App.Pages.SchoolPlans;

/// <summary>Actions of the county's plan with the plans of schools under them.</summary>
internal sealed class SchoolActionList(ReadSchoolPlans plans, SchoolRoll roll) : ListSource<SchoolAction>("school-actions")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<SchoolAction>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (!Guid.TryParse(at["plan"], out var plan))
        {
            return new Failure("XH5204", "没有这个方案，可能已被删除，请回到方案列表");
        }

        var all = at.Place.Revision is { } revision ? (await roll.OfAsync(revision, cancellation)).All.Count(s => s.Main is null) : 0;
        string Of(SchoolAction a, string more = "") => $"{at.Place.Address.PlanSchools(plan)}?action={a.Id}{more}";
        return new MemoryListing<SchoolAction>(
            Name,
            "各举措的一校一案",
            [
                new("title", "举措", a => a.Title) { Wraps = true, Link = a => Of(a) },
                new("tasks", "下面的任务", a => a.Tasks) { Number = true, Note = "为学校建方案时照着复制" },
                new("plans", "已建方案的学校", a => a.Plans) { Number = true },
                new("submitted", "等待审批", a => a.Submitted) { Number = true, Link = a => a.Submitted == 0 ? null : Of(a, "&state=submitted") },
                new("approved", "已批准", a => a.Approved) { Number = true, Link = a => a.Approved == 0 ? null : Of(a, "&state=approved") },
                new("missing", "还没有方案", a => a.Plans == 0 ? null : Math.Max(0, all - a.Plans)) { Number = true, Link = a => Of(a, "&state=missing") },
            ],
            await plans.ActionsAsync(at.Place.County!.Code, plan, cancellation))
        {
            At = at,
            Prefix = Name + ".",
            Filters = [new("q", "举措名称", null) { Memory = (a, words) => a.Title.Contains(words, StringComparison.OrdinalIgnoreCase) }],
        };
    }
}
