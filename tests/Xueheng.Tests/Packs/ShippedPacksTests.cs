using Xueheng.Packs;

namespace Xueheng.Tests.Packs;

public sealed class ShippedPacksTests
{
    private static readonly PackLibrary Packs = PackLibrary.Load(Path.Combine(AppContext.BaseDirectory, "packs"), null);

    [Fact]
    public void Three_standards_are_shipped()
    {
        Assert.Equal(
            ["basic-balance-2012", "preschool-universal-2020", "quality-balance-2017"],
            Packs.Standards.Select(s => s.Id));
        Assert.Empty(Packs.Refused);
    }

    [Fact]
    public void The_quality_balance_pack_holds_every_indicator_of_the_document()
    {
        var standard = Packs.FindStandard("quality-balance-2017")!;

        Assert.Equal(Enumerable.Range(1, 7).Select(i => $"L{i}"), standard.Indicators.Select(i => i.Id));
        Assert.Equal(
            [.. Enumerable.Range(1, 15).Select(i => $"G{i}"), .. Enumerable.Range(1, 9).Select(i => $"Q{i}"), "R1"],
            standard.CountyIndicators.Select(i => i.Id));
    }

    [Fact]
    public void The_basic_balance_pack_holds_eight_indicators_and_the_two_composite_limits()
    {
        var standard = Packs.FindStandard("basic-balance-2012")!;

        Assert.Equal(Enumerable.Range(1, 8).Select(i => $"B{i}"), standard.Indicators.Select(i => i.Id));
        Assert.Equal([0.65m, 0.55m], standard.Disparity!.CompositeLimits.OrderBy(l => l.Key).Select(l => l.Value));
        Assert.Null(standard.SchoolRule);
    }

    [Fact]
    public void The_preschool_pack_holds_three_eleven_and_six_indicators_and_recognition()
    {
        var standard = Packs.FindStandard("preschool-universal-2020")!;

        Assert.Equal(
            [.. Numbered(1, 3), .. Numbered(2, 11), .. Numbered(3, 6), "R1"],
            standard.CountyIndicators.Select(i => i.Id));

        static IEnumerable<string> Numbered(int part, int count) => Enumerable.Range(1, count).Select(i => $"{part}.{i}");
    }

    [Theory]
    [InlineData("L1", 4.2, 3.57, 5.3, 4.505)]
    [InlineData("L2", 1, 0.85, 1, 0.85)]
    [InlineData("L3", 0.9, 0.765, 0.9, 0.765)]
    [InlineData("L4", 4.5, 3.825, 5.8, 4.93)]
    [InlineData("L5", 7.5, 6.375, 10.2, 8.67)]
    [InlineData("L6", 2000, 1700, 2500, 2125)]
    [InlineData("L7", 2.3, 1.955, 2.4, 2.04)]
    public void Thresholds_and_floors_stand_as_published(string id, decimal primary, decimal primaryFloor, decimal junior, decimal juniorFloor)
    {
        var thresholds = Packs.FindStandard("quality-balance-2017")!.FindIndicator(id)!.Thresholds;

        Assert.Equal(new(primary, primaryFloor, 0.50m), thresholds[Census.Stage.Primary]);
        Assert.Equal(new(junior, juniorFloor, 0.45m), thresholds[Census.Stage.Junior]);
    }

    [Fact]
    public void Every_floor_is_85_percent_of_its_threshold_unrounded() => Assert.All(
        Packs.Standards.SelectMany(s => s.Indicators).SelectMany(i => i.Thresholds.Values).Where(t => t.Floor is not null),
        t => Assert.Equal(t.AtLeast * 0.85m, t.Floor));
}
