using System.Globalization;
using System.Numerics;

namespace Xueheng.Engines.Balance;

/// <summary>
/// An exact rational number in lowest terms, denominator positive. Verdicts compare fractions, so that 4.504999… is below
/// 4.505 and a share taken apart and put together again is the whole it came from, whatever the number of digits.
/// </summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly BigInteger _denominator;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
        {
            divisor = -divisor;
        }

        Numerator = divisor.IsOne ? numerator : numerator / divisor;
        _denominator = divisor.IsOne ? denominator : denominator / divisor;
    }

    public static Fraction Zero => default;

    public static Fraction One => new(BigInteger.One, BigInteger.One);

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public bool IsZero => Numerator.IsZero;

    public int Sign => Numerator.Sign;

    public static Fraction Of(BigInteger numerator, BigInteger denominator) => denominator.IsZero
        ? throw new DivideByZeroException()
        : new(numerator, denominator);

    public static implicit operator Fraction(int value) => new(value, BigInteger.One);

    /// <summary>The decimal as it is written, exactly.</summary>
    public static implicit operator Fraction(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = (new BigInteger((uint)bits[2]) << 64) | (new BigInteger((uint)bits[1]) << 32) | (uint)bits[0];
        return new(value < 0 ? -magnitude : magnitude, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    /// <summary>The decimal nearest to it, at most 28 significant digits.</summary>
    /// <exception cref="OverflowException">It is larger than a decimal can be.</exception>
    public static explicit operator decimal(Fraction value)
    {
        var whole = BigInteger.Abs(value.Numerator) / value.Denominator;
        var digits = whole.IsZero ? 0 : whole.ToString(CultureInfo.InvariantCulture).Length;
        var scale = Math.Clamp(28 - digits, 0, 28);
        var power = BigInteger.Pow(10, scale);
        var twice = 2 * BigInteger.Abs(value.Numerator) * power;
        var rounded = (twice + value.Denominator) / (2 * value.Denominator);
        var number = (decimal)(rounded / power) + ((decimal)(rounded % power) / (decimal)power);
        return value.Numerator.Sign < 0 ? -number : number;
    }

    /// <summary>The double nearest to it.</summary>
    public static explicit operator double(Fraction value)
    {
        if (value.IsZero)
        {
            return 0;
        }

        // A quotient of 63 or 64 bits, whose last bit also stands for the remainder, is rounded once when it becomes a double.
        var shift = 63 - (int)(value.Numerator.GetBitLength() - value.Denominator.GetBitLength());
        var numerator = shift > 0 ? BigInteger.Abs(value.Numerator) << shift : BigInteger.Abs(value.Numerator);
        var denominator = shift > 0 ? value.Denominator : value.Denominator << -shift;
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var bits = (ulong)quotient | (remainder.IsZero ? 0UL : 1UL);
        var number = Math.ScaleB((double)bits, -shift);
        return value.Numerator.Sign < 0 ? -number : number;
    }

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a) => new(-a.Numerator, a.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    /// <summary>The smallest whole number not below it.</summary>
    public BigInteger Ceiling()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign > 0 ? quotient + 1 : quotient;
    }

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
