using Microsoft.EntityFrameworkCore;
using Xueheng.Packs;
using Xueheng.Plans.Progress;
using Xueheng.Storage;

namespace Xueheng.Plans.Supervising;

/// <summary>How the tasks a division leads stand, of all plans in force.</summary>
/// <param name="Division">Null for tasks nobody leads.</param>
/// <param name="Soon">Due within the asked number of working days.</param>
/// <param name="Worst">Working days the longest overdue is over; 0 without one.</param>
public sealed record DivisionStanding(string? Division, int Waiting, int Overdue, int Worst, int Soon, int Returned, int Submitted);

/// <summary>督办: what is due, overdue, returned or waits to be accepted, by division.</summary>
public sealed class ReadSupervision(XuehengDb db, PackLibrary packs, TimeProvider clock)
{
    /// <param name="within">Working days within which a task is due soon.</param>
    /// <returns>The most overdue first.</returns>
    public async Task<IReadOnlyList<DivisionStanding>> RunAsync(string county, int within, CancellationToken cancellation)
    {
        var today = clock.Today();
        var soon = packs.WorkingDays.Add(today, within);
        var counted = await new TaskRows(db).InForce(county)
            .Where(r => r.State != TaskState.Accepted)
            .GroupBy(r => r.Lead)
            .Select(g => new
            {
                Division = g.Key,
                Waiting = g.Count(r => r.State != TaskState.Submitted),
                Overdue = g.Count(r => r.State != TaskState.Submitted && r.Due < today),
                First = g.Min(r => r.State != TaskState.Submitted && r.Due < today ? r.Due : null),
                Soon = g.Count(r => r.State != TaskState.Submitted && r.Due >= today && r.Due <= soon),
                Returned = g.Count(r => r.State == TaskState.Returned),
                Submitted = g.Count(r => r.State == TaskState.Submitted),
            })
            .ToListAsync(cancellation);
        return
        [
            .. counted
                .Select(c => new DivisionStanding(
                    c.Division, c.Waiting, c.Overdue, c.First is { } first ? packs.WorkingDays.Between(first, today) : 0, c.Soon, c.Returned, c.Submitted))
                .OrderByDescending(d => d.Overdue).ThenByDescending(d => d.Soon).ThenBy(d => d.Division, StringComparer.Ordinal),
        ];
    }
}
