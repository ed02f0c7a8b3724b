namespace Xueheng.Engines.Text;

/// <summary>
/// Puts together what a page or a sharing site took apart: pages numbered 「2、」 that begin in the middle of a sentence, lines broken at a fixed width, lines
/// that end in a comma.
/// </summary>
internal static class JoinLines
{
    private const int PageMark = 3;
    private const int LongPage = 80;
    private const int WidestWrap = 60;
    private const int FewestWrapped = 5;

    /// <param name="one">The lines are known to be of one passage.</param>
    public static List<MappedText> Run(List<MappedText> lines, bool one = false)
    {
        var numbered = one || ArePages(lines);
        var wrap = WrapWidth(lines);
        var joined = new List<MappedText>();
        MappedTextBuilder? open = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var mark = PageNumber(line.Span);
            var cut = numbered && mark is not null && !(one && i == 0);
            if (cut)
            {
                line = line.Slice(mark!.Value.Length, line.Length);
            }

            if (open is not null && (cut ? !Ends(lines[i - 1].Span) : Continues(lines[i - 1].Span, line.Span, wrap)))
            {
                open.Add(line);
                continue;
            }

            Close();
            open = new MappedTextBuilder(line.Length);
            open.Add(line);
        }

        Close();
        return joined;

        void Close()
        {
            if (open is { Length: > 0 })
            {
                joined.Add(open.Build());
            }
        }
    }

    private static LineMark? PageNumber(ReadOnlySpan<char> line) => LineMark.Of(line) is { Rank: PageMark } mark && line[..mark.Length].Contains('、') ? mark : null;

    /// <summary>Whether 「1、」, 「2、」 … number pages: some of them begin in the middle of a sentence.</summary>
    private static bool ArePages(List<MappedText> lines)
    {
        var (boundaries, cuts, marks) = (0, 0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (PageNumber(lines[i].Span) is not { } mark)
            {
                continue;
            }

            marks++;
            if (i > 0 && mark.Number > 1)
            {
                boundaries++;
                var before = lines[i - 1].Span;
                cuts += !Ends(before) && (before.ContainsAny('。', '！', '!') || before.Length >= LongPage || (PageNumber(before) is null && LineMark.Of(before) is null && LineShape.Commas(before) > 0)) ? 1 : 0;
            }
        }

        return cuts > 0 && cuts * 3 >= boundaries && marks > 0;
    }

    /// <summary>The width lines were broken at; 0 when they were not.</summary>
    private static int WrapWidth(List<MappedText> lines)
    {
        if (lines.Count < FewestWrapped)
        {
            return 0;
        }

        var widest = lines.Max(l => l.Length);
        var full = lines.Count(l => l.Length * 100 >= widest * 85 && !Ends(l.Span));
        return widest <= WidestWrap && widest >= 15 && full * 2 >= lines.Count ? widest : 0;
    }

    private static bool Continues(ReadOnlySpan<char> before, ReadOnlySpan<char> line, int wrap)
    {
        var last = before.IsEmpty ? ' ' : before[^1];
        return LineMark.Of(line) is null && !TableRow.Is(line) && !TableRow.Is(before)
            && (Characters.IsComma(last) || last is '、' || Characters.IsComma(line[0]) || line[0] is '、' or '。' || (wrap > 0 && before.Length * 100 >= wrap * 85 && !Ends(before)));
    }

    private static bool Ends(ReadOnlySpan<char> line)
    {
        var last = LineShape.LastSign(line);
        return Characters.IsFullStop(last) || Characters.IsSemicolon(last) || Characters.IsColon(last);
    }
}
