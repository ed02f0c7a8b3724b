namespace Xueheng.Engines.Text;

/// <summary>
/// Parts paragraphs that a sharing site ran together, where the document's own headings show where they began: sentences whose last clause is of one make
/// (「…,以忠诚之心答好“信仰卷”。」, 「…,以尽责之心答好“人才卷”。」) open a paragraph each.
/// </summary>
internal static class SplitRunTogether
{
    private const int Fewest = 3;
    private const int LongestHeading = 60;
    private const int RunTogether = 400;

    public static List<MappedText> Run(List<MappedText> lines)
    {
        var parted = new List<MappedText>();
        foreach (var line in lines)
        {
            if (line.Length < RunTogether)
            {
                parted.Add(line);
                continue;
            }

            var sentences = SplitSentences.Run(line.Span).ConvertAll(s => (s.Start, s.End, Make: Make(line.Span[s.Start..s.End])));
            var makes = sentences.Where(s => s.Make is not null).GroupBy(s => s.Make).Where(g => g.Count() >= Fewest).Select(g => g.Key).ToHashSet();
            var start = 0;
            foreach (var sentence in sentences.Where(s => s.Make is not null && makes.Contains(s.Make)))
            {
                if (sentence.Start > start)
                {
                    parted.Add(line.Slice(start, sentence.Start).Trim());
                }

                start = sentence.Start;
            }

            parted.Add(line.Slice(start, line.Length).Trim());
        }

        return parted;
    }

    /// <summary>The make of a heading whose last clause is 「以…之…」, with what is quoted left out; null for other sentences.</summary>
    public static string? Make(ReadOnlySpan<char> sentence)
    {
        var comma = sentence.LastIndexOfAny(',', '，');
        if (sentence.Length > LongestHeading || comma < 0 || sentence[^1] != '。' || comma + 2 >= sentence.Length || sentence[comma + 1] != '以')
        {
            return null;
        }

        var clause = sentence[(comma + 1)..^1];
        var link = clause.IndexOf('之');
        var (open, close) = (clause.IndexOf('“'), clause.IndexOf('”'));
        return link is > 0 and <= 6 && open > link && close > open ? string.Concat(clause[link..open], clause[(close + 1)..]) : null;
    }
}
