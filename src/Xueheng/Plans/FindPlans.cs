using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans;

/// <summary>One plan in the list of a county's plans.</summary>
/// <param name="Commitments">Found and not rejected.</param>
/// <param name="Unlooked">Those of <paramref name="Commitments"/> nobody has looked at yet.</param>
public sealed record PlanListed(Plan Plan, string? FileName, DateOnly? Date, int Commitments, int Unlooked, int Targets, int Tasks);

/// <summary>Finds 方案.</summary>
public sealed class FindPlans(XuehengDb db)
{
    /// <returns>Not tracked; null when the county has no such plan.</returns>
    public async Task<Plan?> FindAsync(string county, Guid plan, CancellationToken cancellation) =>
        await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == county && p.Id == plan, cancellation);

    /// <summary>The county's own plans, not those of its schools; the last changed first.</summary>
    public async Task<IReadOnlyList<PlanListed>> ListAsync(string county, CancellationToken cancellation)
    {
        var plans = await db.Set<Plan>().AsNoTracking()
            .Where(p => p.County == county && p.School == null)
            .OrderByDescending(p => p.EditedAt).ThenBy(p => p.Id)
            .ToListAsync(cancellation);
        var documents = await db.Set<PlanDocument>().AsNoTracking()
            .Where(d => d.County == county)
            .Select(d => new { d.Id, d.FileName })
            .ToDictionaryAsync(d => d.Id, cancellation);
        var commitments = await db.Set<Commitment>().AsNoTracking()
            .Where(c => c.County == county && c.State != CommitmentState.Rejected)
            .GroupBy(c => c.Plan)
            .Select(g => new { g.Key, All = g.Count(), Unlooked = g.Count(c => c.State == CommitmentState.Found) })
            .ToDictionaryAsync(g => g.Key, cancellation);
        var targets = await CountAsync(db.Set<Target>().Where(t => t.County == county).Select(t => t.Plan), cancellation);
        var tasks = await CountAsync(db.Set<PlanItem>().Where(i => i.County == county && i.Kind == PlanItemKind.Task).Select(i => i.Plan), cancellation);
        return
        [
            .. plans.Select(p =>
            {
                var document = p.Document is { } id ? documents.GetValueOrDefault(id) : null;
                var found = commitments.GetValueOrDefault(p.Id);
                return new PlanListed(
                    p, document?.FileName, p.SourceDate, found?.All ?? 0, found?.Unlooked ?? 0, targets.GetValueOrDefault(p.Id), tasks.GetValueOrDefault(p.Id));
            }),
        ];
    }

    private static Task<Dictionary<Guid, int>> CountAsync(IQueryable<Guid> plans, CancellationToken cancellation) =>
        plans.GroupBy(p => p).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
}
