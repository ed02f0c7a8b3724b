using Microsoft.EntityFrameworkCore;
using Xueheng.Engines.Text;
using Xueheng.Plans.Progress;
using Xueheng.Storage;

namespace Xueheng.Plans.Targets;

/// <summary>How many targets stand how. A target that cannot be measured is counted as such.</summary>
public sealed record TargetCount(int Reached, int OnPath, int Behind, int Unknown)
{
    public static readonly TargetCount None = new(0, 0, 0, 0);

    public int All => Reached + OnPath + Behind + Unknown;

    public static TargetCount Of(IEnumerable<TargetStanding> standings) => standings.Aggregate(None, (sum, s) => s.State switch
    {
        TargetState.Reached => sum with { Reached = sum.Reached + 1 },
        TargetState.OnPath => sum with { OnPath = sum.OnPath + 1 },
        TargetState.Behind => sum with { Behind = sum.Behind + 1 },
        _ => sum with { Unknown = sum.Unknown + 1 },
    });
}

/// <summary>A goal or an action with how far all that stands under it is.</summary>
/// <param name="Targets">Of the targets at or under it.</param>
/// <param name="Promises">Accepted promises at or under it that are no target and are kept by tasks.</param>
public sealed record BranchProgress(Branch Branch, TargetCount Targets, int Promises, IReadOnlyList<BranchProgress> Under);

/// <param name="Branches">The goals and actions at the top, each with those under it.</param>
/// <param name="Tasks">All tasks of the plan.</param>
/// <param name="Unlooked">Commitments nobody has looked at yet.</param>
public sealed record PlanProgressed(
    Plan Plan, IReadOnlyList<TargetStanding> Targets, IReadOnlyList<BranchProgress> Branches, TaskCount Tasks, IReadOnlyList<AchievedCompared> Achieved, int Unlooked);

/// <summary>
/// 方案进度: computed from what the census says of its targets and from the tasks whose evidence was accepted, added up over
/// goals and actions. Tasks are counted in the database, so a plan of ten thousand opens as fast as one of ten.
/// </summary>
public sealed class PlanProgress(XuehengDb db, MeasureTargets measure, CompareAchieved compare, ReadTree read)
{
    /// <returns>Null when the county has no such plan.</returns>
    public async Task<PlanProgressed?> RunAsync(string county, int period, Guid plan, CancellationToken cancellation)
    {
        if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == county && p.Id == plan, cancellation) is not { } found)
        {
            return null;
        }

        var targets = await measure.RunAsync(county, period, plan, cancellation);
        var tree = await read.RunAsync(county, plan, cancellation);
        var commitments = db.Set<Commitment>().AsNoTracking().Where(c => c.County == county && c.Plan == plan);
        var promises = await commitments
            .Where(c => c.State == CommitmentState.Accepted && c.Kind == CommitmentKind.Promised)
            .Where(c => !db.Set<Target>().Any(t => t.County == county && t.Commitment == c.Id))
            .GroupBy(c => c.Item)
            .Select(g => new { Item = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Item ?? Guid.Empty, g => g.Count, cancellation);
        var unlooked = await commitments.CountAsync(c => c.State == CommitmentState.Found, cancellation);
        var byItem = targets.ToLookup(t => t.Target.Item);
        return new PlanProgressed(
            found,
            targets,
            [.. tree.Roots.Select(b => Gather(b, byItem, promises).Progress)],
            tree.Total,
            await compare.RunAsync(county, period, found, cancellation),
            unlooked);
    }

    private static (BranchProgress Progress, List<TargetStanding> Targets) Gather(
        Branch branch, ILookup<Guid?, TargetStanding> targets, Dictionary<Guid, int> promises)
    {
        var under = branch.Branches.Select(b => Gather(b, targets, promises)).ToList();
        List<TargetStanding> all = [.. targets[branch.Id], .. under.SelectMany(u => u.Targets)];
        return (
            new BranchProgress(
                branch, TargetCount.Of(all), promises.GetValueOrDefault(branch.Id) + under.Sum(u => u.Progress.Promises), [.. under.Select(u => u.Progress)]),
            all);
    }
}
