using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Carrying;
using Xueheng.Storage;

namespace Xueheng.Plans.SchoolPlans;

/// <summary>做新版本: a draft copied from a school's approved plan, which stays in force until the new one is approved.</summary>
public sealed class NewVersion(XuehengDb db, TimeProvider clock)
{
    public async Task<Outcome<Plan>> RunAsync(string county, Guid plan, string by, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(by))
        {
            return PlanRules.NoName;
        }

        if (await db.FindPlanAsync(county, plan, cancellation) is not { School: not null } now)
        {
            return PlanRules.NoPlan;
        }

        if (now.State != PlanState.Approved)
        {
            return new Failure("XH5255", "批准了的方案才能做新版本；没有批准的直接修改就行");
        }

        if (await db.Set<Plan>().AnyAsync(p => p.County == county && p.Replaces == plan, cancellation))
        {
            return new Failure("XH5256", "已经有一个新版本在办，请在那个版本里修改");
        }

        var at = clock.GetUtcNow();
        var next = new Plan
        {
            County = county,
            Id = Guid.CreateVersion7(at),
            Title = now.Title,
            From = now.From,
            Until = now.Until,
            State = PlanState.Draft,
            School = now.School,
            Under = now.Under,
            Version = now.Version + 1,
            Replaces = now.Id,
            EditedBy = by.Trim(),
            EditedAt = at,
        };
        db.Add(next);
        var items = await db.Set<PlanItem>().AsNoTracking().Where(i => i.County == county && i.Plan == plan).ToListAsync(cancellation);
        db.AddRange(CopiedItems.Of(items, null, next.Id, null, keep: true, by.Trim(), at));
        return await db.TryAddAsync(cancellation) ? next : new Failure("XH5256", "已经有一个新版本在办，请在那个版本里修改");
    }
}
