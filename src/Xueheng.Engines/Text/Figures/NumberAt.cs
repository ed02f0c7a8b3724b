using System.Globalization;

namespace Xueheng.Engines.Text;

/// <summary>Reads a number at a place of a text: 10600, 10,600, 94.37, 百分之九十, 三.</summary>
/// <param name="Spoken">Written in characters.</param>
/// <param name="Percent">It said 百分之, so its unit is %.</param>
internal readonly record struct NumberAt(decimal Value, int End, bool Spoken, bool Percent)
{
    private const int LongestDigits = 15;
    private const string OutOfHundred = "百分之";

    public static NumberAt? Read(ReadOnlySpan<char> text, int at)
    {
        if (text[at..].StartsWith(OutOfHundred, StringComparison.Ordinal))
        {
            var inner = at + OutOfHundred.Length;
            return inner < text.Length && (Digits(text, inner) ?? Spelt(text, inner)) is { } share ? share with { Percent = true } : null;
        }

        return Characters.IsDigit(text[at]) ? Digits(text, at) : Spelt(text, at);
    }

    private static NumberAt? Digits(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && Characters.IsDigit(text[end]))
        {
            end++;
        }

        if (end == at || end - at > LongestDigits)
        {
            return null;
        }

        while (end - at <= LongestDigits && end + 3 < text.Length + 0 && Characters.IsComma(text[end]) && IsThousand(text, end + 1) && end - at is >= 1)
        {
            if (end - at <= 3 || text[at..end].IndexOfAny(',', '，') >= 0)
            {
                end += 4;
                continue;
            }

            break;
        }

        if (end + 1 < text.Length && text[end] == '.' && Characters.IsDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && Characters.IsDigit(text[end]))
            {
                end++;
            }
        }

        Span<char> plain = stackalloc char[end - at];
        var length = 0;
        foreach (var c in text[at..end])
        {
            if (!Characters.IsComma(c))
            {
                plain[length++] = c;
            }
        }

        return length <= LongestDigits + 8 && decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new NumberAt(value, end, false, false)
            : null;
    }

    private static bool IsThousand(ReadOnlySpan<char> text, int at) =>
        at + 3 <= text.Length && Characters.IsDigit(text[at]) && Characters.IsDigit(text[at + 1]) && Characters.IsDigit(text[at + 2])
        && (at + 3 == text.Length || !Characters.IsDigit(text[at + 3]));

    private static NumberAt? Spelt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 10 && Numeral.IsPart(text[end]))
        {
            end++;
        }

        return end > at && Numeral.Read(text[at..end]) is { } value ? new NumberAt(value, end, true, false) : null;
    }
}
