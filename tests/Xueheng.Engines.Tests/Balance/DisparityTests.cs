using CsCheck;
using Xueheng.Engines.Balance;

namespace Xueheng.Engines.Tests.Balance;

public sealed class DisparityTests
{
    /// <summary>Counties of two to forty schools: resources and pupils of each.</summary>
    private static readonly Gen<(double Resource, double Pupils)[]> Counties =
        Gen.Select(Gen.Double[0.5, 500], Gen.Int[1, 3000], (r, n) => (r, (double)n)).Array[2, 40];

    private static readonly Gen<(int Resource, int Pupils)[]> WholeCounties =
        Gen.Select(Gen.Int[0, 60], Gen.Int[1, 3000]).Array[1, 15];

    [Fact]
    public void Multiplying_all_resources_leaves_the_coefficient() => Gen.Select(Counties, Gen.Double[0.01, 1000]).Sample((county, factor) =>
        Near(Cv(county)!.Value, Cv([.. county.Select(s => (s.Resource * factor, s.Pupils))])!.Value));

    [Fact]
    public void Merging_two_identical_schools_leaves_the_coefficient() => Counties.Sample(county =>
        Near(Cv([county[0], .. county])!.Value, Cv([(2 * county[0].Resource, 2 * county[0].Pupils), .. county[1..]])!.Value));

    [Fact]
    public void The_order_of_schools_never_matters() => Gen.Select(Counties, Gen.Int).Sample((county, seed) =>
    {
        var shuffled = county.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Near(Cv(county)!.Value, Cv(shuffled)!.Value);
    });

    [Fact]
    public void The_order_of_schools_never_matters_to_the_last_digit_of_a_verdict() => Gen.Select(WholeCounties, Gen.Int, Gen.Int[0, 200]).Sample((county, seed, limit) =>
    {
        var shuffled = county.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Keeps(county, limit / 100m) == Keeps(shuffled, limit / 100m);
    });

    [Fact]
    public void Equal_schools_have_no_disparity() => Gen.Select(Gen.Int[1, 50], Gen.Int[1, 9].Array[1, 20]).Sample((perPupil, sizes) =>
        Disparity.Of([.. sizes.Select(_ => (double)perPupil)], [.. sizes.Select(s => (double)s)])!.Value.Cv == 0);

    [Fact]
    public void The_exact_verdict_agrees_with_the_coefficient_away_from_the_limit() => Gen.Select(WholeCounties, Gen.Int[1, 150]).Sample((county, percent) =>
    {
        var cv = Cv([.. county.Select(s => ((double)s.Resource, (double)s.Pupils))]);
        var limit = percent / 100m;
        return cv is null ? Keeps(county, limit) is null : Math.Abs(cv.Value - (double)limit) < 1e-9 || Keeps(county, limit) == cv.Value <= (double)limit;
    });

    [Fact]
    public void A_county_exactly_at_the_limit_keeps_it()
    {
        // Values 1 and 3 with equal pupils: mean 2, deviation 1, coefficient exactly one half.
        Assert.True(Disparity.Keeps([1, 3], [700, 700], 0.5m));
        Assert.False(Disparity.Keeps([1, 3], [700, 700], 0.4999999999999999999999999999m));
        // 1/3 and 1 with equal pupils: mean 2/3, deviation 1/3, exactly one half again, though no double holds them.
        Assert.True(Disparity.Keeps([Fraction.Of(1, 3), 1], [7, 7], 0.5m));
    }

    [Fact]
    public void Nothing_to_share_has_no_coefficient()
    {
        Assert.Null(Disparity.Of([], []));
        Assert.Null(Disparity.Of([4.2], [0]));
        Assert.Null(Disparity.Of([0, 0], [10, 20])!.Value.Cv);
        Assert.Null(Disparity.Keeps([0, 0], [10, 20], 0.5m));
        Assert.Null(Disparity.Composite([]));
    }

    [Fact]
    public void A_school_without_pupils_does_not_count()
    {
        var with = Disparity.Of([1, 3, 99], [10, 20, 0])!.Value;

        Assert.Equal(Disparity.Of([1, 3], [10, 20])!.Value, with);
    }

    [Fact]
    public void Slopes_equal_finite_differences() => Counties.Sample(county =>
    {
        double[] resources = [.. county.Select(s => s.Resource)];
        double[] pupils = [.. county.Select(s => s.Pupils)];
        var (byResource, byPupil) = (new double[county.Length], new double[county.Length]);
        if (Cv(county) is not > 1e-3 || !DisparitySlope.Of(resources, pupils, byResource, byPupil))
        {
            return;
        }

        for (var k = 0; k < county.Length; k++)
        {
            Assert.Equal(Difference(resources, pupils, resources, k), byResource[k], Tolerance(byResource));
            Assert.Equal(Difference(resources, pupils, pupils, k), byPupil[k], Tolerance(byPupil));
        }
    });

    [Fact]
    public void There_is_no_slope_where_all_schools_are_equal()
    {
        var slopes = new double[2];

        Assert.False(DisparitySlope.Of([5, 10], [50, 100], slopes, slopes));
        Assert.False(DisparitySlope.Of([0, 0], [50, 100], slopes, slopes));
    }

    [Fact]
    public void One_more_teacher_at_the_poorest_school_lowers_the_coefficient_and_at_the_richest_raises_it()
    {
        var (byResource, byPupil) = (new double[3], new double[3]);

        Assert.True(DisparitySlope.Of([2, 10, 30], [500, 1000, 1500], byResource, byPupil));
        Assert.True(byResource[0] < 0);
        Assert.True(byResource[2] > 0);
    }

    private static double? Cv((double Resource, double Pupils)[] county) =>
        Disparity.Of([.. county.Select(s => s.Resource / s.Pupils)], [.. county.Select(s => s.Pupils)])?.Cv;

    private static bool? Keeps((int Resource, int Pupils)[] county, decimal limit) =>
        Disparity.Keeps([.. county.Select(s => Fraction.Of(s.Resource, s.Pupils))], [.. county.Select(s => (Fraction)s.Pupils)], limit);

    private static bool Near(double left, double right) => Math.Abs(left - right) <= 1e-9 * Math.Max(1, Math.Abs(left));

    /// <summary>Central difference over a small change of one entry of <paramref name="varied"/>, which is one of the two arrays.</summary>
    private static double Difference(double[] resources, double[] pupils, double[] varied, int k)
    {
        var (was, step) = (varied[k], varied[k] * 1e-5);
        double At(double value)
        {
            varied[k] = value;
            return Cv([.. resources.Zip(pupils)])!.Value;
        }

        var difference = (At(was + step) - At(was - step)) / (2 * step);
        varied[k] = was;
        return difference;
    }

    private static double Tolerance(double[] slopes) => Math.Max(1e-9, 1e-4 * slopes.Max(Math.Abs));
}
