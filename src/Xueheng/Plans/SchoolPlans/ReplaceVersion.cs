using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Carrying;
using Xueheng.Storage;

namespace Xueheng.Plans.SchoolPlans;

/// <summary>
/// Lets a new version take the place of the one before: each task that was copied takes over state, evidence and history, and a
/// last day that the new version moved is on record with both days.
/// </summary>
internal sealed class ReplaceVersion(XuehengDb db, TimeProvider clock)
{
    public async Task RunAsync(Plan plan, Guid before, string by, CancellationToken cancellation)
    {
        var old = await db.Set<PlanItem>().Where(i => i.County == plan.County && i.Plan == before).ToDictionaryAsync(i => i.Id, cancellation);
        var copies = await db.Set<PlanItem>().Where(i => i.County == plan.County && i.Plan == plan.Id && i.CopiedFrom != null).ToListAsync(cancellation);
        foreach (var copy in copies)
        {
            if (old.GetValueOrDefault(copy.CopiedFrom!.Value) is not { Kind: PlanItemKind.Task } was)
            {
                continue;
            }

            await db.Set<Evidence>().Where(e => e.County == plan.County && e.Task == was.Id)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.Task, copy.Id), cancellation);
            await db.Set<TaskEvent>().Where(e => e.County == plan.County && e.Task == was.Id)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.Task, copy.Id), cancellation);
            if (copy.Due != was.Due && was.State != TaskState.Accepted)
            {
                db.Add(TaskEvents.Of(copy, TaskEventKind.Extended, by, clock, $"第 {plan.Version} 版方案调整期限", was.Due, copy.Due));
            }

            copy.State = was.State;
            copy.Done = was.Done;
            copy.Sign(by, clock);
        }

        var replaced = await db.Set<Plan>().FirstAsync(p => p.County == plan.County && p.Id == before, cancellation);
        replaced.State = PlanState.Superseded;
        replaced.Sign(by, clock);
        db.Add(new PlanReview
        {
            County = plan.County, Id = Guid.CreateVersion7(clock.GetUtcNow()), Plan = before, State = PlanState.Superseded, By = by.Trim(), At = clock.GetUtcNow(),
        });
    }
}
