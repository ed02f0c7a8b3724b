using CsCheck;
using Xueheng.Engines.Balance;

namespace Xueheng.Engines.Tests.Balance;

public sealed class SharedResourceTests
{
    [Fact]
    public void A_nine_year_school_shares_one_to_one_point_one()
    {
        // 600 × 1 = 600 and 400 × 1.1 = 440 of 1040: 5200 ㎡ are 3000 and 2200.
        var shares = SharedResource.Shares([600, 400], [1, 1.1m])!;

        Assert.Equal([3000m, 2200m], Parts(5200, shares));
    }

    [Fact]
    public void A_complete_secondary_school_shares_one_to_one_point_two()
    {
        // 500 × 1 = 500 and 1000 × 1.2 = 1200 of 1700: 34 rooms are 10 and 24.
        var shares = SharedResource.Shares([500, 1000], [1, 1.2m])!;

        Assert.Equal([10m, 24m], Parts(34, shares));
    }

    [Fact]
    public void A_twelve_year_school_shares_one_to_one_point_one_to_one_point_three_two()
    {
        // 1000 × 1, 600 × 1.1 = 660, 500 × 1.32 = 660 of 2320: 4640 are 2000, 1320, 1320.
        var shares = SharedResource.Shares([1000, 600, 500], [1, 1.1m, 1.32m])!;

        Assert.Equal([2000m, 1320m, 1320m], Parts(4640, shares));
    }

    [Fact]
    public void A_school_of_one_stage_keeps_everything() => Assert.Equal([1], SharedResource.Shares([77], [1.1m])!);

    [Fact]
    public void A_stage_without_pupils_takes_nothing() => Assert.Equal([0, 1], SharedResource.Shares([0, 300], [1, 1.1m])!);

    [Fact]
    public void A_school_without_pupils_has_no_shares() => Assert.Null(SharedResource.Shares([0, 0], [1, 1.1m]));

    [Fact]
    public void The_parts_add_up_to_the_whole_exactly() => Gen.Select(
            Gen.Int[0, 3000].Array[3],
            Gen.Int[1, 400].Array[3],
            Gen.Int[0, 1_000_000])
        .Sample((pupils, weights, whole) =>
        {
            Fraction total = whole / 100m;
            var shares = SharedResource.Shares([.. pupils.Select(p => (Fraction)p)], [.. weights.Select(w => (Fraction)(w / 100m))]);
            return shares is null ? pupils.Sum() == 0 : shares.Aggregate(Fraction.Zero, (sum, share) => sum + (total * share)) == total;
        });

    private static IEnumerable<decimal> Parts(int whole, IReadOnlyList<Fraction> shares) => shares.Select(s => (decimal)(whole * s));
}
