using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xueheng.Engines.Text;

namespace Xueheng.Plans;

/// <summary>目标: a figure to be reached by a day, with its path year by year. Where it stands is measured, never typed in.</summary>
public sealed class Target : Edited
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Guid Plan { get; init; }

    /// <summary>The commitment it makes measurable; null when it was set by hand.</summary>
    public Guid? Commitment { get; init; }

    /// <summary>The goal or action it stands under.</summary>
    public Guid? Item { get; set; }

    public required string Title { get; set; }

    public required Metric Metric { get; set; }

    public required Comparison Comparison { get; set; }

    public required decimal Value { get; set; }

    public required string Unit { get; set; }

    /// <summary>The last day.</summary>
    public required DateOnly Due { get; set; }

    public string? Division { get; set; }

    public string? Head { get; set; }

    /// <summary>What is to be reached in each period, the last at <see cref="Due"/>.</summary>
    public List<PathStep> Path { get; set; } = [];

    internal sealed class Table : IEntityTypeConfiguration<Target>
    {
        public void Configure(EntityTypeBuilder<Target> builder)
        {
            builder.ToTable("targets");
            builder.HasKey(t => new { t.County, t.Id });
            builder.Property(t => t.County).HasMaxLength(6);
            builder.Property(t => t.Edit).IsConcurrencyToken();
            builder.Property(t => t.Value).HasPrecision(24, 6);
            Metric.Map(builder.Property(t => (Metric?)t.Metric));
            builder.Property(t => t.Path).HasConversion(
                path => JsonSerializer.Serialize(path, JsonSerializerOptions.Web),
                stored => JsonSerializer.Deserialize<List<PathStep>>(stored, JsonSerializerOptions.Web)!,
                new ValueComparer<List<PathStep>>(
                    (a, b) => a != null && b != null && a.SequenceEqual(b),
                    path => path.Aggregate(0, HashCode.Combine),
                    path => Copy(path)));
            builder.HasOne<Plan>().WithMany().HasForeignKey(t => new { t.County, t.Plan }).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Commitment>().WithMany().HasForeignKey(t => new { t.County, t.Commitment }).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<PlanItem>().WithMany().HasForeignKey(t => new { t.County, t.Item }).OnDelete(DeleteBehavior.Restrict);
        }

        private static List<PathStep> Copy(List<PathStep> path) => [.. path.Select(s => s with { })];
    }
}

/// <summary>What a target is to have reached by the census of a period.</summary>
public sealed record PathStep
{
    public required int Period { get; set; }

    public required decimal Value { get; set; }
}
