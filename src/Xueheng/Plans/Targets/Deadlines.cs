using System.Globalization;

namespace Xueheng.Plans.Targets;

/// <summary>Deadlines as documents say them, and the school years they lie in.</summary>
public static class Deadlines
{
    /// <summary>学年 a day lies in: it begins in September.</summary>
    public static int PeriodOf(DateOnly day) => day.Month >= 9 ? day.Year : day.Year - 1;

    /// <summary>The last day of <c>2025</c>, <c>2025-06</c> or <c>2025-06-30</c>; null when the text is none of these.</summary>
    public static DateOnly? LastDayOf(string? deadline)
    {
        static DateOnly? Read(string text, string format) =>
            DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1949 and <= 2200 ? day : null;

        return deadline is null ? null
            : Read(deadline, "yyyy") is { } year ? new DateOnly(year.Year, 12, 31)
            : Read(deadline, "yyyy-MM") is { } month ? month.AddMonths(1).AddDays(-1)
            : Read(deadline, "yyyy-MM-dd");
    }
}
