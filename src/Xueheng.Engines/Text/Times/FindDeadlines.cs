namespace Xueheng.Engines.Text;

/// <summary>
/// Finds by when a sentence speaks: 到2025年, 2023年至2025年, 「十四五」期间, 3年内, 今年, 6月底前. What counts from the document's date is null without one.
/// A year that is only part of a name (做好2023年教育工作), that something is compared with (比2020年), and 近三年 are none.
/// </summary>
internal static class FindDeadlines
{
    private const int First = 1990;
    private const int Last = 2099;

    /// <param name="year">Of months without a year; the document's when null.</param>
    /// <param name="loose">Also years inside a phrase, as in a line that governs a section: 「做好2023年全市教育工作:」.</param>
    public static List<Deadline> Run(ReadOnlySpan<char> text, TimeWords words, DateOnly? date, bool loose = false, int? year = null)
    {
        var found = new List<Deadline>();
        for (var i = 0; i < text.Length; i++)
        {
            var said = found.FindLastIndex(d => d.Year > 0);
            var next = Calendar(text, i, said >= 0 ? found[said].Year : year ?? date?.Year ?? 0, loose) ?? Named(text, i, words, date) ?? Within(text, i, date);
            if (next is not { } deadline)
            {
                continue;
            }

            // 2023年至2025年: the second is the deadline.
            if (found.Count > 0 && IsRange(text[found[^1].End..deadline.At]))
            {
                found[^1] = deadline with { At = found[^1].At };
            }
            else
            {
                found.Add(deadline);
            }

            i = deadline.End - 1;
        }

        found.RemoveAll(d => d.Year == 0);
        return found;
    }

    private static bool IsRange(ReadOnlySpan<char> between) => between is "至" or "到" or "-" or "—" or "~" or "～" or "——" or "";

    /// <summary>A year of four digits, a month, a day.</summary>
    private static Deadline? Calendar(ReadOnlySpan<char> text, int at, int current, bool loose)
    {
        if (Spelt(text, at) is { } spelt)
        {
            return AfterYear(text, at, (spelt, at + 4), loose);
        }

        if (!Characters.IsDigit(text[at]) || (at > 0 && (Characters.IsDigit(text[at - 1]) || Characters.IsLatin(text[at - 1]) || text[at - 1] is '.' or '-' or '第')))
        {
            return null;
        }

        if (Number(text, at, 4) is { Value: >= First and <= Last } year && year.End - at == 4)
        {
            return AfterYear(text, at, year, loose);
        }

        return Number(text, at, 2) is { Value: >= 1 and <= 12 } month && month.End < text.Length && text[month.End] == '月'
            ? MonthOf(text, at, current, month)
            : null;
    }

    /// <summary>二〇二七, 二零二五.</summary>
    private static int? Spelt(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is not ('二' or '一') || at + 4 >= text.Length || text[at + 4] != '年')
        {
            return null;
        }

        var year = 0;
        foreach (var c in text.Slice(at, 4))
        {
            var digit = c is '○' or 'O' ? 0 : Numeral.IsPart(c) && c is not ('十' or '百' or '千' or '两') ? (int)Numeral.Read([c])! : -1;
            if (digit < 0)
            {
                return null;
            }

            year = (year * 10) + digit;
        }

        return year is >= First and <= Last ? year : null;
    }

    private static Deadline? AfterYear(ReadOnlySpan<char> text, int at, (int Value, int End) year, bool loose)
    {
        var end = year.End;
        // 2023—2025年, 2023至2025年, 2023-2024学年
        if (end + 4 < text.Length && text[end] is '-' or '—' or '~' or '～' or '至' or '到' && Number(text, end + 1, 4) is { Value: >= First and <= Last } second && second.End == end + 5)
        {
            return second.End < text.Length && text[second.End] is '年' or '学' ? new Deadline(at, second.End + (text[second.End..].StartsWith("学年") ? 2 : 1), second.Value) : null;
        }

        if (end >= text.Length || text[end] != '年')
        {
            return null;
        }

        end++;
        if (Number(text, end, 2) is { Value: >= 1 and <= 12 } month && month.End < text.Length && text[month.End] == '月')
        {
            return MonthOf(text, at, year.Value, month);
        }

        if (text[end..].StartsWith("以来"))
        {
            return new Deadline(at, end + 2, 0);
        }

        if (text[end..].StartsWith("上半年") || text[end..].StartsWith("6月底"))
        {
            return new Deadline(at, end + 3, year.Value, 6);
        }

        if (at > 0 && text[at - 1] is '比' or '较' or '与' or '从' or '自' or '由' && !(text[at - 1] is '从' or '自' or '由' && IsRangeAhead(text[end..])))
        {
            return new Deadline(at, end, 0);
        }

        return loose || IsAdverb(text, at, end) ? new Deadline(at, end, year.Value) : new Deadline(at, end, 0);
    }

    private static bool IsRangeAhead(ReadOnlySpan<char> rest) => rest.Length > 4 && rest[0] is '至' or '到' or '-' or '—';

    /// <summary>Whether a year says when: 到 or its like before it, a word of time or a comma behind it, or the beginning of a clause.</summary>
    private static bool IsAdverb(ReadOnlySpan<char> text, int at, int end)
    {
        if (at == 0 || Characters.PartsClauses(text[at - 1]) || Characters.IsOpenQuote(text[at - 1]) || text[at - 1] is '到' or '至' or '在' or '于' or '力' or '保' or '(' or '（' or '前' or '截' or '、')
        {
            return true;
        }

        var rest = text[end..];
        return rest.IsEmpty || Characters.PartsClauses(rest[0]) || rest[0] is '底' or '末' or '前' or '内' or '年' or '至' or '到' or '力' or '将' or '全' or '春' or '秋';
    }

    private static Deadline? MonthOf(ReadOnlySpan<char> text, int at, int year, (int Value, int End) month)
    {
        var end = month.End + 1;
        if (text[end..].StartsWith("份"))
        {
            end++;
        }

        return Number(text, end, 2) is { Value: >= 1 and <= 31 } day && day.End < text.Length && text[day.End] is '日' or '号'
            ? new Deadline(at, day.End + 1, year, month.Value, Math.Min(day.Value, year == 0 ? 31 : DateTime.DaysInMonth(year, month.Value)))
            : new Deadline(at, end, year, month.Value);
    }

    /// <summary>今年, 明年, 「十四五」期间.</summary>
    private static Deadline? Named(ReadOnlySpan<char> text, int at, TimeWords words, DateOnly? date)
    {
        if (words.Words.At(text, at) is not { } word)
        {
            return null;
        }

        var end = at + word.Length;
        if (words.Periods.TryGetValue(word, out var last))
        {
            while (end < text.Length && Characters.IsCloseQuote(text[end]))
            {
                end++;
            }

            var rest = text[end..];
            return new Deadline(at, end, rest.StartsWith("期间") || rest.StartsWith("末") || rest.StartsWith("时期") || rest.StartsWith("期末") || rest.StartsWith("规划期") || rest.StartsWith("收官") ? last : 0);
        }

        if (!words.Years.TryGetValue(word, out var offset) || text[end..].StartsWith("以来") || (at > 0 && text[at - 1] is '比' or '较' or '同' or '由' or '从' or '自'))
        {
            return new Deadline(at, end, 0);
        }

        var year = date is { } day ? day.Year + offset : 0;
        if (Number(text, end, 2) is { Value: >= 1 and <= 12 } month && month.End < text.Length && text[month.End] == '月')
        {
            return MonthOf(text, at, year, month);
        }

        return text[end..].StartsWith("上半年") ? new Deadline(at, end + 3, year, 6) : new Deadline(at, end, year);
    }

    /// <summary>3年内, 三年之内, 用3年时间, 未来三年; 三年行动 and 近三年 are none.</summary>
    private static Deadline? Within(ReadOnlySpan<char> text, int at, DateOnly? date)
    {
        if (at > 0 && (Characters.IsDigit(text[at - 1]) || Numeral.IsPart(text[at - 1])))
        {
            return null;
        }

        int years;
        int end;
        if (Number(text, at, 2) is { } digits)
        {
            (years, end) = digits;
        }
        else if (Numeral.IsPart(text[at]))
        {
            end = at + 1;
            while (end < text.Length && end - at < 3 && Numeral.IsPart(text[end]))
            {
                end++;
            }

            years = (int)(Numeral.Read(text[at..end]) ?? 0);
        }
        else
        {
            return null;
        }

        if (years is < 1 or > 30 || end >= text.Length || text[end] != '年')
        {
            return null;
        }

        var before = text[..at];
        var rest = text[(end + 1)..];
        var ahead = before.EndsWith("未来") || before.EndsWith("今后") || before.EndsWith("用") || before.EndsWith("再用") || before.EndsWith("力争用") || before.EndsWith("通过") || before.EndsWith("下一个");
        var within = rest.StartsWith("内") || rest.StartsWith("之内") || rest.StartsWith("以内") || rest.StartsWith("时间") || rest.StartsWith("左右时间") || rest.StartsWith("左右的时间") || rest.StartsWith("的时间") || rest.StartsWith("后");
        return (within || ahead) && !before.EndsWith("近") && !before.EndsWith("过去")
            ? new Deadline(at, end + 1, date is { } day ? day.Year + years : 0)
            : null;
    }

    private static (int Value, int End)? Number(ReadOnlySpan<char> text, int at, int most)
    {
        var end = at;
        var value = 0;
        while (end < text.Length && end - at < most && Characters.IsDigit(text[end]))
        {
            value = (value * 10) + (text[end++] - '0');
        }

        return end == at || (end < text.Length && Characters.IsDigit(text[end])) ? null : (value, end);
    }
}
