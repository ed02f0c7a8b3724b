using System.Globalization;

namespace Xueheng.Census;

/// <summary>Days and months as people write them: 2015-09-01, 20150901, 2015/9/1, 2015.9.1, 2015年9月1日; 201509, 2015-09, 2015年9月.</summary>
internal static class DayText
{
    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "yyyyMMdd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyy-MM-ddTHH:mm:ss", "yyyy/M/dH:mm:ss", "yyyy-M-dH:mm:ss", "yyyy/M/dH:mm",
    ];

    private static readonly string[] Months = ["yyyyMM", "yyyy-MM", "yyyy-M", "yyyy/M", "yyyy.M", "yyyy年M月"];

    public static bool TryRead(string text, bool month, out DateOnly day)
    {
        if (text.Length == 10 && text[4] == '-' && text[7] == '-'
            && TryDigits(text.AsSpan(0, 4), out var y) && TryDigits(text.AsSpan(5, 2), out var m) && TryDigits(text.AsSpan(8, 2), out var d)
            && y > 0 && m is > 0 and <= 12 && d > 0 && d <= DateTime.DaysInMonth(y, m))
        {
            day = month ? new DateOnly(y, m, 1) : new DateOnly(y, m, d);
            return true;
        }

        if (month && DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return true;
        }

        if (!DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && (!DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) || !Take(moment, out day)))
        {
            return false;
        }

        day = month ? new DateOnly(day.Year, day.Month, 1) : day;
        return true;
    }

    private static bool Take(DateTime moment, out DateOnly day)
    {
        day = DateOnly.FromDateTime(moment);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
