namespace Xueheng.Engines.Text;

/// <summary>Cleans text: noise is taken out and each clean character knows what it came from. Cleaning clean text changes nothing.</summary>
public static class CleanText
{
    /// <summary>A whole document: furniture of the page is left out too.</summary>
    public static MappedText Run(string text, ReadingRules rules) => Document(MappedText.Of(text), rules).Body;

    /// <summary>A passage that is known to be of the document, such as one sentence of it: only characters, blanks and broken lines are mended.</summary>
    public static MappedText Passage(string text, ReadingRules rules) => Compose(JoinLines.Run(Lines(Mended(MappedText.Of(text), rules)), one: true));

    internal static (MappedText Body, List<MappedText> Lines, string? Title) Document(MappedText text, ReadingRules rules)
    {
        var lines = Lines(Mended(text, rules));
        var (body, title) = new JudgeLines(rules).Run(lines);
        var joined = JoinLines.Run(body).ConvertAll(TidyBlanks.Run);
        if (joined.Count > 0)
        {
            joined[^1] = DropByline.Run(joined[^1]);
        }

        return (Compose(joined), lines, title);
    }

    private static MappedText Mended(MappedText text, ReadingRules rules) =>
        rules.Characters.Simplify(MendPunctuation.Run(DropReadings.Run(FoldWidth.Run(text)), rules.Furniture.Questions));

    /// <summary>Lines that are not blank.</summary>
    internal static List<MappedText> Lines(MappedText text)
    {
        var lines = new List<MappedText>();
        for (var start = 0; start <= text.Length;)
        {
            var length = text.Span[start..].IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var line = TidyBlanks.Run(text.Slice(start, end));
            if (line.Length > 0)
            {
                lines.Add(line);
            }

            start = end + 1;
        }

        return lines;
    }

    private static MappedText Compose(List<MappedText> lines)
    {
        var body = new MappedTextBuilder(lines.Sum(l => l.Length + 1));
        foreach (var line in lines)
        {
            var tidy = TidyBlanks.Run(line);
            if (body.Length > 0)
            {
                var at = tidy.Original().Start;
                body.Add('\n', at, at);
            }

            body.Add(tidy);
        }

        return body.Build();
    }
}
