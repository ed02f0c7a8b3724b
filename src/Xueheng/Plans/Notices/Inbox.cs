using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Notices;

/// <summary>站内消息 of a county, and marking them as read.</summary>
public sealed class Inbox(XuehengDb db, TimeProvider clock)
{
    public IQueryable<Notice> Of(string county) => db.Set<Notice>().AsNoTracking().Where(n => n.County == county);

    /// <summary>Everybody there are notices for, those with unread ones first.</summary>
    public async Task<IReadOnlyList<(string Name, int Unread)>> RecipientsAsync(string county, CancellationToken cancellation) =>
    [
        .. (await Of(county).GroupBy(n => n.Recipient).Select(g => new { g.Key, Unread = g.Count(n => n.ReadAt == null) }).ToListAsync(cancellation))
            .OrderByDescending(r => r.Unread > 0).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Unread)),
    ];

    /// <param name="notices">Which; all unread ones of the recipient when empty.</param>
    /// <returns>How many were unread until now.</returns>
    public Task<int> ReadAsync(string county, string? recipient, IReadOnlyList<Guid> notices, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var unread = db.Set<Notice>().Where(n => n.County == county && n.ReadAt == null);
        unread = notices.Count > 0 ? unread.Where(n => EF.Parameter(notices).Contains(n.Id)) : unread.Where(n => n.Recipient == recipient);
        return unread.ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), cancellation);
    }
}
