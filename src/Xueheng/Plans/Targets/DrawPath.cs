using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Engines.Text;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Plans.Targets;

/// <summary>Draws the yearly path of a target from what the published census says.</summary>
public sealed class DrawPath(XuehengDb db, PackLibrary packs, ReadMetric read)
{
    /// <summary>
    /// A straight line that begins at the census in force when the plan was made, else at the newest there is that says anything.
    /// Without any it is the last step alone, and for an increase, which counts from where it begins, there is none.
    /// </summary>
    /// <param name="made">First day of the plan; null when nobody said.</param>
    public async Task<List<PathStep>> RunAsync(Target target, DateOnly? made, CancellationToken cancellation)
    {
        var revisions = await db.Set<Revision>().AsNoTracking()
            .Where(r => r.County == target.County && r.State == RevisionState.Published)
            .OrderByDescending(r => r.Period).ThenByDescending(r => r.Number)
            .ToListAsync(cancellation);
        var (from, last) = (made is { } day ? Deadlines.PeriodOf(day) : int.MaxValue, Deadlines.PeriodOf(target.Due));
        foreach (var revision in revisions.DistinctBy(r => r.Period).OrderByDescending(r => r.Period <= from).ThenByDescending(r => r.Period < last))
        {
            if (await read.RunAsync(revision, target.Metric, cancellation) is { Succeeded: true } found
                && found.Value.In(target.Unit, packs.Metrics.Units).Value is { } value)
            {
                return Between(target.Comparison, target.Value, last, revision.Period, (decimal)value);
            }
        }

        return target.Comparison == Comparison.IncreaseBy ? [] : [new PathStep { Period = last, Value = target.Value }];
    }

    /// <summary>What is met where the path begins is to be kept, not let slip to the value.</summary>
    internal static List<PathStep> Between(Comparison comparison, decimal value, int last, int from, decimal begins)
    {
        var goal = comparison == Comparison.IncreaseBy ? begins + value : value;
        var met = (comparison == Comparison.AtLeast && begins >= goal) || (comparison == Comparison.AtMost && begins <= goal);
        return TargetPath.Straight(from, met ? goal : begins, last, goal);
    }
}
