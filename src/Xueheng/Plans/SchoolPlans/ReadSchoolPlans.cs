using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Progress;
using Xueheng.Storage;

namespace Xueheng.Plans.SchoolPlans;

/// <summary>An action of the county's plan that schools may have plans under.</summary>
/// <param name="Tasks">Tasks under it that are the pattern.</param>
public sealed record SchoolAction(Guid Id, string Title, int Tasks, int Plans, int Approved, int Submitted);

/// <summary>A school's plan under an action.</summary>
/// <param name="Newest">The last version, which may still be a draft.</param>
/// <param name="InForce">The approved version; null when none is.</param>
/// <param name="Tasks">Of the version in force, else of the newest.</param>
public sealed record SchoolPlan(Plan Newest, Plan? InForce, TaskCount Tasks);

/// <summary>Reads the plans of schools under the actions of a county's plan.</summary>
public sealed class ReadSchoolPlans(XuehengDb db, ReadTree trees, TimeProvider clock)
{
    /// <summary>Every action of the plan, in the order of the tree.</summary>
    public async Task<IReadOnlyList<SchoolAction>> ActionsAsync(string county, Guid plan, CancellationToken cancellation)
    {
        var tree = await trees.RunAsync(county, plan, cancellation);
        var actions = tree.All.Where(b => b.Kind == PlanItemKind.Action).ToList();
        var plans = (await db.Set<Plan>()
            .Where(p => p.County == county && p.School != null && p.State != PlanState.Superseded
                && db.Set<PlanItem>().Any(i => i.County == county && i.Id == p.Under && i.Plan == plan))
            .Select(p => new { p.Under, p.School, p.State }).ToListAsync(cancellation)).ToLookup(p => p.Under!.Value);
        return
        [
            .. actions.Select(a => new SchoolAction(
                a.Id, a.Title, a.Total.All, plans[a.Id].Select(p => p.School).Distinct().Count(),
                plans[a.Id].Count(p => p.State == PlanState.Approved), plans[a.Id].Count(p => p.State == PlanState.Submitted))),
        ];
    }

    /// <summary>Plans under an action by 学校标识码.</summary>
    public async Task<IReadOnlyDictionary<string, SchoolPlan>> UnderAsync(string county, Guid action, CancellationToken cancellation)
    {
        var plans = await db.Set<Plan>().AsNoTracking()
            .Where(p => p.County == county && p.Under == action && p.School != null && p.State != PlanState.Superseded)
            .OrderByDescending(p => p.Version)
            .ToListAsync(cancellation);
        var today = clock.Today();
        var counts = await db.Set<PlanItem>()
            .Where(i => i.County == county && i.Kind == PlanItemKind.Task
                && db.Set<Plan>().Any(p => p.County == county && p.Id == i.Plan && p.Under == action && p.State != PlanState.Superseded))
            .GroupBy(i => i.Plan)
            .Select(g => new
            {
                g.Key,
                All = g.Count(),
                Accepted = g.Count(i => i.State == TaskState.Accepted),
                Submitted = g.Count(i => i.State == TaskState.Submitted),
                Returned = g.Count(i => i.State == TaskState.Returned),
                Overdue = g.Count(i => i.Due < today && (i.State == TaskState.Open || i.State == TaskState.Returned)),
            })
            .ToDictionaryAsync(g => g.Key, g => new TaskCount(g.All, g.Accepted, g.Submitted, g.Returned, g.Overdue, null, null), cancellation);
        return plans.GroupBy(p => p.School!).ToDictionary(
            g => g.Key,
            g =>
            {
                var inForce = g.FirstOrDefault(p => p.State == PlanState.Approved);
                return new SchoolPlan(g.First(), inForce, counts.GetValueOrDefault((inForce ?? g.First()).Id, TaskCount.None));
            });
    }

    /// <summary>The steps of a plan's approval, the newest first.</summary>
    public async Task<IReadOnlyList<PlanReview>> ReviewsAsync(string county, Guid plan, CancellationToken cancellation) =>
        await db.Set<PlanReview>().AsNoTracking().Where(r => r.County == county && r.Plan == plan)
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToListAsync(cancellation);

    /// <summary>The version that replaces a plan or is to; null when there is none.</summary>
    public Task<Plan?> NextAsync(string county, Guid plan, CancellationToken cancellation) =>
        db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == county && p.Replaces == plan, cancellation);

    /// <summary>The county's plan an action is of.</summary>
    public Task<Guid> CountyPlanAsync(string county, Guid action, CancellationToken cancellation) =>
        db.Set<PlanItem>().Where(i => i.County == county && i.Id == action).Select(i => i.Plan).FirstAsync(cancellation);
}
