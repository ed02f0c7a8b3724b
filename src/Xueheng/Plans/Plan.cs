using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Plans;

public enum PlanState
{
    /// <summary>Being confirmed or written; counts for nothing yet.</summary>
    Draft = 1,

    /// <summary>A school's plan, handed in for approval.</summary>
    Submitted = 2,

    /// <summary>Sent back with a reason.</summary>
    Returned = 3,

    /// <summary>In force.</summary>
    Approved = 4,

    /// <summary>Replaced by a later version.</summary>
    Superseded = 5,
}

/// <summary>
/// 方案: the county's, or a school's own (一校一案) under an action of the county's. Its goals, actions and tasks are its
/// <see cref="PlanItem"/>s; what it promises are its <see cref="Commitment"/>s and <see cref="Target"/>s.
/// </summary>
public sealed class Plan : Edited
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required string Title { get; set; }

    /// <summary>The document it was read from; null when it was written here.</summary>
    public Guid? Document { get; init; }

    /// <summary>Title of the document it comes from, wherever that was read; null when it was written here.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>Where that document was published, an http or https address; null when nobody said.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>The day that document is of.</summary>
    public DateOnly? SourceDate { get; init; }

    /// <summary>First and last day it is carried out.</summary>
    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public required PlanState State { get; set; }

    /// <summary>学校标识码 of the school whose plan it is; null for the county's.</summary>
    public string? School { get; init; }

    /// <summary>The county's action a school's plan hangs under.</summary>
    public Guid? Under { get; init; }

    /// <summary>From 1; a new version of a school's plan replaces <see cref="Replaces"/> when it is approved.</summary>
    public int Version { get; init; } = 1;

    public Guid? Replaces { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Plan>
    {
        public void Configure(EntityTypeBuilder<Plan> builder)
        {
            builder.ToTable("plans");
            builder.HasKey(p => new { p.County, p.Id });
            builder.Property(p => p.County).HasMaxLength(6);
            builder.Property(p => p.School).HasMaxLength(10);
            builder.Property(p => p.Edit).IsConcurrencyToken();
            builder.HasOne<PlanDocument>().WithMany().HasForeignKey(p => new { p.County, p.Document }).OnDelete(DeleteBehavior.Restrict);
            // One plan of a school under an action, whoever makes it at the same moment.
            builder.HasIndex(p => new { p.County, p.Under, p.School, p.Version }).IsUnique();
        }
    }
}

/// <summary>One step of a plan's approval: 报送, 退回 with its reason, 批准. Never changed.</summary>
public sealed class PlanReview
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Guid Plan { get; init; }

    /// <summary>The state the plan came to.</summary>
    public required PlanState State { get; init; }

    /// <summary>Why it was sent back; null otherwise.</summary>
    public string? Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<PlanReview>
    {
        public void Configure(EntityTypeBuilder<PlanReview> builder)
        {
            builder.ToTable("plan_reviews");
            builder.HasKey(r => new { r.County, r.Id });
            builder.Property(r => r.County).HasMaxLength(6);
            builder.HasOne<Plan>().WithMany().HasForeignKey(r => new { r.County, r.Plan }).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
