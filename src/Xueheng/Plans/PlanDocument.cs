using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Plans;

/// <summary>文件: a document of the bureau as it was found, kept byte for byte. Never changed.</summary>
public sealed class PlanDocument
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>The characters the offsets of its sentences point into.</summary>
    public required string Text { get; init; }

    public required string Title { get; init; }

    /// <summary>The day the document is of; relative deadlines count from it. Null when neither the document nor a person says.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What came of asking a language model about it, in a sentence; null when none was asked.</summary>
    public string? AskedModel { get; init; }

    public required string ImportedBy { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<PlanDocument>
    {
        public void Configure(EntityTypeBuilder<PlanDocument> builder)
        {
            builder.ToTable("plan_documents");
            builder.HasKey(d => new { d.County, d.Id });
            builder.Property(d => d.County).HasMaxLength(6);
        }
    }
}
