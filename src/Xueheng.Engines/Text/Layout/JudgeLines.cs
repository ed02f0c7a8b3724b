namespace Xueheng.Engines.Text;

/// <summary>
/// Tells the lines of the document from the furniture of the page it was found on, by shape (length, punctuation, links), by place (before the first
/// and after the last line of prose) and, where those do not decide, by words.
/// </summary>
internal sealed class JudgeLines(ReadingRules rules)
{
    private const int Prose = 20;
    private const int ShortProse = 6;
    private const int ShortItem = 5;
    private const int LeadIn = 12;
    private const int LongLine = 30;
    private const int MenuWord = 6;

    /// <summary>What is left of the lines, in order, and the title where one of the lines dropped or kept is it.</summary>
    public (List<MappedText> Body, string? Title) Run(List<MappedText> lines)
    {
        var furniture = lines.ConvertAll(line => IsFurniture(line.Span));
        var body = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            body[i] = !furniture[i] && IsBody(lines[i].Span);
        }

        var end = Tail(lines, body);
        var (first, last) = (Array.IndexOf(body, true, 0, end), end == 0 ? -1 : Array.LastIndexOf(body, true, end - 1));
        if (first < 0)
        {
            return ([], Title(lines, furniture, end));
        }

        var title = Title(lines, furniture, first);
        var kept = new List<MappedText>();
        for (var i = 0; i < first; i++)
        {
            if (!furniture[i] && (lines[i].ToString() == title || (i == first - 1 && LooksLikeHeading(lines[i].Span))))
            {
                kept.Add(lines[i]);
            }
        }

        for (var i = first; i <= last; i++)
        {
            if (!furniture[i] && !IsAbstract(lines, i, last))
            {
                kept.Add(lines[i]);
            }
        }

        return (kept, title is null ? null : WithoutEnding(title));
    }

    /// <summary>From which line on all is furniture: less of the document lies behind it than before.</summary>
    private int Tail(List<MappedText> lines, bool[] body)
    {
        var all = 0L;
        for (var i = 0; i < lines.Count; i++)
        {
            all += body[i] ? lines[i].Length : 0;
        }

        var before = 0L;
        for (var i = 0; i < lines.Count; i++)
        {
            if (before > 0 && before * 2 >= all && lines[i].Length <= FurnitureWords.LabelLine && rules.Furniture.TailStarts.At(lines[i].Span, 0) is not null)
            {
                return i;
            }

            before += body[i] ? lines[i].Length : 0;
        }

        return lines.Count;
    }

    private bool IsFurniture(ReadOnlySpan<char> line)
    {
        var words = rules.Furniture;
        return (line.Length <= FurnitureWords.LabelLine && (words.LineStarts.At(line, 0) ?? (Characters.IsOpenBracket(line[0]) ? words.LineStarts.At(line, 1) : null)) is not null)
            || (line.Length <= FurnitureWords.ShortLine && (words.Anywhere.In(line) || (rules.Context.Ads.In(line) && line.Count('。') <= 1)))
            || words.Alone.Contains(line.TrimEnd(":： ").ToString())
            || (!IsTable(line) && (LineShape.HasNoProse(line) || LineShape.IsMenu(line, MenuWord))) || LineShape.IsTeaser(line) || IsFileName(line);
    }

    /// <summary>A head row, or a row that says something; other short words side by side are a menu.</summary>
    private bool IsTable(ReadOnlySpan<char> line) => TableRow.Is(line) && (TableRow.IsHead(line, rules.Context.Tables) || line.ContainsAnyInRange('0', '9') || !LineShape.IsMenu(line, MenuWord));

    private bool IsFileName(ReadOnlySpan<char> line)
    {
        foreach (var ending in rules.Furniture.FileEndings)
        {
            var at = line.IndexOf(ending, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && line.Length <= FurnitureWords.LabelLine && line[at..].IndexOfAny('。', ',') < 0 && (at + ending.Length == line.Length || line[at + ending.Length] is '_' or ' ' or '-'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line that says something: a sentence, a long line with commas, an item with a figure or a verb first.</summary>
    private bool IsBody(ReadOnlySpan<char> line)
    {
        if (TableRow.Is(line))
        {
            return IsTable(line);
        }

        var last = LineShape.LastSign(line);
        if ((last is '。' or '；' or ';' && line.Length >= ShortProse) || (line.Contains('。') && line.Length >= LeadIn) || (Characters.IsColon(last) && line.Length >= LeadIn) || (Characters.IsFullStop(last) && line.Length >= Prose))
        {
            return true;
        }

        if (LineShape.Commas(line) > 0 && line.Length >= LongLine)
        {
            return true;
        }

        var text = LineMark.Of(line) is { } mark ? line[mark.Length..] : line;
        return text.Length >= ShortItem && (FindFigures.HasFigure(text, rules) || (LineMark.Of(line) is not null && IsVerbFirst.Is(text, rules.Promises)));
    }

    private bool LooksLikeHeading(ReadOnlySpan<char> line) =>
        LineMark.Of(line) is { Rank: <= 4 } || (rules.Promises.HeadingStarts.At(line, 0) is not null && line.Length is >= 6 and <= 40);

    /// <summary>An abstract repeats the body that stands below it.</summary>
    private bool IsAbstract(List<MappedText> lines, int at, int last)
    {
        if (rules.Furniture.Abstracts.At(lines[at].Span, 0) is null)
        {
            return false;
        }

        for (var i = at + 1; i <= last; i++)
        {
            if (lines[i].Length >= Prose)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line begins with a word of headings and others do too: then it is the first heading, not the title.</summary>
    private bool OpensSeveral(List<MappedText> lines, int at) => rules.Promises.HeadingStarts.At(lines[at].Span, 0) is { } word
        && lines.Skip(at + 1).Any(l => l.Length <= FurnitureWords.LabelLine && l.Span.StartsWith(word, StringComparison.Ordinal));

    private string? Title(List<MappedText> lines, List<bool> furniture, int first)
    {
        string? best = null;
        for (var i = 0; i < first; i++)
        {
            var line = lines[i].Span;
            if (best is null && IsFileName(line) && !line.Contains('_'))
            {
                best = lines[i].ToString();
            }
            else if (!furniture[i] && LineShape.Han(line) >= 6 && line.Length <= 80 && LineMark.Of(line) is null && (best is null || IsFileName(best) || IsBetter(line, best)) && !OpensSeveral(lines, i))
            {
                best = lines[i].ToString();
            }
        }

        return best;
    }

    /// <summary>The longer one, but a line that labels (「甲方:县教育局」) is no better than a title without a colon.</summary>
    private static bool IsBetter(ReadOnlySpan<char> line, ReadOnlySpan<char> best) =>
        LineShape.Han(line) > LineShape.Han(best) && (!line.ContainsAny(':', '：') || best.ContainsAny(':', '：'));

    private string WithoutEnding(string title)
    {
        foreach (var ending in rules.Furniture.FileEndings.OrderByDescending(e => e.Length))
        {
            if (title.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return title[..^ending.Length].Trim();
            }
        }

        return title;
    }
}
