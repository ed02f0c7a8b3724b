using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <param name="Edit">The edit the person had in front of them.</param>
public sealed record ChangeItemCommand(string County, Guid Item, int Edit, ItemFields Fields, string By);

/// <summary>
/// Renames a goal, an action or a task, gives it to somebody else or changes its days. Who saves over a change they have not
/// seen is told (<see cref="Edits.StaleCode"/>) and nothing is saved.
/// </summary>
public sealed class ChangeItem(XuehengDb db, TimeProvider clock)
{
    public async Task<Outcome<PlanItem>> RunAsync(ChangeItemCommand command, CancellationToken cancellation)
    {
        var fields = command.Fields.Tidy();
        if ((string.IsNullOrWhiteSpace(command.By) ? PlanRules.NoName : fields.Refusal()) is { } refusal)
        {
            return refusal;
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
        if (PlanLock.Of(plan) is { } locked)
        {
            return locked;
        }

        if (IsDueFixed(plan, item) && fields.Due != item.Due)
        {
            return new Failure("XH5214", "方案已生效，完成期限要用“延期”来改，写明理由，两个日期都会留下");
        }

        fields.WriteTo(item);
        item.Sign(command.By, clock);
        return await db.TrySaveAsync(cancellation)
            ? item
            : await db.Set<PlanItem>().AsNoTracking().FirstOrDefaultAsync(i => i.County == command.County && i.Id == command.Item, cancellation) is { } now
                ? PlanRules.Stale(now)
                : PlanRules.NoItem;
    }

    /// <summary>The day of a task of a plan in force is only moved by <see cref="ExtendTasks"/>, which keeps both days and the reason.</summary>
    public static bool IsDueFixed(Plan plan, PlanItem item) =>
        plan.State == PlanState.Approved && item.Kind == PlanItemKind.Task && item.Due is not null;
}
