using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <param name="Parent">The goal or action it goes under, at the end; null for the top.</param>
public sealed record AddItemCommand(string County, Guid Plan, Guid? Parent, PlanItemKind Kind, ItemFields Fields, string By);

/// <summary>Adds a goal, an action or a task to the tree of a plan. A task is thereby assigned (交办).</summary>
public sealed class AddItem(XuehengDb db, TimeProvider clock)
{
    public async Task<Outcome<PlanItem>> RunAsync(AddItemCommand command, CancellationToken cancellation)
    {
        var fields = command.Fields.Tidy();
        if ((string.IsNullOrWhiteSpace(command.By) ? PlanRules.NoName : fields.Refusal()) is { } refusal)
        {
            return refusal;
        }

        if (await db.FindPlanAsync(command.County, command.Plan, cancellation) is not { } plan)
        {
            return PlanRules.NoPlan;
        }

        var items = db.Set<PlanItem>().Where(i => i.County == command.County && i.Plan == command.Plan);
        var parent = command.Parent is { } id ? await items.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation) : null;
        if (command.Parent is not null && parent is null)
        {
            return PlanRules.NoItem;
        }

        if ((PlanLock.Of(plan) ?? PlanRules.Misplaced(command.Kind, parent?.Kind)) is { } locked)
        {
            return locked;
        }

        var now = clock.GetUtcNow();
        var item = new PlanItem
        {
            County = command.County,
            Id = Guid.CreateVersion7(now),
            Plan = command.Plan,
            Parent = command.Parent,
            Order = (await items.Where(i => i.Parent == command.Parent).MaxAsync(i => (int?)i.Order, cancellation) ?? -1) + 1,
            Kind = command.Kind,
            Title = fields.Title,
            EditedBy = command.By.Trim(),
            EditedAt = now,
        };
        fields.WriteTo(item);
        db.Add(item);
        if (item.Kind == PlanItemKind.Task)
        {
            db.Add(TaskEvents.Of(item, TaskEventKind.Assigned, command.By, clock));
        }

        await db.SaveChangesAsync(cancellation);
        return item;
    }
}
