using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Progress;

/// <summary>Reads the tree of a plan in two queries, however many tasks there are.</summary>
public sealed class ReadTree(XuehengDb db, TimeProvider clock)
{
    public async Task<PlanTree> RunAsync(string county, Guid plan, CancellationToken cancellation)
    {
        var items = db.Set<PlanItem>().AsNoTracking().Where(i => i.County == county && i.Plan == plan);
        var branches = await items.Where(i => i.Kind != PlanItemKind.Task).OrderBy(i => i.Order).ThenBy(i => i.Id)
            .Select(i => new Branch
            {
                Id = i.Id,
                Parent = i.Parent,
                Kind = i.Kind,
                Title = i.Title,
                Lead = i.Lead,
                Supporting = i.Supporting,
                Head = i.Head,
                Start = i.Start,
                Due = i.Due,
            })
            .ToListAsync(cancellation);
        var today = clock.Today();
        var counts = await items.Where(i => i.Kind == PlanItemKind.Task)
            .GroupBy(i => i.Parent)
            .Select(g => new
            {
                Parent = g.Key,
                All = g.Count(),
                Accepted = g.Count(i => i.State == TaskState.Accepted),
                Submitted = g.Count(i => i.State == TaskState.Submitted),
                Returned = g.Count(i => i.State == TaskState.Returned),
                Overdue = g.Count(i => i.Due < today && (i.State == TaskState.Open || i.State == TaskState.Returned)),
                First = g.Min(i => i.Start ?? i.Due),
                Last = g.Max(i => i.Due),
            })
            .ToListAsync(cancellation);
        var own = counts.ToDictionary(
            c => c.Parent ?? Guid.Empty, c => new TaskCount(c.All, c.Accepted, c.Submitted, c.Returned, c.Overdue, c.First, c.Last));
        var children = branches.ToLookup(b => b.Parent);
        return new PlanTree([.. children[null].Select(b => Filled(b, 0, children, own))], own.GetValueOrDefault(Guid.Empty, TaskCount.None));
    }

    private static Branch Filled(Branch branch, int depth, ILookup<Guid?, Branch> children, Dictionary<Guid, TaskCount> own)
    {
        branch.Depth = depth;
        branch.Branches = [.. children[branch.Id].Select(b => Filled(b, depth + 1, children, own))];
        branch.Own = own.GetValueOrDefault(branch.Id, TaskCount.None);
        branch.Total = branch.Branches.Aggregate(branch.Own, (sum, b) => sum + b.Total);
        return branch;
    }
}
