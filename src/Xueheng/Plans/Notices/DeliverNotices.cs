using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Notices;

/// <summary>
/// Sends notices to the addresses outside that <c>notices.yaml</c> names. What fails waits and is tried again, at longer and
/// longer intervals, and is shown meanwhile; what may have arrived is not sent again by itself.
/// </summary>
public sealed class DeliverNotices(XuehengDb db, ReadNoticeSettings settings, NoticeHttp http, TimeProvider clock)
{
    /// <summary>Older notices are not sent to an address that is new.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    /// <summary>A sender that took something and has not come back for so long is dead.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    /// <returns>How many notices went out and how many did not; a failure when the configuration does not hold.</returns>
    public async Task<Outcome<Delivered>> RunAsync(string? county, CancellationToken cancellation)
    {
        var read = settings.Run();
        if (!read.Succeeded)
        {
            return read.Failure;
        }

        var delivered = new Delivered(0, 0);
        foreach (var each in county is null ? await db.Set<Notice>().Select(n => n.County).Distinct().OrderBy(c => c).ToListAsync(cancellation) : [county])
        {
            var here = await OfCountyAsync(read.Value, each, cancellation);
            delivered = new Delivered(delivered.Sent + here.Sent, delivered.Failed + here.Failed);
        }

        return delivered;
    }

    private async Task<Delivered> OfCountyAsync(NoticeSettings settings, string county, CancellationToken cancellation)
    {
        await PlanAsync(settings, county, cancellation);
        var claimed = await ClaimAsync(county, cancellation);
        var delivered = new Delivered(0, 0);
        foreach (var together in claimed.GroupBy(c => (c.Delivery.Channel, c.Delivery.Target, c.Notice.Recipient)))
        {
            var sending = await SendAsync(settings, [.. together.OrderBy(t => t.Notice.At).ThenBy(t => t.Notice.Matter, StringComparer.Ordinal)], cancellation);
            foreach (var (delivery, _) in together)
            {
                Settle(delivery, sending);
            }

            await db.SaveChangesAsync(CancellationToken.None);
            delivered = sending is { Error: null } ? delivered with { Sent = delivered.Sent + together.Count() } : delivered with { Failed = delivered.Failed + together.Count() };
        }

        return delivered;
    }

    private async Task PlanAsync(NoticeSettings settings, string county, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - Recent;
        var names = settings.Recipients.Select(r => r.Name).Distinct().ToList();
        var notices = await db.Set<Notice>().AsNoTracking()
            .Where(n => n.County == county && n.At >= since && names.Contains(n.Recipient))
            .ToListAsync(cancellation);
        var known = (await db.Set<NoticeDelivery>().Where(d => d.County == county && db.Set<Notice>().Any(n => n.County == county && n.Id == d.Notice && n.At >= since))
            .Select(d => new { d.Notice, d.Channel, d.Target }).ToListAsync(cancellation)).Select(d => (d.Notice, d.Channel, d.Target)).ToHashSet();
        foreach (var notice in notices)
        {
            foreach (var address in settings.Of(notice.Recipient).DistinctBy(a => (a.Channel, a.Target)).Where(a => !known.Contains((notice.Id, a.Channel, a.Target))))
            {
                db.Add(new NoticeDelivery
                {
                    County = notice.County,
                    Id = Guid.CreateVersion7(clock.GetUtcNow()),
                    Notice = notice.Id,
                    Channel = address.Channel,
                    Target = address.Target,
                    State = DeliveryState.Waiting,
                    NextAt = clock.GetUtcNow(),
                });
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another process has planned the same; it sends it.
        }

        db.ChangeTracker.Clear();
    }

    private async Task<List<(NoticeDelivery Delivery, Notice Notice)>> ClaimAsync(string county, CancellationToken cancellation)
    {
        var (now, claim) = (clock.GetUtcNow(), Guid.CreateVersion7(clock.GetUtcNow()));
        var lost = now - Lost;
        var all = db.Set<NoticeDelivery>().Where(d => d.County == county);
        await all.Where(d => d.State == DeliveryState.Sending && d.NextAt < lost).ExecuteUpdateAsync(
            d => d.SetProperty(x => x.State, DeliveryState.Unsure).SetProperty(x => x.Error, "发送时程序中断，不知道是否送达"), cancellation);
        await all.Where(d => d.State == DeliveryState.Waiting && d.NextAt <= now).ExecuteUpdateAsync(
            d => d.SetProperty(x => x.State, DeliveryState.Sending).SetProperty(x => x.Claim, claim).SetProperty(x => x.NextAt, now), cancellation);
        var claimed = await all.Where(d => d.Claim == claim && d.State == DeliveryState.Sending).ToListAsync(cancellation);
        var ids = claimed.Select(d => d.Notice).Distinct().ToList();
        var notices = await db.Set<Notice>().AsNoTracking().Where(n => n.County == county && EF.Parameter(ids).Contains(n.Id)).ToDictionaryAsync(n => n.Id, cancellation);
        return [.. claimed.Select(d => (d, notices[d.Notice]))];
    }

    private async Task<Sending?> SendAsync(NoticeSettings settings, IReadOnlyList<(NoticeDelivery Delivery, Notice Notice)> together, CancellationToken cancellation)
    {
        var (first, notice) = together[0];
        if (settings.Find(first.Channel, first.Target) is not { } address || (first.Channel == NoticeChannel.Mail && settings.Mail is null))
        {
            return null;
        }

        var lines = together.Select(t => t.Notice.Text + (settings.Site is { } site && t.Notice.Link is { } link ? $"\n{new Uri(site, link)}" : ""));
        var body = $"{notice.Recipient}：\n\n{string.Join("\n\n", lines)}";
        return first.Channel == NoticeChannel.Mail
            ? await SendMail.RunAsync(settings.Mail!, first.Target, $"学衡提醒：{together.Count} 件事待办", body, $"{first.Id:N}.{first.Attempts}@xueheng", cancellation)
            : await SendToRobot.RunAsync(http.Client, address, "【学衡提醒】" + body, clock.GetUtcNow(), cancellation);
    }

    /// <param name="sending">Null when the address is no longer there.</param>
    private void Settle(NoticeDelivery delivery, Sending? sending)
    {
        delivery.Attempts++;
        delivery.Claim = null;
        delivery.Error = sending?.Error;
        if (sending is null)
        {
            (delivery.State, delivery.Error) = (DeliveryState.Dropped, "配置里已没有这个收件地址");
        }
        else if (sending.Error is null)
        {
            (delivery.State, delivery.SentAt) = (DeliveryState.Sent, clock.GetUtcNow());
        }
        else if (sending.MayHaveArrived)
        {
            delivery.State = DeliveryState.Unsure;
        }
        else
        {
            (delivery.State, delivery.NextAt) = (DeliveryState.Waiting, clock.GetUtcNow() + Waits[Math.Min(delivery.Attempts, Waits.Length) - 1]);
        }
    }
}

/// <param name="Failed">Did not go out; they wait, or a person has to say.</param>
public sealed record Delivered(int Sent, int Failed);
