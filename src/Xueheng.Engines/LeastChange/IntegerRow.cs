using System.Numerics;
using Xueheng.Engines.Balance;

namespace Xueheng.Engines.LeastChange;

/// <summary>
/// <c>Σ gain · steps ≥ bound</c> in whole numbers. Where the fractions have a small common multiple it says the same; else it is
/// rounded so that it never forbids steps the fractions allow.
/// </summary>
internal sealed record IntegerRow(int[] Steps, long[] Gains, long Bound)
{
    /// <summary>Bits of the largest gain: with 20,000 of each of thousands of steps, sums stay within 63.</summary>
    private const int Bits = 32;

    public static IntegerRow AtLeast(IReadOnlyList<StepGain> gains, Fraction bound)
    {
        var common = BigInteger.One;
        foreach (var (_, gain) in gains)
        {
            common *= gain.Denominator / BigInteger.GreatestCommonDivisor(common, gain.Denominator);
        }

        var whole = gains.Select(g => g.Gain.Numerator * (common / g.Gain.Denominator)).ToArray();
        var divisor = whole.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        divisor = divisor.IsZero ? BigInteger.One : divisor;
        var least = (bound * Fraction.Of(common, divisor)).Ceiling();
        var widest = whole.Aggregate(BigInteger.Abs(least) >> 16, (most, w) => BigInteger.Max(most, BigInteger.Abs(w / divisor)));
        int[] steps = [.. gains.Select(g => g.Step)];
        if (widest.GetBitLength() <= Bits)
        {
            return new IntegerRow(steps, [.. whole.Select(w => (long)(w / divisor))], (long)least);
        }

        // Steps are not negative: gains rounded up and the bound rounded down allow all that was allowed.
        var shift = (int)widest.GetBitLength() - Bits;
        return new IntegerRow(steps, [.. whole.Select(w => (long)-((-(w / divisor)) >> shift))], (long)(least >> shift));
    }

    public bool Holds(IReadOnlyList<int> steps)
    {
        var sum = 0L;
        for (var i = 0; i < Steps.Length; i++)
        {
            sum += Gains[i] * steps[Steps[i]];
        }

        return sum >= Bound;
    }
}
