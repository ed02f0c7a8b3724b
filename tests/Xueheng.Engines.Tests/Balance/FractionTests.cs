using CsCheck;
using Xueheng.Engines.Balance;

namespace Xueheng.Engines.Tests.Balance;

public sealed class FractionTests
{
    private static readonly Gen<Fraction> Fractions = Gen.Select(Gen.Int[-5000, 5000], Gen.Int[1, 5000], (n, d) => Fraction.Of(n, d));

    [Fact]
    public void Thirds_add_up_to_one() => Assert.Equal(1, Fraction.Of(1, 3) + Fraction.Of(1, 3) + Fraction.Of(1, 3));

    [Fact]
    public void A_floor_is_not_reached_by_a_hair() => Assert.True((Fraction)4.504999m < 4.505m);

    [Fact]
    public void Decimals_come_back_as_they_went_in() => Gen.Decimal[-1_000_000_000, 1_000_000_000].Sample(d => (decimal)(Fraction)decimal.Round(d, 15) == decimal.Round(d, 15));

    [Fact]
    public void Doubles_are_the_nearest_ones() => Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[1, 1_000_000]).Sample((n, d) =>
        (double)Fraction.Of(n, d) == (double)n / d);

    [Fact]
    public void Doubles_of_very_long_fractions_do_not_overflow() => Assert.Equal(
        1.0 / 3,
        (double)Fraction.Of(System.Numerics.BigInteger.Pow(10, 900), 3 * System.Numerics.BigInteger.Pow(10, 900)));

    [Fact]
    public void Decimals_are_rounded_at_the_last_digit_only()
    {
        Assert.Equal(0.3333333333333333333333333333m, (decimal)Fraction.Of(1, 3));
        Assert.Equal(-0.6666666666666666666666666667m, (decimal)Fraction.Of(-2, 3));
        Assert.Equal(123456789.0123456789m, (decimal)(Fraction)123456789.0123456789m);
    }

    [Fact]
    public void Arithmetic_follows_the_rules_of_fractions() => Gen.Select(Fractions, Fractions, Fractions).Sample((a, b, c) =>
        a + b == b + a && (a + b) + c == a + (b + c) && a * (b + c) == (a * b) + (a * c) && a - a == 0 && (b.IsZero || a / b * b == a));

    [Fact]
    public void Order_agrees_with_subtraction() => Gen.Select(Fractions, Fractions).Sample((a, b) =>
        (a < b) == ((a - b).Sign < 0) && (a >= b) == !(a < b) && (a > b) == (b < a) && (a <= b) == (b >= a));

    [Fact]
    public void Ceiling_is_the_smallest_whole_not_below() => Fractions.Sample(f =>
        Fraction.Of(f.Ceiling(), 1) >= f && Fraction.Of(f.Ceiling() - 1, 1) < f);

    [Fact]
    public void Nothing_divides_by_zero() => Assert.Throws<DivideByZeroException>(() => Fraction.One / Fraction.Zero);
}
