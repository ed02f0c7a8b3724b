using System.Globalization;
using Xueheng.Packs;

namespace Xueheng.Plans.Calendar;

/// <summary>Reads <c>packs/calendar/*.yaml</c>; a file of the bureau's own replaces the shipped one of the same year.</summary>
public static class ReadCalendar
{
    /// <exception cref="PackException">A file does not hold.</exception>
    public static WorkingDays From(string folder, string? userFolder)
    {
        var years = new SortedDictionary<int, HolidayNotice>();
        foreach (var (root, shown) in new[] { (folder, "packs"), (userFolder, userFolder) })
        {
            var calendar = root is null ? null : Path.Combine(root, "calendar");
            if (calendar is null || !Directory.Exists(calendar))
            {
                continue;
            }

            foreach (var file in Directory.EnumerateFiles(calendar, "*.yaml").Order(StringComparer.Ordinal))
            {
                var notice = Notice(PackNode.Read(file, $"{shown}/calendar/{Path.GetFileName(file)}").Root);
                years[notice.Year] = notice;
            }
        }

        return new WorkingDays(years.Values);
    }

    private static HolidayNotice Notice(PackNode node)
    {
        var yearNode = node.Required("year");
        var year = yearNode.AsNumber() is var number and >= 1949 and <= 2200 && number == decimal.Truncate(number)
            ? (int)number
            : throw yearNode.Wrong($"“{yearNode.AsText()}”不是年份");
        var notice = new HolidayNotice(
            year,
            node.Text("notice"),
            Day(node.Required("dated")),
            node.Text("source"),
            node.Flag("confirmed", otherwise: true),
            [.. node.List("holidays").Select(h => Holiday(h, year))],
            [.. node.List("working").Select(w => Worked(w, year))]);
        if (notice.Holidays.SelectMany(h => notice.Working.Where(w => w >= h.From && w <= h.Until)).Any())
        {
            throw node.Wrong("同一天不能既放假又上班");
        }

        node.Done();
        return notice;
    }

    private static Holiday Holiday(PackNode node, int year)
    {
        var holiday = new Holiday(node.Text("name"), Day(node.Required("from")), Day(node.Required("until")));
        if (holiday.Until < holiday.From || holiday.Until.Year != year || holiday.From < new DateOnly(year - 1, 12, 1))
        {
            throw node.Wrong($"{holiday.Name}的起止日期不对，应当在 {year} 年之内，先起后止");
        }

        node.Done();
        return holiday;
    }

    private static DateOnly Worked(PackNode node, int year)
    {
        var day = Day(node);
        return day.Year < year - 1 || day.Year > year ? throw node.Wrong($"{day:yyyy-MM-dd} 不在 {year} 年")
            : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? day
            : throw node.Wrong($"{day:yyyy-MM-dd} 不是星期六或星期日，本来就上班");
    }

    private static DateOnly Day(PackNode node) =>
        DateOnly.TryParseExact(node.AsText(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw node.Wrong($"“{node.AsText()}”不是日期，请写成 2026-05-01 的样子");
}
