using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Confirming;

/// <summary>Finds what a plan's document promises and reports.</summary>
public sealed class FindCommitments(XuehengDb db)
{
    /// <summary>All of a plan, rejected ones too, in the order of the document. Not tracked.</summary>
    public async Task<IReadOnlyList<Commitment>> ListAsync(string county, Guid plan, CancellationToken cancellation) =>
        await db.Set<Commitment>().AsNoTracking()
            .Where(c => c.County == county && c.Plan == plan)
            .OrderBy(c => c.Order).ThenBy(c => c.Id)
            .ToListAsync(cancellation);

    /// <returns>Not tracked; null when the county has no such document.</returns>
    public async Task<PlanDocument?> DocumentAsync(string county, Guid document, CancellationToken cancellation) =>
        await db.Set<PlanDocument>().AsNoTracking().FirstOrDefaultAsync(d => d.County == county && d.Id == document, cancellation);

    /// <summary>Titles of the goals and actions of a plan, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> SectionsAsync(string county, Guid plan, CancellationToken cancellation) =>
        await db.Set<PlanItem>().AsNoTracking()
            .Where(i => i.County == county && i.Plan == plan && i.Kind != PlanItemKind.Task)
            .ToDictionaryAsync(i => i.Id, i => i.Title, cancellation);

    /// <summary>Divisions already named in the county's plans, in order.</summary>
    public async Task<IReadOnlyList<string>> DivisionsAsync(string county, CancellationToken cancellation)
    {
        var named = await db.Set<Commitment>().Where(c => c.County == county && c.Division != null).Select(c => c.Division!).Distinct()
            .Union(db.Set<PlanItem>().Where(i => i.County == county && i.Lead != null).Select(i => i.Lead!))
            .ToListAsync(cancellation);
        return [.. named.Order(StringComparer.Ordinal)];
    }

    /// <summary>Targets of a plan by their commitment.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> TargetsAsync(string county, Guid plan, CancellationToken cancellation) =>
        await db.Set<Target>().AsNoTracking()
            .Where(t => t.County == county && t.Plan == plan && t.Commitment != null)
            .ToDictionaryAsync(t => t.Commitment!.Value, t => t.Id, cancellation);
}
