using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans;

/// <summary>The targets of a plan, as they are set.</summary>
public sealed class FindTargets(XuehengDb db)
{
    public async Task<IReadOnlyList<Target>> OfPlanAsync(string county, Guid plan, CancellationToken cancellation) =>
        await db.Set<Target>().AsNoTracking().Where(t => t.County == county && t.Plan == plan).OrderBy(t => t.Id).ToListAsync(cancellation);
}
