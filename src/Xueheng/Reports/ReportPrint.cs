using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Reports;

/// <summary>答卷: one printing of a report, with every figure it carried, so that the next printing can say what changed.</summary>
public sealed class ReportPrint
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required int Period { get; init; }

    public required int Revision { get; init; }

    /// <summary>Id of the template in <c>packs/reports</c>, or the file name of a template given by hand.</summary>
    public required string Template { get; init; }

    public required DateTimeOffset PrintedAt { get; init; }

    /// <summary>The figures in order of appearance, as JSON.</summary>
    public required string Figures { get; init; }

    /// <summary>The .docx as it was given out.</summary>
    public required byte[] Document { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ReportPrint>
    {
        public void Configure(EntityTypeBuilder<ReportPrint> builder)
        {
            builder.ToTable("report_prints");
            builder.HasKey(p => new { p.County, p.Id });
            builder.Property(p => p.County).HasMaxLength(6);
            builder.HasIndex(p => new { p.County, p.Period, p.Template });
        }
    }
}
