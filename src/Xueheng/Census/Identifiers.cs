using System.Globalization;

namespace Xueheng.Census;

/// <summary>县级行政区划代码, six digits (GB/T 2260). First part of every key.</summary>
public readonly record struct CountyCode
{
    private CountyCode(string value) => Value = value;

    public string Value { get; }

    public static CountyCode? Parse(string? text) =>
        text is { Length: 6 } && text.All(char.IsAsciiDigit) && text[0] != '0' ? new CountyCode(text) : null;

    public override string ToString() => Value;
}

/// <summary>学校标识码, ten digits: two of kind, two of province, six of sequence. The published rule has no check digit.</summary>
public readonly record struct SchoolCode
{
    private SchoolCode(string value) => Value = value;

    public string Value { get; }

    public static SchoolCode? Parse(string? text) =>
        text is { Length: 10 } && text.All(char.IsAsciiDigit) ? new SchoolCode(text) : null;

    public override string ToString() => Value;
}

/// <summary>学年: <c>2024</c> is September 2024 to August 2025.</summary>
public readonly record struct Period
{
    private Period(int year) => Year = year;

    public int Year { get; }

    public Period Previous => new(Year - 1);

    public static Period? Parse(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1978 and <= 2100
            ? new Period(year)
            : null;

    public override string ToString() => Year.ToString(CultureInfo.InvariantCulture);
}

/// <summary>身份证号, 18 characters: region, birth date, sequence, and an ISO 7064 MOD 11-2 check character (GB 11643).</summary>
public readonly record struct IdentityNumber
{
    private const string CheckCharacters = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private IdentityNumber(string value, DateOnly born) => (Value, Born) = (value, born);

    public string Value { get; }

    public DateOnly Born { get; }

    /// <summary>The check character of the first seventeen digits, or null when they are not seventeen digits.</summary>
    public static char? CheckCharacter(ReadOnlySpan<char> body)
    {
        if (body.Length != 17)
        {
            return null;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(body[i]))
            {
                return null;
            }

            sum += (body[i] - '0') * Weights[i];
        }

        return CheckCharacters[sum % 11];
    }

    /// <summary>Null when the length, a digit, the birth date or the check character is wrong.</summary>
    public static IdentityNumber? Parse(string? text)
    {
        if (text is not { Length: 18 } || CheckCharacter(text.AsSpan(0, 17)) is not { } check)
        {
            return null;
        }

        return char.ToUpperInvariant(text[17]) == check
            && DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
                ? new IdentityNumber(text.ToUpperInvariant(), born)
                : null;
    }

    public override string ToString() => Value;
}

/// <summary>
/// 学籍号, 19 characters: <c>G</c> and an identity number; <c>J</c>, six of region, eight of birth date, three of sequence
/// and the same check character; <c>L</c> (temporary), region, birth date and four digits.
/// </summary>
public readonly record struct PupilNumber
{
    private PupilNumber(string value) => Value = value;

    public string Value { get; }

    public static PupilNumber? Parse(string? text)
    {
        if (text is not { Length: 19 })
        {
            return null;
        }

        var body = text[1..];
        var valid = char.ToUpperInvariant(text[0]) switch
        {
            'G' or 'J' => IdentityNumber.Parse(body) is not null,
            'L' => body.All(char.IsAsciiDigit)
                && DateOnly.TryParseExact(body.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => false,
        };
        return valid ? new PupilNumber(text.ToUpperInvariant()) : null;
    }

    public override string ToString() => Value;
}
