using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

public sealed record DeleteItemCommand(string County, Guid Item, int Edit, string By);

/// <summary>
/// Deletes a goal, an action or a task with all that is under it, unless something hangs on it that must not be lost: handed-in
/// evidence, 督办 records, commitments, targets, plans of schools.
/// </summary>
public sealed class DeleteItem(XuehengDb db)
{
    /// <returns>How many items went.</returns>
    public async Task<Outcome<int>> RunAsync(DeleteItemCommand command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return PlanRules.NoName;
        }

        if (await db.Set<PlanItem>().FirstOrDefaultAsync(i => i.County == command.County && i.Id == command.Item, cancellation) is not { } item)
        {
            return PlanRules.NoItem;
        }

        if (item.Edit != command.Edit)
        {
            return PlanRules.Stale(item);
        }

        var plan = (await db.FindPlanAsync(item.County, item.Plan, cancellation))!;
        var under = await UnderAsync(item, cancellation);
        if ((PlanLock.Of(plan) ?? await HangingAsync(item, under, cancellation)) is { } refusal)
        {
            return refusal;
        }

        db.Remove(item);
        return await db.TrySaveAsync(cancellation) ? under.Count : PlanRules.NoItem;
    }

    /// <summary>The item and everything below it.</summary>
    private async Task<List<Guid>> UnderAsync(PlanItem item, CancellationToken cancellation)
    {
        var children = (await db.Set<PlanItem>().Where(i => i.County == item.County && i.Plan == item.Plan && i.Parent != null)
            .Select(i => new { i.Id, i.Parent }).ToListAsync(cancellation)).ToLookup(i => i.Parent!.Value, i => i.Id);
        var under = new List<Guid> { item.Id };
        for (var at = 0; at < under.Count; at++)
        {
            under.AddRange(children[under[at]]);
        }

        return under;
    }

    private async Task<Failure?> HangingAsync(PlanItem item, List<Guid> under, CancellationToken cancellation)
    {
        if (await db.Set<Evidence>().AnyAsync(e => e.County == item.County && EF.Parameter(under).Contains(e.Task), cancellation)
            || await db.Set<TaskEvent>().AnyAsync(e => e.County == item.County && e.Kind != TaskEventKind.Assigned && EF.Parameter(under).Contains(e.Task), cancellation))
        {
            return new Failure("XH5217", "下面已有报送的成果或督办记录，不能删除；不再做的任务请改名注明，或移到别处");
        }

        if (await db.Set<Commitment>().AnyAsync(c => c.County == item.County && c.Item != null && EF.Parameter(under).Contains(c.Item.Value), cancellation)
            || await db.Set<Target>().AnyAsync(t => t.County == item.County && t.Item != null && EF.Parameter(under).Contains(t.Item.Value), cancellation))
        {
            return new Failure("XH5218", "有承诺或目标挂在它下面，请先把它们改挂到别处再删除");
        }

        return await db.Set<Plan>().AnyAsync(p => p.County == item.County && p.Under != null && EF.Parameter(under).Contains(p.Under.Value), cancellation)
            ? new Failure("XH5219", "有学校的方案挂在这条举措下面，不能删除")
            : null;
    }
}
