using System.Globalization;
using Xueheng.Plans;
using Xueheng.Plans.Progress;

namespace Xueheng.App.Pages.Tasks;

/// <summary>The months a chart shows.</summary>
/// <param name="From">First day of the first month.</param>
public sealed record GanttSpan(DateOnly From, int Months)
{
    public const int Most = 120;

    private DateOnly After { get; } = From.AddMonths(Months);

    private int Days => After.DayNumber - From.DayNumber;

    public IEnumerable<DateOnly> Starts => Enumerable.Range(0, Months).Select(From.AddMonths);

    /// <summary>Where the beginning of a day lies, 0 to 1000, cut off at the edges.</summary>
    public double At(DateOnly day) => 1000.0 * Math.Clamp(day.DayNumber - From.DayNumber, 0, Days) / Days;

    public bool Has(DateOnly day) => day >= From && day < After;

    /// <summary>What an address asks for (<c>from=2026-09&amp;months=12</c>), else the whole plan.</summary>
    public static GanttSpan Of(string? from, string? months, Plan plan, TaskCount total, DateOnly today)
    {
        if (DateOnly.TryParseExact(from + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && first.Year is > 1950 and < 2150
            && int.TryParse(months, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= Most)
        {
            return new GanttSpan(first, count);
        }

        // Tasks may begin before their plan and go on after it.
        var begin = Earliest(plan.From, total.First) ?? total.Last ?? today;
        var end = Latest(plan.Until, total.Last) ?? begin.AddMonths(11);
        var start = new DateOnly(begin.Year, begin.Month, 1);
        return new GanttSpan(start, Math.Clamp((end.Year - start.Year) * 12 + end.Month - start.Month + 1, 1, Most));
    }

    private static DateOnly? Earliest(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    private static DateOnly? Latest(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;

    /// <summary>The school year: September to August.</summary>
    public static GanttSpan SchoolYear(int period) => new(new DateOnly(period, 9, 1), 12);

    public GanttSpan Moved(int by) => this with { From = From.AddMonths(by) };

    /// <summary>Half or twice as long, around its middle.</summary>
    public GanttSpan Zoomed(bool closer)
    {
        var months = Math.Clamp(closer ? Months / 2 : Months * 2, 1, Most);
        return new GanttSpan(From.AddMonths((Months - months) / 2), months);
    }

    public string Query => string.Create(CultureInfo.InvariantCulture, $"from={From:yyyy-MM}&months={Months}");
}
