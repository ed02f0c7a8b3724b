using Xueheng.Plans.Targets;

namespace Xueheng.Plans.Accounts;

/// <summary>All a yearly account says of one plan: what was promised, what was done, the figure, where it is short.</summary>
/// <param name="Items">Goals, actions and tasks, in the order of the tree.</param>
/// <param name="Commitments">Accepted ones in document order, each with what the census says where it names a metric.</param>
/// <param name="Targets">By last day.</param>
/// <param name="Results">Accepted results of tasks, oldest first.</param>
public sealed record PlanAccount(
    Plan Plan,
    IReadOnlyList<PlanItem> Items,
    IReadOnlyList<CommitmentAccount> Commitments,
    IReadOnlyList<TargetStanding> Targets,
    IReadOnlyList<TaskResult> Results)
{
    /// <summary>An item with all that stands under it, itself first; every item of the plan for null.</summary>
    public IReadOnlyList<PlanItem> Under(Guid? item)
    {
        if (item is null)
        {
            return Items;
        }

        var inside = new HashSet<Guid> { item.Value };
        var found = new List<PlanItem>();
        foreach (var one in Items)
        {
            if (one.Id == item || (one.Parent is { } parent && inside.Contains(parent)))
            {
                inside.Add(one.Id);
                found.Add(one);
            }
        }

        return found;
    }
}

/// <param name="Reading">Null when the commitment names no metric or nothing is published.</param>
public sealed record CommitmentAccount(Commitment Commitment, MetricReading? Reading);

/// <summary>What was done for a task and accepted.</summary>
public sealed record TaskResult(Guid Task, string Result, DateOnly Accepted);
