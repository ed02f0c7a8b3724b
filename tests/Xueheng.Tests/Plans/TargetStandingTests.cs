using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Plans.Targets;

namespace Xueheng.Tests.Plans;

public sealed class TargetStandingTests
{
    private static readonly DateOnly Today = new(2024, 10, 1);

    [Theory]
    [InlineData(Comparison.AtLeast, 90, 90.0, TargetState.Reached)]
    [InlineData(Comparison.AtLeast, 90, 89.9999999, TargetState.OnPath)]
    [InlineData(Comparison.AtLeast, 90, 85.0, TargetState.OnPath)]
    [InlineData(Comparison.AtLeast, 90, 84.9999999, TargetState.Behind)]
    [InlineData(Comparison.Equal, 90, 91.0, TargetState.Reached)]
    [InlineData(Comparison.AtMost, 90, 90.0, TargetState.Reached)]
    public void A_target_stands_by_what_was_measured_and_nothing_is_rounded(Comparison comparison, double goal, double measured, TargetState state) =>
        Assert.Equal(state, TargetStanding.Of(Rising(comparison, (decimal)goal, (2022, 80), (2024, 85), (2026, 90)), Read(2024, measured), Today).State);

    [Theory]
    [InlineData(0.50, TargetState.Reached)]
    [InlineData(0.52, TargetState.OnPath)]
    [InlineData(0.56, TargetState.Behind)]
    public void Where_less_is_better_a_path_falls(double measured, TargetState state) =>
        Assert.Equal(state, TargetStanding.Of(Rising(Comparison.AtMost, 0.5m, (2022, 0.6m), (2024, 0.55m), (2026, 0.5m)), Read(2024, measured), Today).State);

    [Fact]
    public void An_increase_counts_from_where_the_path_begins()
    {
        var target = Rising(Comparison.IncreaseBy, 3000, (2022, 52_000), (2024, 55_000));
        Assert.Equal(TargetState.Reached, TargetStanding.Of(target, Read(2024, 55_000), Today).State);
        var short_ = TargetStanding.Of(target, Read(2024, 54_000), Today);
        Assert.Equal((TargetState.Behind, 1000.0), (short_.State, short_.Lacks!.Value));
    }

    [Fact]
    public void An_increase_that_does_not_say_from_where_is_unknown()
    {
        var standing = TargetStanding.Of(Rising(Comparison.IncreaseBy, 3000, (2024, 55_000)), Read(2024, 56_000), Today);
        Assert.Equal(TargetState.Unknown, standing.State);
        Assert.Contains("起点", standing.Reason);
    }

    [Fact]
    public void What_cannot_be_measured_is_unknown_and_never_reached()
    {
        var target = Rising(Comparison.AtMost, 90, (2024, 90));
        var silent = new MetricReading("", "", null, "东店小学没有数据", "", 2024, 1, "");
        Assert.Equal((TargetState.Unknown, "东店小学没有数据"), (TargetStanding.Of(target, silent, Today).State, TargetStanding.Of(target, silent, Today).Reason));
        Assert.Equal(TargetState.Unknown, TargetStanding.Of(target, null, Today).State);
        Assert.Null(TargetStanding.Of(target, silent, Today).Lacks);
    }

    [Fact]
    public void After_the_last_day_a_target_that_is_not_reached_is_behind_whatever_its_path()
    {
        var target = Rising(Comparison.AtLeast, 90, (2022, 80), (2026, 90));
        var standing = TargetStanding.Of(target, Read(2024, 89), new DateOnly(2027, 1, 1));
        Assert.Equal((TargetState.Behind, true), (standing.State, standing.Overdue));
    }

    [Theory]
    [InlineData(2021, null)]
    [InlineData(2022, 80.0)]
    [InlineData(2023, 82.5)]
    [InlineData(2024, 85.0)]
    [InlineData(2025, 87.5)]
    [InlineData(2026, 90.0)]
    [InlineData(2030, 90.0)]
    public void A_path_is_read_on_the_line_between_its_steps(int period, double? expected) =>
        Assert.Equal((decimal?)expected, TargetPath.Expected(Rising(Comparison.AtLeast, 90, (2026, 90), (2022, 80), (2024, 85)).Path, period));

    [Theory]
    [InlineData(2021, 2024, "81.67 84.45 87.22 90")]
    [InlineData(2024, 2024, "90")]
    [InlineData(2025, 2024, "90")]
    public void A_straight_path_ends_exactly_at_the_goal(int from, int until, string steps)
    {
        var path = TargetPath.Straight(from, 81.67m, until, 90);
        Assert.Equal(steps, string.Join(' ', path.Select(s => decimal.Round(s.Value, 2).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(until, path[^1].Period);
    }

    [Theory]
    [InlineData("indicator:preschool-universal-2020/1.2")]
    [InlineData("indicator:quality-balance-2017/L1@primary")]
    [InlineData("indicator:quality-balance-2017/L1@primary#2199000001")]
    [InlineData("disparity:quality-balance-2017/L2@junior")]
    [InlineData("fact:teachers.backbone@primary")]
    [InlineData("fact:pupils")]
    public void A_metric_is_read_as_it_is_written(string text) => Assert.Equal(text, Metric.Parse(text)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("indicator:L1")]
    [InlineData("fact:pupils@kindergarten")]
    [InlineData("fact:")]
    [InlineData("disparity:quality-balance-2017")]
    public void What_is_no_metric_is_not_read_as_one(string text) => Assert.Null(Metric.Parse(text));

    private static MetricReading Read(int period, double value) => new("", "%", value, null, "", period, 1, "");

    private static Target Rising(Comparison comparison, decimal value, params (int Period, decimal Value)[] path) => new()
    {
        County = "990101",
        Id = Guid.CreateVersion7(),
        Plan = Guid.CreateVersion7(),
        Title = "目标",
        Metric = Metric.Parse("fact:pupils")!,
        Comparison = comparison,
        Value = value,
        Unit = "%",
        Due = new DateOnly(2026, 12, 31),
        Path = [.. path.Select(s => new PathStep { Period = s.Period, Value = s.Value })],
        EditedBy = "张华",
        EditedAt = DateTimeOffset.UnixEpoch,
    };
}
