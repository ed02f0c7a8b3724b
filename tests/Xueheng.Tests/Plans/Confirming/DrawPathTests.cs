using System.Globalization;
using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Plans.Targets;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Plans.Confirming;

public sealed class DrawPathTests
{
    [Theory]
    [InlineData("2024", "2024-12-31")]
    [InlineData("2024-02", "2024-02-29")]
    [InlineData("2024-06", "2024-06-30")]
    [InlineData("2024-06-05", "2024-06-05")]
    [InlineData("2024-13", null)]
    [InlineData("2024-02-30", null)]
    [InlineData("明年", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_deadline_is_its_last_day(string? said, string? day) => Assert.Equal(Day(day), Deadlines.LastDayOf(said));

    [Theory]
    [InlineData("2024-08-31", 2023)]
    [InlineData("2024-09-01", 2024)]
    [InlineData("2024-12-31", 2024)]
    [InlineData("2025-06-30", 2024)]
    public void A_day_lies_in_the_school_year_that_began_in_september(string day, int period) => Assert.Equal(period, Deadlines.PeriodOf(Day(day)!.Value));

    [Theory]
    [InlineData(Comparison.AtLeast, 90, 2024, 2021, 81.0, "2021:81 2022:84 2023:87 2024:90")]
    [InlineData(Comparison.AtLeast, 90, 2024, 2022, 95.0, "2022:90 2023:90 2024:90")]
    [InlineData(Comparison.AtMost, 5, 2024, 2022, 9.0, "2022:9 2023:7 2024:5")]
    [InlineData(Comparison.AtMost, 5, 2024, 2022, 3.0, "2022:5 2023:5 2024:5")]
    [InlineData(Comparison.Equal, 0, 2023, 2021, 8.0, "2021:8 2022:4 2023:0")]
    [InlineData(Comparison.IncreaseBy, 300, 2024, 2021, 1000.0, "2021:1000 2022:1100 2023:1200 2024:1300")]
    [InlineData(Comparison.AtLeast, 90, 2024, 2024, 86.0, "2024:90")]
    [InlineData(Comparison.AtLeast, 90, 2024, 2025, 86.0, "2024:90")]
    [InlineData(Comparison.AtLeast, 10, 2024, 2021, 0.0, "2021:0 2022:3.333333 2023:6.666667 2024:10")]
    public void A_path_is_a_straight_line_from_the_census_to_the_value(Comparison comparison, int value, int last, int from, double begins, string path) =>
        Assert.Equal(path, string.Join(' ', DrawPath.Between(comparison, value, last, from, (decimal)begins)
            .Select(s => FormattableString.Invariant($"{s.Period}:{s.Value:0.######}"))));

    [Theory]
    [InlineData(Comparison.AtLeast, "90", 91.2, AchievedVerdict.Agrees)]
    [InlineData(Comparison.AtLeast, "90", 89.99, AchievedVerdict.Differs)]
    [InlineData(Comparison.AtMost, "5", 5.0, AchievedVerdict.Agrees)]
    [InlineData(Comparison.AtMost, "5", 5.1, AchievedVerdict.Differs)]
    [InlineData(Comparison.Equal, "86", 86.49, AchievedVerdict.Agrees)]
    [InlineData(Comparison.Equal, "86.0", 86.49, AchievedVerdict.Agrees)]
    [InlineData(Comparison.Equal, "86.5", 86.49, AchievedVerdict.Agrees)]
    [InlineData(Comparison.Equal, "86.52", 86.49, AchievedVerdict.Differs)]
    [InlineData(Comparison.Equal, "87", 86.49, AchievedVerdict.Differs)]
    [InlineData(Comparison.IncreaseBy, "3", 86.49, AchievedVerdict.Unknown)]
    [InlineData(Comparison.AtLeast, "90", null, AchievedVerdict.Unknown)]
    public void A_reported_figure_is_held_against_the_census_at_the_digits_it_is_written_to(Comparison comparison, string said, double? measured, AchievedVerdict verdict)
    {
        var commitment = new Commitment
        {
            County = ConfirmDesk.County,
            Id = Guid.CreateVersion7(),
            Plan = Guid.CreateVersion7(),
            Text = "",
            Subject = "",
            Comparison = comparison,
            Value = decimal.Parse(said, CultureInfo.InvariantCulture),
            Unit = "%",
            Kind = CommitmentKind.Achieved,
            State = CommitmentState.Accepted,
            EditedBy = ConfirmDesk.By,
            EditedAt = DateTimeOffset.UnixEpoch,
        };
        var compared = AchievedCompared.Of(commitment, 2024, new MetricReading("", "%", measured, measured is null ? "没有填报" : null, "", 2024, 1, ""));

        Assert.Equal((verdict, verdict == AchievedVerdict.Unknown), (compared.Verdict, compared.Reason is not null));
        Assert.Equal(AchievedVerdict.Unknown, AchievedCompared.Of(commitment, 2024, null).Verdict);
    }

    [Theory]
    [InlineData(45000, "万元", "亿元", 4.5)]
    [InlineData(320, "名", "人", 320.0)]
    [InlineData(5, "%", "个百分点", 5.0)]
    [InlineData(5, "%", "", 5.0)]
    [InlineData(4500, "人", "%", null)]
    [InlineData(4500, "人", "亩", null)]
    public void Figures_of_one_kind_are_converted_and_those_of_two_cannot_be_compared(double value, string from, string to, double? converted)
    {
        var reading = new MetricReading("", from, value, null, "", 2024, 1, "").In(to, CountyBuilder.Packs.Metrics.Units);

        Assert.Equal(converted, reading.Value);
        Assert.Equal(converted is null, reading.Missing?.Contains("不能相比", StringComparison.Ordinal) ?? false);
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
