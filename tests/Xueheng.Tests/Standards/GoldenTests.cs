using Xueheng.Standards;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Standards;

public sealed class GoldenTests
{
    public static TheoryData<string> Standards => [.. CountyBuilder.Packs.Standards.Select(s => s.Id)];

    [Theory, MemberData(nameof(Standards))]
    public void Every_indicator_has_a_worked_case(string id)
    {
        var standard = CountyBuilder.Packs.FindStandard(id)!;
        var (schools, county) = GoldenCase.Read(standard);

        Assert.Empty(standard.Indicators.Select(i => i.Id).Except(schools.Select(c => c.Indicator)));
        Assert.Empty(standard.CountyIndicators.Select(i => i.Id).Except(county.Select(c => c.Indicator)));
    }

    [Theory, MemberData(nameof(Standards))]
    public void Worked_cases_of_school_indicators_come_out(string id)
    {
        var standard = CountyBuilder.Packs.FindStandard(id)!;
        Assert.All(GoldenCase.Read(standard).Schools, golden =>
        {
            var school = Measure(standard, golden).Schools.Single(s => s.Stage == golden.Stage);
            var measured = school.Indicators.Single(i => i.Id == golden.Indicator);

            Assert.Equal((golden.Place, golden.Verdict), (golden.Place, measured.Verdict));
            Assert.Equal((golden.Place, golden.Value, golden.Shortfall), (golden.Place, measured.Value, measured.Shortfall));
            Assert.Equal(golden.Missing ?? [], measured.Missing);
        });
    }

    [Theory, MemberData(nameof(Standards))]
    public void Worked_cases_of_county_indicators_come_out(string id)
    {
        var standard = CountyBuilder.Packs.FindStandard(id)!;
        Assert.All(GoldenCase.Read(standard).County, golden =>
        {
            var measured = Measure(standard, golden).CountyIndicators.Single(i => i.Id == golden.Indicator);

            Assert.Equal((golden.Place, golden.Verdict), (golden.Place, measured.Verdict));
            Assert.Equal((golden.Place, golden.Value is null), (golden.Place, measured.Value is null));
            Assert.Equal((double)(golden.Value ?? 0), measured.Value ?? 0, (double)golden.Within);
            Assert.True(golden.Missing is null || golden.Missing.SequenceEqual(measured.Missing), $"{golden.Place}: {string.Join(", ", measured.Missing)}");
            Assert.NotEmpty(measured.Detail);
        });
    }

    private static Measurement Measure(Standard standard, GoldenCase golden) => MeasureCounty.Apply(
        standard,
        golden.Facts,
        "样例县",
        golden.Judgement is { } verdict
            ? new Dictionary<string, JudgementEntry>
            {
                [golden.Indicator] = new(Guid.Empty, golden.Indicator, verdict, "现场核查记录", null, "督学", DateTimeOffset.UnixEpoch),
            }
            : []);
}
