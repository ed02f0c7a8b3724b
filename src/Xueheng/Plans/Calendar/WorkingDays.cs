namespace Xueheng.Plans.Calendar;

/// <summary>
/// 工作日: Mondays to Fridays that are no holiday, and the Saturdays and Sundays the yearly notice has worked. A year without
/// a notice is counted by weekends alone; <see cref="Unknown"/> says which, so that whoever shows a count can say so.
/// </summary>
public sealed class WorkingDays
{
    private readonly Dictionary<DateOnly, string> _off = [];
    private readonly HashSet<DateOnly> _worked = [];

    public WorkingDays(IEnumerable<HolidayNotice> notices)
    {
        Notices = [.. notices.OrderBy(n => n.Year)];
        foreach (var notice in Notices)
        {
            foreach (var holiday in notice.Holidays)
            {
                for (var day = holiday.From; day <= holiday.Until; day = day.AddDays(1))
                {
                    _off[day] = holiday.Name;
                }
            }

            _worked.UnionWith(notice.Working);
        }
    }

    /// <summary>By year.</summary>
    public IReadOnlyList<HolidayNotice> Notices { get; }

    public bool Is(DateOnly day) =>
        _worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_off.ContainsKey(day));

    /// <summary>The holiday a day belongs to; null for a day that is none, a mere weekend too.</summary>
    public string? HolidayOf(DateOnly day) => _off.GetValueOrDefault(day);

    /// <summary>The day itself when it is worked, else the first worked day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!Is(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The first worked day after a day.</summary>
    public DateOnly Next(DateOnly day) => OnOrAfter(day.AddDays(1));

    /// <summary>
    /// The <paramref name="count"/>th worked day after a day, or before it when negative; the day itself does not count.
    /// For 0 the day itself, worked or not.
    /// </summary>
    public DateOnly Add(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (Is(day))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>
    /// Worked days after <paramref name="from"/> up to <paramref name="to"/>, that one included; negative when
    /// <paramref name="to"/> is earlier. A task due on Friday is 1 working day overdue on Monday.
    /// </summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (Is(day))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Years a stretch of days touches for which there is no notice, so that it was counted by weekends alone.</summary>
    public IReadOnlyList<int> Unknown(DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(Math.Min(from.Year, to.Year), Math.Abs(to.Year - from.Year) + 1).Where(y => Notices.All(n => n.Year != y))];
}
