using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Plans;

/// <summary>站内消息: what somebody has to know, once a day at most for the same matter.</summary>
public sealed class Notice
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The division or person it is for, as tasks name them.</summary>
    public required string Recipient { get; init; }

    /// <summary>What it is about and of which day; the same is not said twice.</summary>
    public required string Matter { get; init; }

    public required string Text { get; init; }

    /// <summary>Address of the page, from the site's root.</summary>
    public string? Link { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> builder)
        {
            builder.ToTable("notices");
            builder.HasKey(n => new { n.County, n.Id });
            builder.Property(n => n.County).HasMaxLength(6);
            builder.HasIndex(n => new { n.County, n.Recipient, n.Matter }).IsUnique();
        }
    }
}
