using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Plans;

public enum TaskEventKind
{
    /// <summary>交办.</summary>
    Assigned = 1,

    /// <summary>催办.</summary>
    Urged = 2,

    /// <summary>延期, with the reason and both days.</summary>
    Extended = 3,

    /// <summary>报送 of results and evidence.</summary>
    Submitted = 4,

    /// <summary>退回, with the reason.</summary>
    Returned = 5,

    /// <summary>验收通过.</summary>
    Accepted = 6,

    /// <summary>撤回验收, with the reason: what was accepted waits for a decision again.</summary>
    Withdrawn = 7,
}

/// <summary>督办记录: what happened to a task. Never changed.</summary>
public sealed class TaskEvent
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Guid Task { get; init; }

    public required TaskEventKind Kind { get; init; }

    /// <summary>Why; never empty for <see cref="TaskEventKind.Extended"/>, <see cref="TaskEventKind.Returned"/> and <see cref="TaskEventKind.Withdrawn"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The day it was due before and is due after an extension.</summary>
    public DateOnly? FromDue { get; init; }

    public DateOnly? ToDue { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<TaskEvent>
    {
        public void Configure(EntityTypeBuilder<TaskEvent> builder)
        {
            builder.ToTable("task_events");
            builder.HasKey(e => new { e.County, e.Id });
            builder.Property(e => e.County).HasMaxLength(6);
            builder.HasOne<PlanItem>().WithMany().HasForeignKey(e => new { e.County, e.Task }).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
