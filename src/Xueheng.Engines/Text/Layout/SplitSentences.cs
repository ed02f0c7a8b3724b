namespace Xueheng.Engines.Text;

/// <summary>Splits a line at 。!?; (half or full width). A short quotation or bracket is not split inside.</summary>
internal static class SplitSentences
{
    private const int ShortQuotation = 40;
    private const int LongestLabel = 8;

    /// <summary>A longer run is no sentence of anybody's; it is parted so that the work on it stays small.</summary>
    private const int Longest = 600;

    /// <summary>Where the sentences of a line begin and end, blanks between them left out.</summary>
    /// <param name="tables">When given, a bracket that says who does it by when belongs to the sentence before it.</param>
    public static List<(int Start, int End)> Run(ReadOnlySpan<char> line, TableWords? tables = null)
    {
        var sentences = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (i - start >= Longest)
            {
                Add(line, start, i);
                start = i;
            }

            if ((Characters.IsOpenQuote(line[i]) || Characters.IsOpenBracket(line[i])) && ShortClose(line, i) is { } close)
            {
                i = close;
            }
            else if (Characters.IsFullStop(line[i]) || Characters.IsSemicolon(line[i]))
            {
                var end = i + 1;
                while (end < line.Length && (Characters.IsFullStop(line[end]) || Characters.IsCloseQuote(line[end]) || Characters.IsCloseBracket(line[end]) || (line[end] == '"' && line[start..end].Count('"') % 2 == 1)))
                {
                    end++;
                }

                Add(line, start, end);
                start = end;
                i = end - 1;
            }
        }

        Add(line, start, line.Length);
        if (tables is not null)
        {
            JoinDuties(line, sentences, tables);
        }

        return sentences;

        void Add(ReadOnlySpan<char> line, int from, int to)
        {
            while (from < to && line[from] == ' ')
            {
                from++;
            }

            while (to > from && line[to - 1] == ' ')
            {
                to--;
            }

            if (LineShape.Han(line[from..to]) > 0 || line[from..to].IndexOfAnyInRange('0', '9') >= 0)
            {
                sentences.Add((from, to));
            }
        }
    }

    /// <summary>「…3600个。(责任单位:市教育局;完成时限:2026年10月底)」.</summary>
    private static void JoinDuties(ReadOnlySpan<char> line, List<(int Start, int End)> sentences, TableWords tables)
    {
        for (var i = 1; i < sentences.Count; i++)
        {
            var before = line[sentences[i - 1].Start..sentences[i - 1].End];
            var piece = line[sentences[i].Start..sentences[i].End];
            var opens = Characters.IsOpenBracket(piece[0]);
            if (tables.DutyBrackets.At(piece, opens ? 1 : 0) is not null && (opens || IsLabel(piece, tables) || before.LastIndexOfAny('(', '（') > before.LastIndexOfAny(')', '）')))
            {
                sentences[i - 1] = (sentences[i - 1].Start, sentences[i].End);
                sentences.RemoveAt(i--);
            }
        }
    }

    /// <summary>「完成时限:2025年10月。」 says nothing of its own.</summary>
    public static bool IsLabel(ReadOnlySpan<char> sentence, TableWords tables) =>
        tables.DutyBrackets.At(sentence, 0) is not null && sentence.IndexOfAny(':', '：') is > 0 and <= LongestLabel;

    /// <summary>Where what opens here closes, when it is short and ends no sentence itself.</summary>
    private static int? ShortClose(ReadOnlySpan<char> line, int open)
    {
        var most = Math.Min(line.Length, open + ShortQuotation);
        for (var i = open + 1; i < most; i++)
        {
            if (Characters.IsCloseQuote(line[i]) || Characters.IsCloseBracket(line[i]))
            {
                return Characters.IsFullStop(line[i - 1]) ? null : i;
            }
        }

        return null;
    }
}
