using System.Globalization;
using Xueheng.Engines.Projection;

namespace Xueheng.Engines.Tests.Projection;

public sealed class BackTestTests(ITestOutputHelper output)
{
    [Fact]
    public void Nothing_can_be_tested_on_the_only_year() =>
        Assert.Null(BackTest.Run(new ProjectionProblem([new(StepKind.Stock, 0)], 2024, [[[10]]], 1)));

    [Fact]
    public void A_line_finds_what_grows_evenly_and_last_year_lags_behind()
    {
        var found = BackTest.Run(new ProjectionProblem([new(StepKind.Stock, 0)], 2020, [[[100]], [[110]], [[120]], [[130]]], 1))!;
        Assert.Equal((1, 10.0 / 130, 0.0), (found.Compared, found.MedianOfLastYear, Math.Round(found.MedianOfLine, 12)));
    }

    [Theory]
    [InlineData(4, 0.055)]
    [InlineData(5, 0.055)]
    public void On_the_schools_of_New_York_it_is_better_than_a_line_and_its_intervals_hold(int last, double most)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Projection", "nyc-enrolment.csv")).Where(l => l[0] != '#').Select(l => l.Split(',')).ToList();
        List<double[][]> counts = [.. Enumerable.Range(1, last + 1).Select(y => rows.Select(r => new[] { double.Parse(r[y], CultureInfo.InvariantCulture) }).ToArray())];
        var found = BackTest.Run(new ProjectionProblem([new(StepKind.Stock, 0)], 2019, counts, 1) { Paths = 200 })!;
        output.WriteLine($"{found} total {found.Total[0]}");
        Assert.Equal(rows.Count, found.Compared);
        Assert.True(found.Median <= most);
        Assert.True(found.Median < found.MedianOfLine);
        Assert.InRange(found.Within80, 0.7, 0.95);
        Assert.InRange(found.Within95, 0.88, 1);
    }
}
