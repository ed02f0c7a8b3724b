using System.Globalization;
using System.Text;

namespace Xueheng.Engines.Text;

/// <summary>
/// Takes out how characters are read: pinyin or bopomofo in brackets after them, 「系統(tǒng)」, 「會(huì )」, 「教育（jiào yù）」, and what is left of
/// such a bracket where characters were lost. A character that was lost becomes <see cref="Lost"/>.
/// </summary>
internal static class DropReadings
{
    /// <summary>Stands for one or more characters that a converter lost.</summary>
    public const char Lost = '□';

    /// <summary>A reading is at most this long; what is longer in brackets is not one.</summary>
    private const int Longest = 48;

    public static MappedText Run(MappedText text)
    {
        var clean = new MappedTextBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsOpen(text[i]) && clean.Length > 0 && Close(text, i) is { } close && IsReading(text.Span[(i + 1)..close], HanBefore(clean)))
            {
                i = close;
                continue;
            }

            if (Characters.IsQuestion(text[i]) && clean.Length > 0 && Characters.IsHan(clean[clean.Length - 1]) && LostUntil(text, i) is { } end)
            {
                clean.Add(Lost, text.Original(i, end).Start, text.Original(i, end).End);
                i = end - 1;
                continue;
            }

            clean.Add(text[i], text, i);
        }

        return clean.Build();
    }

    private static bool IsOpen(char c) => c is '(' or '（' or '〈' or '[' or '［';

    private static bool IsClose(char c) => c is ')' or '）' or '〉' or ']' or '］';

    private static int? Close(MappedText text, int open)
    {
        for (var i = open + 1; i < text.Length && i - open <= Longest; i++)
        {
            if (IsClose(text[i]))
            {
                return i;
            }

            if (!IsOfReading(text[i]))
            {
                return null;
            }
        }

        return null;
    }

    private static int HanBefore(MappedTextBuilder clean)
    {
        var count = 0;
        while (count < 8 && count < clean.Length && Characters.IsHan(clean[clean.Length - 1 - count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>
    /// Where a run of damage ends that begins with a question mark: 「?;A(chǔ)」 and 「?qǐng)」. A question mark that asks is followed by a
    /// blank, a line end, a closing quote or a sentence.
    /// </summary>
    private static int? LostUntil(MappedText text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at <= 12 && !Characters.IsHan(text[end]) && (IsOfReading(text[end]) || IsClose(text[end]) || IsOpen(text[end]) || Characters.IsSemicolon(text[end]) || Characters.IsQuestion(text[end]) || Characters.IsLatin(text[end])) && text[end] != ' ' && !Characters.IsDigit(text[end]))
        {
            end++;
        }

        if (end >= text.Length || !(Characters.IsHan(text[end]) || text[end] is ',' or '、' or '，'))
        {
            return null;
        }

        return end - at > 1 ? end : null;
    }

    private static bool IsReading(ReadOnlySpan<char> inside, int han)
    {
        var trimmed = inside.Trim();
        if (trimmed.IsEmpty)
        {
            return false;
        }

        var toned = false;
        foreach (var c in trimmed)
        {
            if (IsBopomofo(c))
            {
                return true;
            }

            toned |= c > '\u007F';
        }

        return toned || (han > 0 && Pinyin.Syllables(trimmed) is > 0 and var syllables && syllables <= han);
    }

    private static bool IsBopomofo(char c) => c is (>= '\u3105' and <= '\u312F') or (>= '\u31A0' and <= '\u31BF');

    private static bool IsOfReading(char c) => IsBopomofo(c)
        || c is (>= 'a' and <= 'z') or ' ' or '\'' or '’' or '·' or 'ˊ' or 'ˇ' or 'ˋ' or '˙' or (>= '1' and <= '5')
        || Pinyin.IsToned(c);
}

/// <summary>What pinyin looks like.</summary>
file static class Pinyin
{
    private static readonly HashSet<string> Initials =
        ["", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y", "w"];

    private static readonly HashSet<string> Finals =
    [
        "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "i", "ia", "ie", "iao", "iu", "ian", "in", "iang", "ing", "iong",
        "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "v", "ve", "ue",
    ];

    public static bool IsToned(char c) => "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿêɡɑ".Contains(c, StringComparison.Ordinal) || c is >= '\u0300' and <= '\u030C';

    /// <summary>How many syllables without tone marks the text is, parted by blanks; 0 when it is something else.</summary>
    public static int Syllables(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var part in text.ToString().Normalize(NormalizationForm.FormD).Split([' ', '\'', '’', '·'], StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = string.Concat(part.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).TrimEnd('1', '2', '3', '4', '5');
            if (!IsSyllable(plain))
            {
                return 0;
            }

            count++;
        }

        return count;
    }

    private static bool IsSyllable(string plain)
    {
        for (var initial = 0; initial <= Math.Min(2, plain.Length - 1); initial++)
        {
            if (Initials.Contains(plain[..initial]) && Finals.Contains(plain[initial..]))
            {
                return true;
            }
        }

        return false;
    }
}
