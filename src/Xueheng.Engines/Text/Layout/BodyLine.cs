namespace Xueheng.Engines.Text;

/// <summary>A line of the body, trimmed, with the list mark that stood before it taken off.</summary>
/// <param name="Mark">Null when it has none.</param>
internal sealed record BodyLine(MappedText Text, LineMark? Mark);

/// <summary>The number or sign before a line: 「一、」, 「(二)」, 「3.」, 「★」.</summary>
/// <param name="Rank">How deep such a mark usually stands; 1 for 「一、」.</param>
/// <param name="Number">0 for signs.</param>
/// <param name="Length">Characters of it, blanks behind it included.</param>
internal readonly record struct LineMark(int Rank, int Number, int Length)
{
    public const int SignRank = 6;

    private const string Signs = "★☆●○■□◆◇▲△▪▫•·※◎►▶➢➤✓√☑⭐✦";
    private const string Numerals = "零一二三四五六七八九十百";

    /// <summary>The mark a text begins with, or null.</summary>
    public static LineMark? Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        if (Signs.Contains(text[0]) && text[0] != DropReadings.Lost)
        {
            var signs = 1;
            while (signs < text.Length && (Signs.Contains(text[signs]) || text[signs] == ' '))
            {
                signs++;
            }

            return new LineMark(SignRank, 0, signs);
        }

        if (text[0] is >= '①' and <= '⑳')
        {
            return new LineMark(5, text[0] - '①' + 1, Blanks(text, 1));
        }

        return Chapter(text) ?? Bracketed(text) ?? Numbered(text);
    }

    /// <summary>第一章, 第二部分, 第三条.</summary>
    private static LineMark? Chapter(ReadOnlySpan<char> text)
    {
        if (text[0] != '第' || Value(text[1..], out var length) is not { } number || 1 + length >= text.Length)
        {
            return null;
        }

        var rest = text[(1 + length)..];
        var unit = rest.StartsWith("部分") ? 2 : rest[0] is '章' or '篇' or '节' or '条' ? 1 : 0;
        return unit == 0 ? null : new LineMark(rest[0] is '节' or '条' ? 1 : 0, number, Blanks(text, 1 + length + unit));
    }

    /// <summary>(一), （2）.</summary>
    private static LineMark? Bracketed(ReadOnlySpan<char> text)
    {
        if (text[0] is not ('(' or '（' or '〔') || Value(text[1..], out var length) is not { } number || 1 + length >= text.Length || text[1 + length] is not (')' or '）' or '〕'))
        {
            return null;
        }

        return new LineMark(Characters.IsDigit(text[1]) ? 4 : 2, number, Blanks(text, 2 + length));
    }

    /// <summary>一、, 1., 2、, 3).</summary>
    private static LineMark? Numbered(ReadOnlySpan<char> text)
    {
        if (Value(text, out var length) is not { } number || length >= text.Length)
        {
            return null;
        }

        var digits = Characters.IsDigit(text[0]);
        var sign = text[length];
        if (sign is '、' || (digits && sign is ')' or '）') || (sign is '.' or '．' && (length + 1 == text.Length || !Characters.IsDigit(text[length + 1]))))
        {
            return new LineMark(digits ? 3 : 1, number, Blanks(text, length + 1));
        }

        return null;
    }

    private static int Blanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '、' or '\t')
        {
            at++;
        }

        return at;
    }

    private static int? Value(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        while (length < text.Length && length < 3 && Characters.IsDigit(text[length]))
        {
            length++;
        }

        if (length > 0)
        {
            return int.Parse(text[..length], System.Globalization.CultureInfo.InvariantCulture);
        }

        while (length < text.Length && length < 4 && Numerals.Contains(text[length]))
        {
            length++;
        }

        return length > 0 && Numeral.Read(text[..length]) is { } value and < 1000 ? (int)value : null;
    }
}
