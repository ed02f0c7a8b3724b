using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <param name="Parent">The goal or action it goes under; null for the top.</param>
/// <param name="At">Its place among those under the same parent, from 0; past the end means the end.</param>
public sealed record MoveItemCommand(string County, Guid Item, Guid? Parent, int At, string By);

/// <summary>Moves a goal, an action or a task, with all that is under it.</summary>
public sealed class MoveItem(XuehengDb db, TimeProvider clock)
{
    public async Task<Outcome<PlanItem>> RunAsync(MoveItemCommand command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return PlanRules.NoName;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Set<PlanItem>().FirstOrDefaultAsync(i => i.County == command.County && i.Id == command.Item, cancellation) is not { } item)
        {
            return PlanRules.NoItem;
        }

        var plan = (await db.FindPlanAsync(item.County, item.Plan, cancellation))!;
        var items = db.Set<PlanItem>().Where(i => i.County == item.County && i.Plan == item.Plan);
        var branches = await items.Where(i => i.Kind != PlanItemKind.Task).Select(i => new { i.Id, i.Parent, i.Kind }).ToDictionaryAsync(i => i.Id, cancellation);
        var parent = command.Parent is { } id ? branches.GetValueOrDefault(id) : null;
        if (command.Parent is not null && parent is null)
        {
            return PlanRules.NoItem;
        }

        for (var above = command.Parent; above is { } at; above = branches[at].Parent)
        {
            if (at == item.Id)
            {
                return new Failure("XH5215", "不能移到它自己下面，请另选上级");
            }
        }

        if ((PlanLock.Of(plan) ?? PlanRules.Misplaced(item.Kind, parent?.Kind)) is { } refusal)
        {
            return refusal;
        }

        // Order is the place among siblings, not what anybody wrote: renumbering them is no change of theirs.
        var siblings = await items.Where(i => i.Parent == command.Parent && i.Id != item.Id).OrderBy(i => i.Order).ThenBy(i => i.Id).Select(i => new { i.Id, i.Order }).ToListAsync(cancellation);
        var place = Math.Clamp(command.At, 0, siblings.Count);
        for (var i = 0; i < siblings.Count; i++)
        {
            var order = i < place ? i : i + 1;
            if (siblings[i] is { } sibling && sibling.Order != order)
            {
                await items.Where(s => s.Id == sibling.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Order, order), cancellation);
            }
        }

        item.Parent = command.Parent;
        item.Order = place;
        item.Sign(command.By, clock);
        if (!await db.TrySaveAsync(cancellation))
        {
            return new Failure("XH5216", "刚刚有人改过这一条，请刷新后再移");
        }

        await transaction.CommitAsync(cancellation);
        return item;
    }
}
