using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Plans.Notices;

public enum NoticeChannel
{
    Mail = 1,
    WeCom = 2,
    DingTalk = 3,
}

public enum DeliveryState
{
    /// <summary>To be sent at <see cref="NoticeDelivery.NextAt"/>, for the first time or again.</summary>
    Waiting = 1,

    /// <summary>Taken by a sender.</summary>
    Sending = 2,

    Sent = 3,

    /// <summary>The line broke when it may or may not have arrived: sent again only when a person says so.</summary>
    Unsure = 4,

    /// <summary>Its address is no longer in the configuration.</summary>
    Dropped = 5,
}

/// <summary>One notice on its way to one address outside. There is one for each, so the same is never sent twice.</summary>
public sealed class NoticeDelivery
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required Guid Notice { get; init; }

    public required NoticeChannel Channel { get; init; }

    /// <summary>The mail address; of a robot a fingerprint, for its address is a secret.</summary>
    public required string Target { get; init; }

    public required DeliveryState State { get; set; }

    public int Attempts { get; set; }

    public required DateTimeOffset NextAt { get; set; }

    /// <summary>Which sender took it.</summary>
    public Guid? Claim { get; set; }

    /// <summary>What went wrong the last time.</summary>
    public string? Error { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<NoticeDelivery>
    {
        public void Configure(EntityTypeBuilder<NoticeDelivery> builder)
        {
            builder.ToTable("notice_deliveries");
            builder.HasKey(d => new { d.County, d.Id });
            builder.Property(d => d.County).HasMaxLength(6);
            builder.HasOne<Notice>().WithMany().HasForeignKey(d => new { d.County, d.Notice }).OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(d => new { d.County, d.Notice, d.Channel, d.Target }).IsUnique();
            builder.HasIndex(d => new { d.County, d.State, d.NextAt });
        }
    }
}
