using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xueheng.Census;

namespace Xueheng.Planning.Groups;

/// <summary>A group the county has from a day on. Groups are only ever added: those of a stage are all that were approved last, those before stay to be looked up.</summary>
public sealed class ApprovedGroup
{
    public required string County { get; init; }

    /// <summary>All groups approved at once: the scenario they come from.</summary>
    public required Guid Scenario { get; init; }

    /// <summary>学校标识码 of 牵头校.</summary>
    public required string Leader { get; init; }

    public required Stage Stage { get; init; }

    public required string Title { get; init; }

    /// <summary>学校标识码, the leader among them.</summary>
    public required List<string> Schools { get; init; }

    /// <summary>From this day.</summary>
    public required DateOnly From { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ApprovedGroup>
    {
        public void Configure(EntityTypeBuilder<ApprovedGroup> builder)
        {
            builder.ToTable("planning_groups");
            builder.HasKey(g => new { g.County, g.Scenario, g.Leader });
            builder.Property(g => g.County).HasMaxLength(6);
            builder.Property(g => g.Leader).HasMaxLength(10);
            builder.HasIndex(g => new { g.County, g.Stage, g.At });
        }
    }
}
