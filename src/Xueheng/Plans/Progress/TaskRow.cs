namespace Xueheng.Plans.Progress;

/// <summary>A task as lists show it.</summary>
public sealed class TaskRow
{
    public required Guid Id { get; init; }

    public required Guid Plan { get; init; }

    public required string PlanTitle { get; init; }

    /// <summary>学校标识码 of the school whose plan it is of; null for the county's.</summary>
    public string? School { get; init; }

    public Guid? Parent { get; init; }

    /// <summary>The goal or action it stands under.</summary>
    public string? ParentTitle { get; init; }

    public int Order { get; init; }

    public required string Title { get; init; }

    public string? Lead { get; init; }

    public List<string> Supporting { get; init; } = [];

    public string? Head { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? Due { get; init; }

    public required TaskState State { get; init; }

    public DateOnly? Done { get; init; }

    public required int Edit { get; init; }

    /// <summary>How often it was urged.</summary>
    public int Urged { get; init; }

    /// <summary>Past its last day and neither handed in nor accepted.</summary>
    public bool IsOverdue(DateOnly today) => State is TaskState.Open or TaskState.Returned && Due < today;
}
