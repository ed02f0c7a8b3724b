using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Plans.Targets;
using Xueheng.Storage;

namespace Xueheng.Plans.Accounts;

/// <summary>Gathers what a yearly account says of the county's plans in force.</summary>
public sealed class AccountPlans(XuehengDb db, MeasureTargets measure, ReadMetric read, PackLibrary packs)
{
    /// <summary>The county's own approved plans that run in the school year of the revision, the earliest first.</summary>
    public async Task<IReadOnlyList<PlanAccount>> RunAsync(Revision revision, CancellationToken cancellation)
    {
        var county = revision.County;
        var (first, last) = (new DateOnly(revision.Period, 9, 1), new DateOnly(revision.Period + 1, 8, 31));
        var plans = await db.Set<Plan>().AsNoTracking()
            .Where(p => p.County == county && p.School == null && p.State == PlanState.Approved)
            .Where(p => (p.From == null || p.From <= last) && (p.Until == null || p.Until >= first))
            .OrderBy(p => p.From).ThenBy(p => p.Id)
            .ToListAsync(cancellation);
        var accounts = new List<PlanAccount>();
        foreach (var plan in plans)
        {
            accounts.Add(await AccountAsync(plan, revision, cancellation));
        }

        return accounts;
    }

    private async Task<PlanAccount> AccountAsync(Plan plan, Revision revision, CancellationToken cancellation)
    {
        var (county, id) = (plan.County, plan.Id);
        var items = await db.Set<PlanItem>().AsNoTracking().Where(i => i.County == county && i.Plan == id).OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(cancellation);
        var commitments = await db.Set<Commitment>().AsNoTracking()
            .Where(c => c.County == county && c.Plan == id && c.State == CommitmentState.Accepted)
            .OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(cancellation);
        var results = await db.Set<Evidence>().AsNoTracking()
            .Where(e => e.County == county && e.State == EvidenceState.Accepted && db.Set<PlanItem>().Any(i => i.County == county && i.Id == e.Task && i.Plan == id))
            .OrderBy(e => e.DecidedAt).ThenBy(e => e.Id)
            .Select(e => new { e.Task, e.Result, At = e.DecidedAt ?? e.GivenAt })
            .ToListAsync(cancellation);
        var told = new List<CommitmentAccount>();
        foreach (var commitment in commitments)
        {
            var reading = commitment.Metric is { } metric && await read.RunAsync(revision, metric, cancellation) is { Succeeded: true } found
                ? found.Value.In(commitment.Unit, packs.Metrics.Units)
                : null;
            told.Add(new CommitmentAccount(commitment, reading));
        }

        return new PlanAccount(
            plan,
            [.. InTreeOrder(items.ToLookup(i => i.Parent), null)],
            told,
            await measure.RunAsync(county, revision.Period, id, cancellation),
            [.. results.Select(r => new TaskResult(r.Task, r.Result, CountyClock.DayOf(r.At)))]);
    }

    private static IEnumerable<PlanItem> InTreeOrder(ILookup<Guid?, PlanItem> items, Guid? parent)
    {
        var left = new Stack<PlanItem>(items[parent].Reverse());
        while (left.TryPop(out var item))
        {
            yield return item;
            foreach (var child in items[item.Id].Reverse())
            {
                left.Push(child);
            }
        }
    }
}
