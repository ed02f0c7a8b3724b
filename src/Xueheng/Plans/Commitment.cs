using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xueheng.Census;
using Xueheng.Engines.Text;

namespace Xueheng.Plans;

public enum CommitmentState
{
    /// <summary>Found by the reader, not yet looked at by a person.</summary>
    Found = 1,

    /// <summary>A person says it is a commitment of the plan.</summary>
    Accepted = 2,

    /// <summary>A person says it is none.</summary>
    Rejected = 3,
}

/// <summary>承诺: what a document promises or reports, with the sentence it came from.</summary>
public sealed class Commitment : Edited
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Guid Plan { get; init; }

    /// <summary>Order in the document, from 0.</summary>
    public int Order { get; set; }

    /// <summary>The goal or action it stands under.</summary>
    public Guid? Item { get; set; }

    /// <summary>模型建议: a language model proposed it, where the reader found nothing or something else. Never accepted but by a person, one by one.</summary>
    public bool ByModel { get; init; }

    /// <summary>The clean sentence.</summary>
    public required string Text { get; set; }

    /// <summary>Offsets of the sentence in <see cref="PlanDocument.Text"/>, the end not included; null when it was written by hand.</summary>
    public int? Start { get; set; }

    public int? End { get; set; }

    public required string Subject { get; set; }

    /// <summary>Null for a promise without a number.</summary>
    public Comparison? Comparison { get; set; }

    public decimal? Value { get; set; }

    public string? Unit { get; set; }

    /// <summary>As said: <c>2025</c>, <c>2025-06</c> or <c>2025-06-30</c>.</summary>
    public string? Deadline { get; set; }

    public required CommitmentKind Kind { get; set; }

    public Stage? Stage { get; set; }

    public string? Town { get; set; }

    public required CommitmentState State { get; set; }

    /// <summary>What of the census it speaks of.</summary>
    public Metric? Metric { get; set; }

    /// <summary>责任科室.</summary>
    public string? Division { get; set; }

    /// <summary>责任人.</summary>
    public string? Head { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Commitment>
    {
        public void Configure(EntityTypeBuilder<Commitment> builder)
        {
            builder.ToTable("commitments");
            builder.HasKey(c => new { c.County, c.Id });
            builder.Property(c => c.County).HasMaxLength(6);
            builder.Property(c => c.Edit).IsConcurrencyToken();
            builder.Property(c => c.Value).HasPrecision(24, 6);
            Metric.Map(builder.Property(c => c.Metric));
            builder.HasOne<Plan>().WithMany().HasForeignKey(c => new { c.County, c.Plan }).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<PlanItem>().WithMany().HasForeignKey(c => new { c.County, c.Item }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
