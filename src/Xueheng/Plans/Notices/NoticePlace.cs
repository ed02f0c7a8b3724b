using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.Plans.Notices;

/// <summary>Where links of notices lead: the newest published period, else the school year of the day.</summary>
internal static class NoticePlace
{
    private const int SchoolYearBegins = 9;

    public static async Task<PageAddress> OfAsync(XuehengDb db, string county, DateOnly today, CancellationToken cancellation) =>
        new(
            county,
            await db.Set<Revision>().Where(r => r.County == county && r.State == RevisionState.Published).MaxAsync(r => (int?)r.Period, cancellation)
                ?? (today.Month >= SchoolYearBegins ? today.Year : today.Year - 1));
}
