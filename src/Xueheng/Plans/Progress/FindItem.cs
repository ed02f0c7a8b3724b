using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Progress;

/// <summary>Finds one goal, action or task of a plan.</summary>
public sealed class FindItem(XuehengDb db)
{
    /// <returns>Not tracked; null when the plan has no such item.</returns>
    public Task<PlanItem?> RunAsync(string county, Guid plan, Guid item, CancellationToken cancellation) =>
        db.Set<PlanItem>().AsNoTracking().FirstOrDefaultAsync(i => i.County == county && i.Plan == plan && i.Id == item, cancellation);

    /// <summary>Its place among those under the same parent, from 0.</summary>
    public Task<int> PlaceAsync(PlanItem item, CancellationToken cancellation) =>
        db.Set<PlanItem>().CountAsync(
            i => i.County == item.County && i.Plan == item.Plan && i.Parent == item.Parent && i.Order < item.Order, cancellation);
}
