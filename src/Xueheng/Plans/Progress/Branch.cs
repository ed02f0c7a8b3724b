namespace Xueheng.Plans.Progress;

/// <summary>A goal or an action in the tree, with how far everything under it is.</summary>
public sealed class Branch
{
    public required Guid Id { get; init; }

    public required Guid? Parent { get; init; }

    public required PlanItemKind Kind { get; init; }

    public required string Title { get; init; }

    public string? Lead { get; init; }

    public IReadOnlyList<string> Supporting { get; init; } = [];

    public string? Head { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>Goals and actions right under it, in order.</summary>
    public IReadOnlyList<Branch> Branches { get; internal set; } = [];

    /// <summary>0 at the top.</summary>
    public int Depth { get; internal set; }

    /// <summary>Tasks right under it.</summary>
    public TaskCount Own { get; internal set; } = TaskCount.None;

    /// <summary>All tasks under it.</summary>
    public TaskCount Total { get; internal set; } = TaskCount.None;

    /// <summary>It and every goal and action under it, each before what is under it.</summary>
    public IEnumerable<Branch> All() => Branches.SelectMany(b => b.All()).Prepend(this);
}
