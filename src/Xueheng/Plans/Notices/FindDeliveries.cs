using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Notices;

/// <summary>A notice on its way outside.</summary>
public sealed record DeliveryRow(
    Guid Id, string Recipient, string Text, NoticeChannel Channel, string Target, DeliveryState State, int Attempts, DateTimeOffset NextAt, string? Error, DateTimeOffset? SentAt);

/// <summary>What has not arrived outside, and sending it again when a person says so.</summary>
public sealed class FindDeliveries(XuehengDb db, TimeProvider clock)
{
    private const int Most = 1000;

    /// <summary>Those not sent, the last first.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> NotSentAsync(string county, CancellationToken cancellation) =>
        await db.Set<NoticeDelivery>().Where(d => d.County == county && d.State != DeliveryState.Sent)
            .Join(db.Set<Notice>(), d => new { d.County, Id = d.Notice }, n => new { n.County, n.Id }, (d, n) => new { d, n })
            .OrderByDescending(r => r.n.At).ThenBy(r => r.d.Id)
            .Take(Most)
            .Select(r => new DeliveryRow(r.d.Id, r.n.Recipient, r.n.Text, r.d.Channel, r.d.Target, r.d.State, r.d.Attempts, r.d.NextAt, r.d.Error, r.d.SentAt))
            .ToListAsync(cancellation);

    /// <summary>How many, of all counties of this database, were tried in vain or may not have arrived.</summary>
    public Task<int> FailedAsync(CancellationToken cancellation) =>
        db.Set<NoticeDelivery>().CountAsync(d => (d.State == DeliveryState.Waiting && d.Attempts > 0) || d.State == DeliveryState.Unsure, cancellation);

    /// <summary>Everything that waits, is unsure or was dropped is tried again at once.</summary>
    public Task<int> AgainAsync(string county, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.Set<NoticeDelivery>()
            .Where(d => d.County == county && (d.State == DeliveryState.Waiting || d.State == DeliveryState.Unsure || d.State == DeliveryState.Dropped))
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Waiting).SetProperty(x => x.NextAt, now), cancellation);
    }
}
