using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Plans;

public enum EvidenceState
{
    Given = 1,
    Accepted = 2,
    Returned = 3,
}

/// <summary>阶段成果和佐证: what was done for a task, in words and as a file. Kept for ever; a decision over it is taken back only with a reason, as an event of the task.</summary>
public sealed class Evidence
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Guid Task { get; init; }

    /// <summary>What was done.</summary>
    public required string Result { get; init; }

    public string? FileName { get; init; }

    public byte[]? FileContent { get; init; }

    public required string GivenBy { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public required EvidenceState State { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Evidence>
    {
        public void Configure(EntityTypeBuilder<Evidence> builder)
        {
            builder.ToTable("evidence");
            builder.HasKey(e => new { e.County, e.Id });
            builder.Property(e => e.County).HasMaxLength(6);
            builder.HasOne<PlanItem>().WithMany().HasForeignKey(e => new { e.County, e.Task }).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
