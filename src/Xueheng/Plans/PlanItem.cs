using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Plans;

public enum PlanItemKind
{
    /// <summary>目标板块, as the document has them: 六个聚焦, 十大行动, 三个方面.</summary>
    Goal = 1,

    /// <summary>举措.</summary>
    Action = 2,

    /// <summary>任务: what somebody does by a day.</summary>
    Task = 3,
}

public enum TaskState
{
    Open = 1,

    /// <summary>Results and evidence are handed in and wait for a decision.</summary>
    Submitted = 2,

    /// <summary>Sent back with a reason; to be handed in again.</summary>
    Returned = 3,

    /// <summary>The evidence was accepted: the only way a task is done.</summary>
    Accepted = 4,
}

/// <summary>A goal, an action or a task in the tree of a plan.</summary>
public sealed class PlanItem : Edited
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Guid Plan { get; init; }

    /// <summary>The item it stands under; null at the top.</summary>
    public Guid? Parent { get; set; }

    /// <summary>Order among those under the same parent, from 0.</summary>
    public int Order { get; set; }

    public required PlanItemKind Kind { get; init; }

    public required string Title { get; set; }

    public string? Detail { get; set; }

    /// <summary>牵头科室.</summary>
    public string? Lead { get; set; }

    /// <summary>配合科室.</summary>
    public List<string> Supporting { get; set; } = [];

    /// <summary>责任人.</summary>
    public string? Head { get; set; }

    public DateOnly? Start { get; set; }

    /// <summary>The last day to be done by.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>Of a task; a goal's and an action's are computed.</summary>
    public TaskState State { get; set; } = TaskState.Open;

    /// <summary>The day the evidence of a task was accepted.</summary>
    public DateOnly? Done { get; set; }

    /// <summary>The item of the version before that it was copied from into a new version; what was done for that one goes on here once the new version is approved.</summary>
    public Guid? CopiedFrom { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<PlanItem>
    {
        public void Configure(EntityTypeBuilder<PlanItem> builder)
        {
            builder.ToTable("plan_items");
            builder.HasKey(i => new { i.County, i.Id });
            builder.Property(i => i.County).HasMaxLength(6);
            builder.Property(i => i.Edit).IsConcurrencyToken();
            builder.HasOne<Plan>().WithMany().HasForeignKey(i => new { i.County, i.Plan }).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<PlanItem>().WithMany().HasForeignKey(i => new { i.County, i.Parent }).OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(i => new { i.County, i.Due });
        }
    }
}
