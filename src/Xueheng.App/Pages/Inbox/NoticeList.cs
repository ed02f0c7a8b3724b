using Xueheng.App.Pages.Lists;
using Xueheng.Plans;

namespace Xueheng.App.Pages.Inbox;

/// <summary>站内消息, the newest first.</summary>
internal sealed class NoticeList(Xueheng.Plans.Notices.Inbox inbox) : ListSource<Notice>("notices")
{
    public override bool NeedsPublished => false;

    public override Task<Outcome<Listing<Notice>>> OpenAsync(ListAt at, CancellationToken cancellation) => OpenAsync(at, [], cancellation);

    /// <param name="picks">The columns before the others; not for the sheet.</param>
    public async Task<Outcome<Listing<Notice>>> OpenAsync(ListAt at, IEnumerable<ListColumn<Notice>> picks, CancellationToken cancellation)
    {
        var county = at.Place.County!.Code;
        var recipients = await inbox.RecipientsAsync(county, cancellation);
        return new DatabaseListing<Notice>(
            Name,
            "消息",
            [
                .. picks,
                new("text", "内容", n => n.Text) { Wraps = true, Link = n => n.Link, Sortable = false },
                new("for", "收件人", n => n.Recipient) { Order = ListOrders.By<Notice, string>(n => n.Recipient) },
                new("at", "时间", n => n.At) { Order = ListOrders.By<Notice, DateTimeOffset>(n => n.At) },
                new("read", "已读", n => n.ReadAt) { Order = ListOrders.By<Notice, DateTimeOffset?>(n => n.ReadAt == null, n => n.ReadAt) },
            ],
            inbox.Of(county),
            n => n.OrderByDescending(x => x.At).ThenBy(x => x.Id),
            n => n.ThenBy(x => x.Id))
        {
            At = at,
            Filters =
            [
                new("for", "收件人", [.. recipients.Select(r => new ListChoice(r.Name, r.Unread > 0 ? $"{r.Name} ({r.Unread})" : r.Name))]) { Database = (rows, who) => rows.Where(n => n.Recipient == who) },
                new("unread", "阅读", [new("1", "未读", true)]) { Database = (rows, _) => rows.Where(n => n.ReadAt == null) },
            ],
            RowClass = n => n.ReadAt is null ? "unread" : "dim",
        };
    }
}
