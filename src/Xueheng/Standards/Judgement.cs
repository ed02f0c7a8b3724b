using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Standards;

/// <summary>
/// A person's judgement of what no data can tell, with the evidence. Judgements are never changed: the newest of an
/// indicator counts, the older ones are its history.
/// </summary>
public sealed class Judgement
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required int Period { get; init; }

    public required string Standard { get; init; }

    public required string Indicator { get; init; }

    /// <summary>Meets or fails.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What the judgement rests on; never empty.</summary>
    public required string Evidence { get; init; }

    /// <summary>Name of the file of evidence; null when none was given.</summary>
    public string? FileName { get; init; }

    public byte[]? FileContent { get; init; }

    public required string JudgedBy { get; init; }

    public required DateTimeOffset JudgedAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Judgement>
    {
        public void Configure(EntityTypeBuilder<Judgement> builder)
        {
            builder.ToTable("judgements");
            builder.HasKey(j => new { j.County, j.Id });
            builder.Property(j => j.County).HasMaxLength(6);
            builder.HasIndex(j => new { j.County, j.Period, j.Standard, j.Indicator });
        }
    }
}
