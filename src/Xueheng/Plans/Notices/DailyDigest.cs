using Microsoft.EntityFrameworkCore;
using Xueheng.Packs;
using Xueheng.Plans.Progress;
using Xueheng.Storage;

namespace Xueheng.Plans.Notices;

/// <summary>
/// 每日提醒: once a day, for each division and each person in charge, what is due soon, overdue, returned, urged and behind
/// its path. Run again on the same day it adds only what is new; run by two at once nothing is said twice.
/// </summary>
public sealed class DailyDigest(XuehengDb db, PackLibrary packs, BehindTargets behind, TimeProvider clock)
{
    /// <summary>Working days within which a task is due soon.</summary>
    public const int Soon = 5;

    private const int Tries = 3;

    /// <param name="county">One county; null for all that have a plan in force.</param>
    /// <returns>The notices made now, over all counties.</returns>
    public async Task<int> RunAsync(string? county, CancellationToken cancellation)
    {
        var counties = await db.Set<Plan>().Where(p => p.State == PlanState.Approved && (county == null || p.County == county))
            .Select(p => p.County).Distinct().OrderBy(c => c).ToListAsync(cancellation);
        var made = 0;
        foreach (var each in counties)
        {
            made += await OfCountyAsync(each, cancellation);
        }

        return made;
    }

    private async Task<int> OfCountyAsync(string county, CancellationToken cancellation)
    {
        var today = clock.Today();
        var place = await NoticePlace.OfAsync(db, county, today, cancellation);
        List<Told> told = [.. await TasksAsync(county, today, cancellation), .. await behind.RunAsync(county, place.Period, cancellation)];
        for (var left = Tries; ; left--)
        {
            var existing = (await db.Set<Notice>().Where(n => n.County == county && n.Matter.EndsWith("/" + NoticeText.DayOf(today)))
                .Select(n => new { n.Recipient, n.Matter }).ToListAsync(cancellation)).Select(n => (n.Recipient, n.Matter)).ToHashSet();
            var notices = told.GroupBy(t => (t.Recipient, t.Kind))
                .Select(g => NoticeText.Notice(county, g.Key.Recipient, g.Key.Kind, [.. g], today, place, clock.GetUtcNow()))
                .Where(n => !existing.Contains((n.Recipient, n.Matter)))
                .ToList();
            db.AddRange(notices);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return notices.Count;
            }
            catch (DbUpdateException) when (left > 1)
            {
                // Another process is at the same: what it has said is found the next time round.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<List<Told>> TasksAsync(string county, DateOnly today, CancellationToken cancellation)
    {
        var days = packs.WorkingDays;
        var soon = days.Add(today, Soon);
        var waiting = new TaskRows(db).InForce(county).Where(r => r.State == TaskState.Open || r.State == TaskState.Returned);
        var events = db.Set<TaskEvent>().Where(e => e.County == county);
        var rows = await waiting
            .Select(r => new
            {
                Row = r,
                Urged = events.Where(e => e.Task == r.Id && e.Kind == TaskEventKind.Urged).Max(e => (DateTimeOffset?)e.At),
                HandedIn = events.Where(e => e.Task == r.Id && e.Kind == TaskEventKind.Submitted).Max(e => (DateTimeOffset?)e.At),
            })
            .Where(r => r.Row.Due <= soon || r.Row.State == TaskState.Returned || r.Urged != null)
            .OrderBy(r => r.Row.Due).ThenBy(r => r.Row.Id)
            .ToListAsync(cancellation);
        var told = new List<Told>();
        foreach (var row in rows)
        {
            void Tell(NoticeKind kind, string said) => told.AddRange(
                new[] { row.Row.Lead, row.Row.Head }.OfType<string>().Distinct().Select(who => new Told(who, kind, row.Row.Title, said)));
            if (row.Row.Due is { } due && due <= soon)
            {
                Tell(
                    due < today ? NoticeKind.Overdue : NoticeKind.Soon,
                    due < today ? $"超期 {days.Between(due, today)} 个工作日" : $"{due:M月d日}到期");
            }

            if (row.Row.State == TaskState.Returned)
            {
                Tell(NoticeKind.Returned, "退回待补");
            }

            if (row.Urged is { } urged && !(row.HandedIn > urged) && CountyClock.DayOf(urged) < today)
            {
                Tell(NoticeKind.Urged, $"{CountyClock.DayOf(urged):M月d日}催办");
            }
        }

        return told;
    }
}
