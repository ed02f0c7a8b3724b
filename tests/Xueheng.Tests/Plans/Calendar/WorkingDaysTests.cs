using Xueheng.Packs;
using Xueheng.Plans.Calendar;

namespace Xueheng.Tests.Plans.Calendar;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = ReadCalendar.From(Path.Combine(AppContext.BaseDirectory, "packs"), null);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2021-02-07", true)] // a Sunday worked for the Spring Festival
    [InlineData("2021-02-11", false)]
    [InlineData("2021-02-18", true)]
    [InlineData("2022-04-02", true)] // a Saturday worked for Qingming
    [InlineData("2022-12-30", true)]
    [InlineData("2022-12-31", false)] // the holiday of the next year's notice
    [InlineData("2023-01-02", false)]
    [InlineData("2023-01-03", true)]
    [InlineData("2023-06-25", true)]
    [InlineData("2023-10-07", true)]
    [InlineData("2024-02-09", true)] // New Year's Eve 2024 was encouraged, not given
    [InlineData("2024-02-18", true)]
    [InlineData("2024-09-14", true)]
    [InlineData("2024-09-15", false)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-02-08", true)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-28", false)] // a plain Saturday
    [InlineData("2027-10-01", true)] // no notice yet: a Friday
    public void A_day_is_worked_as_the_notice_has_it(string day, bool worked) => Assert.Equal(worked, Days.Is(Day(day)));

    [Theory]
    [InlineData("2024-09-27", 1, "2024-09-29")] // Friday, then the worked Sunday
    [InlineData("2024-09-27", 3, "2024-10-08")] // over the National Day week
    [InlineData("2024-09-30", 5, "2024-10-12")] // the fifth is the worked Saturday
    [InlineData("2024-12-31", 1, "2025-01-02")]
    [InlineData("2025-01-24", 2, "2025-01-27")]
    [InlineData("2025-01-27", 1, "2025-02-05")]
    [InlineData("2025-12-31", 1, "2026-01-04")]
    [InlineData("2026-01-04", -1, "2025-12-31")]
    [InlineData("2026-02-24", -3, "2026-02-12")] // back over nine days off: the 14th is worked, then the 13th, the 12th
    [InlineData("2026-10-03", 0, "2026-10-03")]
    [InlineData("2026-12-31", 1, "2027-01-01")] // no notice for 2027: a Friday like any other
    public void Days_are_added_over_weekends_holidays_and_years(string from, int count, string to) =>
        Assert.Equal(Day(to), Days.Add(Day(from), count));

    [Theory]
    [InlineData("2026-11-20", "2026-11-23", 1)] // due on Friday, one day overdue on Monday
    [InlineData("2026-11-20", "2026-11-22", 0)] // not yet on Sunday
    [InlineData("2026-11-20", "2026-11-20", 0)]
    [InlineData("2024-09-30", "2024-10-08", 1)]
    [InlineData("2024-09-27", "2024-10-12", 7)]
    [InlineData("2022-12-30", "2023-01-03", 1)]
    [InlineData("2025-02-05", "2025-01-27", -1)]
    [InlineData("2024-01-01", "2024-12-31", 251)] // the notices give 2024 251 working days
    [InlineData("2025-01-01", "2025-12-31", 248)]
    public void Days_between_count_the_last_and_not_the_first(string from, string to, int count) =>
        Assert.Equal(count, Days.Between(Day(from), Day(to)));

    [Fact]
    public void Adding_and_counting_agree_wherever_they_start()
    {
        for (var day = new DateOnly(2021, 1, 1); day < new DateOnly(2026, 12, 31); day = day.AddDays(17))
        {
            foreach (var count in (int[])[1, 2, 7, 30])
            {
                var later = Days.Add(day, count);
                Assert.True(Days.Is(later));
                Assert.Equal(count, Days.Between(day, later));
                Assert.Equal(-count, Days.Between(later, day));
            }
        }
    }

    [Theory]
    [InlineData("2026-10-01", "2026-10-08")]
    [InlineData("2026-10-08", "2026-10-08")]
    [InlineData("2026-10-10", "2026-10-10")]
    public void The_next_worked_day_may_be_the_day_itself(string day, string next)
    {
        Assert.Equal(Day(next), Days.OnOrAfter(Day(day)));
        Assert.True(Days.Next(Day(day)) > Day(day));
    }

    [Fact]
    public void A_year_without_a_notice_is_named()
    {
        Assert.Empty(Days.Unknown(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)));
        Assert.Equal([2027, 2028], Days.Unknown(new DateOnly(2026, 12, 1), new DateOnly(2028, 1, 1)));
        Assert.Equal([2020], Days.Unknown(new DateOnly(2021, 1, 1), new DateOnly(2020, 12, 1)));
    }

    [Fact]
    public void Every_year_shipped_names_its_notice_and_evens_out_its_weekends()
    {
        Assert.Equal([2021, 2022, 2023, 2024, 2025, 2026], Days.Notices.Select(n => n.Year));
        Assert.All(Days.Notices, n => Assert.Matches($"^国办发明电〔{n.Year - 1}〕[0-9]+号$", n.Number));
        Assert.All(Days.Notices, n => Assert.Equal(n.Year - 1, n.Dated.Year));
    }

    [Fact]
    public void A_file_of_the_bureaus_own_replaces_the_year_and_adds_years()
    {
        var folder = Directory.CreateTempSubdirectory("xueheng-calendar-");
        try
        {
            var calendar = folder.CreateSubdirectory("calendar");
            File.WriteAllText(
                Path.Combine(calendar.FullName, "2027.yaml"),
                "year: 2027\nnotice: 国办发明电〔2026〕1号\ndated: 2026-11-20\nsource: 通知\nholidays:\n  - { name: 国庆节, from: 2027-10-01, until: 2027-10-07 }\nworking: [ 2027-09-26 ]\n");
            var own = ReadCalendar.From(Path.Combine(AppContext.BaseDirectory, "packs"), folder.FullName);
            Assert.False(own.Is(new DateOnly(2027, 10, 1)));
            Assert.True(own.Is(new DateOnly(2027, 9, 26)));
            Assert.Equal("国庆节", own.HolidayOf(new DateOnly(2027, 10, 1)));
            File.AppendAllText(Path.Combine(calendar.FullName, "2027.yaml"), "extra: 1\n");
            Assert.Throws<PackException>(() => ReadCalendar.From(Path.Combine(AppContext.BaseDirectory, "packs"), folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
