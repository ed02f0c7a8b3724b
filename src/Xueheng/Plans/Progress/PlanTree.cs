namespace Xueheng.Plans.Progress;

/// <summary>The goals and actions of a plan. Its tasks are counted, not held: there may be ten thousand.</summary>
/// <param name="Loose">Tasks that stand under no goal or action.</param>
public sealed record PlanTree(IReadOnlyList<Branch> Roots, TaskCount Loose)
{
    public IEnumerable<Branch> All => Roots.SelectMany(r => r.All());

    public TaskCount Total => Roots.Aggregate(Loose, (sum, r) => sum + r.Total);

    public Branch? Find(Guid? id) => id is null ? null : All.FirstOrDefault(b => b.Id == id);

    /// <summary>The way from the top to a goal or action, itself included; empty when it is not there.</summary>
    public IReadOnlyList<Branch> WayTo(Guid? id)
    {
        var byId = All.ToDictionary(b => b.Id);
        var way = new List<Branch>();
        for (var at = id; at is { } next && byId.TryGetValue(next, out var branch); at = branch.Parent)
        {
            way.Insert(0, branch);
        }

        return way;
    }
}
