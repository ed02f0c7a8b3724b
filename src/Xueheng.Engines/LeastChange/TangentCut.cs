using System.Numerics;
using Xueheng.Engines.Balance;

namespace Xueheng.Engines.LeastChange;

/// <summary>
/// A half-space that holds every point of the disparity cone and not the point it was made at. With v̂ the values there and M not
/// below √((1 + c²)·N·Σ n v̂²), every v with N·Σ n v² ≤ (1 + c²)·(Σ n v)² has <c>Σ n·(M − N·v̂)·v ≥ 0</c> (Cauchy–Schwarz).
/// </summary>
internal static class TangentCut
{
    /// <summary>Bits of the root behind the point: far below the smallest violation that fractions of a census can have.</summary>
    private const int RootBits = 128;

    public static IntegerRow At(DisparityRequirement disparity, IReadOnlyList<int> steps) =>
        Through(disparity, [.. disparity.Values.Select(v => v.At(steps))]);

    /// <param name="values">Any point, whole steps or not.</param>
    public static IntegerRow Through(DisparityRequirement disparity, Fraction[] values)
    {
        Fraction pupils = 0;
        Fraction squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            pupils += disparity.Pupils[i];
            squares += disparity.Pupils[i] * values[i] * values[i];
        }

        var root = RootAbove((1 + (disparity.Limit * disparity.Limit)) * pupils * squares);
        Fraction constant = 0;
        var gains = new SortedDictionary<int, Fraction>();
        for (var i = 0; i < values.Length; i++)
        {
            var weight = disparity.Pupils[i] * (root - (pupils * values[i]));
            constant += weight * disparity.Values[i].Constant;
            foreach (var (step, gain) in disparity.Values[i].Gains)
            {
                gains[step] = gains.GetValueOrDefault(step) + (weight * gain);
            }
        }

        return IntegerRow.AtLeast([.. gains.Where(g => !g.Value.IsZero).Select(g => new StepGain(g.Key, g.Value))], -constant);
    }

    /// <summary>Not below the root, and nearer to it than 2⁻¹²⁸ of it.</summary>
    internal static Fraction RootAbove(Fraction square)
    {
        var number = (square.Numerator * square.Denominator) << (2 * RootBits);
        return Fraction.Of(RootFloor(number) + 1, square.Denominator << RootBits);
    }

    private static BigInteger RootFloor(BigInteger number)
    {
        if (number.IsZero)
        {
            return number;
        }

        var root = BigInteger.One << (((int)number.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (number / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
