using Xueheng.Engines.Balance;
using Xueheng.Engines.LeastChange;

namespace Xueheng.Standards.Trying;

/// <summary>A ratio of two quantities that grow with steps.</summary>
internal sealed record StepRatio(Affine Upper, Affine Lower)
{
    private static readonly Affine One = new(1, []);

    public static StepRatio Of(Affine value) => new(value, One);

    /// <summary>The ratio as one quantity; null where its denominator grows too, or is zero.</summary>
    public Affine? Whole => Lower is { Gains.Count: 0, Constant.IsZero: false } ? Scaled(Upper, 1 / Lower.Constant) : null;

    public StepRatio Times(Fraction factor) => this with { Upper = Scaled(Upper, factor) };

    public StepRatio? Plus(StepRatio other) => Whole is { } a && other.Whole is { } b ? Of(Sum(a, b)) : null;

    public StepRatio? Times(StepRatio other) =>
        other.Whole is { Gains.Count: 0 } factor ? Times(factor.Constant)
        : Whole is { Gains.Count: 0 } own ? other.Times(own.Constant)
        : null;

    public StepRatio? Over(StepRatio other) =>
        other.Whole is { Gains.Count: 0 } divisor ? (divisor.Constant.IsZero ? null : Times(1 / divisor.Constant))
        : Whole is { } over && other.Whole is { } under ? new StepRatio(over, under)
        : null;

    /// <summary>How far the ratio is above a bound, times its denominator: not negative exactly when the bound is kept.</summary>
    /// <returns>Null where the denominator could fall to zero.</returns>
    public Affine? Above(Fraction bound, bool atLeast)
    {
        if (Lower.Constant.Sign <= 0 || Lower.Gains.Any(g => g.Gain.Sign < 0))
        {
            return null;
        }

        var margin = Sum(Upper, Scaled(Lower, -bound));
        return atLeast ? margin : Scaled(margin, -1);
    }

    private static Affine Scaled(Affine value, Fraction by) =>
        by.IsZero ? new Affine(0, []) : new Affine(value.Constant * by, [.. value.Gains.Select(g => g with { Gain = g.Gain * by })]);

    private static Affine Sum(Affine a, Affine b) => new(
        a.Constant + b.Constant,
        [
            .. a.Gains.Concat(b.Gains).GroupBy(g => g.Step).OrderBy(g => g.Key)
                .Select(g => new StepGain(g.Key, g.Aggregate(Fraction.Zero, (sum, one) => sum + one.Gain))).Where(g => !g.Gain.IsZero),
        ]);
}
