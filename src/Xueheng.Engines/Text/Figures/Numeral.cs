namespace Xueheng.Engines.Text;

/// <summary>Numerals in characters: 三, 十二, 两百, 一百二十.</summary>
internal static class Numeral
{
    private const string Digits = "零一二三四五六七八九";

    public static bool IsPart(char c) => Digits.Contains(c) || c is '十' or '百' or '千' or '两' or '〇';

    /// <summary>The value, or null when it is no numeral.</summary>
    public static decimal? Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 10)
        {
            return null;
        }

        decimal total = 0;
        var digit = -1;
        foreach (var c in text)
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit > 0)
            {
                total += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
                continue;
            }

            var value = c switch { '两' => 2, '〇' => 0, _ => Digits.IndexOf(c, StringComparison.Ordinal) };
            if (value < 0 || digit > 0)
            {
                return null;
            }

            digit = value;
        }

        return total + Math.Max(0, digit);
    }
}
