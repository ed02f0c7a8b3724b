using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Plans.Targets;

/// <summary>Where the targets of plans stand, computed from the published census; nothing of it is typed in or stored.</summary>
public sealed class MeasureTargets(XuehengDb db, PackLibrary packs, ReadMetric read, TimeProvider clock)
{
    /// <summary>
    /// Every target of a plan, or of all plans in force of the county, by the newest published census of the period or before.
    /// </summary>
    /// <param name="plan">One plan in whatever state; null for all approved plans of the county and its schools.</param>
    public async Task<IReadOnlyList<TargetStanding>> RunAsync(string county, int period, Guid? plan, CancellationToken cancellation)
    {
        var targets = await db.Set<Target>().AsNoTracking()
            .Where(t => t.County == county)
            .Where(t => plan == null
                ? db.Set<Plan>().Any(p => p.County == county && p.Id == t.Plan && p.State == PlanState.Approved)
                : t.Plan == plan)
            .OrderBy(t => t.Due).ThenBy(t => t.Id)
            .ToListAsync(cancellation);
        if (targets.Count == 0)
        {
            return [];
        }

        var revision = await NewestAsync(county, period, cancellation);
        var today = clock.Today();
        var standings = new List<TargetStanding>(targets.Count);
        foreach (var target in targets)
        {
            var reading = revision is null ? null : await read.RunAsync(revision, target.Metric, cancellation) is { Succeeded: true } found ? found.Value.In(target.Unit, packs.Metrics.Units) : null;
            standings.Add(TargetStanding.Of(target, reading, today));
        }

        return standings;
    }

    /// <summary>What the published censuses up to a period say of a target, oldest first: its path as it went.</summary>
    public async Task<IReadOnlyList<MetricReading>> HistoryAsync(Target target, int period, CancellationToken cancellation)
    {
        var revisions = await db.Set<Revision>().AsNoTracking()
            .Where(r => r.County == target.County && r.Period <= period && r.State == RevisionState.Published)
            .OrderBy(r => r.Period).ThenByDescending(r => r.Number)
            .ToListAsync(cancellation);
        var readings = new List<MetricReading>();
        foreach (var revision in revisions.DistinctBy(r => r.Period))
        {
            if (await read.RunAsync(revision, target.Metric, cancellation) is { Succeeded: true } found)
            {
                readings.Add(found.Value.In(target.Unit, packs.Metrics.Units));
            }
        }

        return readings;
    }

    private async Task<Revision?> NewestAsync(string county, int period, CancellationToken cancellation) =>
        await new Revisions(db).FindPublishedBeforeAsync(county, period + 1, cancellation);
}
