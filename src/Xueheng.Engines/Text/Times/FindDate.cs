namespace Xueheng.Engines.Text;

/// <summary>
/// The day a document shows as its own: 「时间:2023-02-07 09:02:38」, 「来源:《新华日报》 2021年11月5日」, a day alone on a line below the body, or the day
/// of the meeting its lead reports together with a year (「3月2日,我市召开…2023年教育工作」). The day a file was uploaded is not one.
/// </summary>
internal static class FindDate
{
    private const int LabelLine = 80;
    private const int Lead = 160;

    public static DateOnly? In(List<MappedText> lines, MappedText body, FurnitureWords words)
    {
        DateOnly? alone = null;
        foreach (var line in lines)
        {
            var text = line.Span;
            if (text.Length > LabelLine || words.Undated.In(text) || Whole(text) is not { } day)
            {
                continue;
            }

            if (words.Dated.In(text) || text[0] is '—' or '-')
            {
                return day;
            }

            if (LineShape.Han(text) <= 3)
            {
                alone ??= IsBelow(line, body) || Characters.IsOpenBracket(text[0]) ? day : null;
            }
        }

        return alone ?? OfLead(body.Span[..Math.Min(body.Length, Lead)]);
    }

    /// <summary>
    /// The year from which on is the future, for a document that shows no day: that of its title when it is a plan (2025年工作要点), the one behind it when it is an account, else the
    /// first year for which a sentence promises (「2021年,新开办…。2022年,将启动…」).
    /// </summary>
    public static int? Year(string? title, List<string> sentences, ReadingRules rules)
    {
        if (title is not null && Year(title) is { } named)
        {
            var account = rules.Promises.Accounts.In(title);
            if (account != rules.Promises.Plans.In(title))
            {
                return account ? named + 1 : named;
            }
        }

        int? first = null;
        foreach (var sentence in sentences)
        {
            if (Year(sentence) is { } year && (first is null || year < first) && FindModal.In(sentence, rules.Promises) >= 0 && !Quotation.Outside(rules.Promises.Achieved, sentence))
            {
                first = year;
            }
        }

        return first;
    }

    private static bool IsBelow(MappedText line, MappedText body) => body.Length > 0 && line.Original().Start >= body.Original().End;

    private static DateOnly? OfLead(ReadOnlySpan<char> lead)
    {
        if (Whole(lead) is { } day)
        {
            return lead.Contains("讯", StringComparison.Ordinal) || lead.Contains("召开", StringComparison.Ordinal) ? day : null;
        }

        for (var i = 1; i < lead.Length; i++)
        {
            if (lead[i] == '月' && Day(lead, i) is { } found && Year(lead) is { } year)
            {
                return Date(year, found.Month, found.Day);
            }
        }

        return null;
    }

    private static (int Month, int Day)? Day(ReadOnlySpan<char> text, int month)
    {
        var start = month;
        while (start > 0 && month - start < 2 && Characters.IsDigit(text[start - 1]))
        {
            start--;
        }

        var end = month + 1;
        while (end < text.Length && end - month <= 2 && Characters.IsDigit(text[end]))
        {
            end++;
        }

        return start < month && end > month + 1 && end < text.Length && text[end] is '日'
            ? (int.Parse(text[start..month], System.Globalization.CultureInfo.InvariantCulture), int.Parse(text[(month + 1)..end], System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }

    private static int? Year(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 4 < text.Length; i++)
        {
            if ((text[i + 4] == '年' || (Characters.RangeSigns.Contains(text[i + 4]) && i + 8 < text.Length && Characters.IsDigit(text[i + 8]))) && int.TryParse(text.Slice(i, 4), System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2099)
            {
                return year;
            }
        }

        return null;
    }

    /// <summary>The first whole day in a line: 2023-02-07, 2021年11月5日, 2023/2/7, 2023.2.7.</summary>
    private static DateOnly? Whole(ReadOnlySpan<char> text)
    {
        Span<int> parts = stackalloc int[3];
        for (var i = 0; i + 7 < text.Length; i++)
        {
            if (!Characters.IsDigit(text[i]) || (i > 0 && Characters.IsDigit(text[i - 1])))
            {
                continue;
            }

            parts.Clear();
            var (part, at, digits) = (0, i, 0);
            while (at < text.Length && part < 3)
            {
                if (Characters.IsDigit(text[at]) && digits < 4)
                {
                    parts[part] = (parts[part] * 10) + (text[at++] - '0');
                    digits++;
                }
                else if (digits > 0 && part < 2 && text[at] is '-' or '/' or '.' or '年' or '月')
                {
                    part++;
                    at++;
                    digits = 0;
                }
                else
                {
                    break;
                }
            }

            if (part == 2 && digits is 1 or 2 && Date(parts[0], parts[1], parts[2]) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= 1990 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
