namespace Xueheng.Engines.Text;

/// <summary>Items counted within a paragraph: 「一是…;二是…」, 「第一,…」.</summary>
internal static class Enumerated
{
    private const int LongestInner = 16;

    /// <summary>The sentence without the words that count it.</summary>
    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> sentence) => sentence[Length(sentence)..].TrimStart(",，、 ");

    /// <summary>Whether a sentence only names what the next ones say: 「一是抓项目。」.</summary>
    public static bool IsLabel(ReadOnlySpan<char> sentence, ReadOnlySpan<char> next) =>
        Length(sentence) is > 0 and var length && sentence.Length - length <= 14 && sentence.IndexOfAny(',', '，') < 0 && sentence[^1] == '。' && !next.IsEmpty && Length(next) == 0;

    /// <summary>「二、发展目标。」: numbered, short and without a comma.</summary>
    public static bool IsInnerHeading(ReadOnlySpan<char> sentence) =>
        sentence.Length is > 3 and <= LongestInner && LineMark.Of(sentence) is { Rank: <= 2 } && sentence[^1] == '。' && LineShape.Commas(sentence) == 0 && !sentence.ContainsAnyInRange('0', '9');

    private static int Length(ReadOnlySpan<char> sentence)
    {
        if (sentence.Length > 2 && Numeral.IsPart(sentence[0]) && sentence[1] is '是' or '要')
        {
            return 2;
        }

        return sentence.Length > 3 && sentence[0] == '第' && Numeral.IsPart(sentence[1]) && sentence[2] is ',' or '，' or '、' ? 3 : 0;
    }
}
