namespace Xueheng.Engines.Text;

/// <summary>Reasons why a number with a unit is no figure of the document.</summary>
internal static class FigureDoubts
{
    private const int FrequencyReach = 8;

    public static bool Stands(ReadOnlySpan<char> text, Figure figure, NumberAt number, FigureWords words)
    {
        var start = figure.Start;
        if (start > 0 && (Characters.IsLatin(text[start - 1]) || Characters.IsDigit(text[start - 1]) || text[start - 1] is '.' or '-' or '/' or '〔' || (number.Spoken && Numeral.IsPart(text[start - 1]))))
        {
            return false;
        }

        if (words.Ordinal.Before(text, start) is not null)
        {
            return false;
        }

        var clause = ClauseStart(text, start);
        var before = text[clause..start];
        return !(IsFrequency(before, figure.Unit, words) && !IsBounded(text, figure, words))
            && !Defines(text, figure.End, words)
            && !IsStartingPoint(text, figure)
            && !(words.Elsewhere.At(text, clause) is not null && !words.Here.In(before))
            && !words.Unclaimed.In(before);
    }

    public static int ClauseStart(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && !Characters.PartsClauses(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static bool IsFrequency(ReadOnlySpan<char> before, string unit, FigureWords words)
    {
        if (!words.FrequencyUnits.Contains(unit))
        {
            return false;
        }

        var at = words.Frequency.FindLast(before, out var word);
        return at >= 0 && before.Length - at - word!.Length <= FrequencyReach;
    }

    /// <summary>「每学期家访不少于2次」: with a bound even how often is promised.</summary>
    private static bool IsBounded(ReadOnlySpan<char> text, Figure figure, FigureWords words) =>
        words.AtLeast.Before(text, figure.Start) is not null || words.AtLeastAfter.At(text, figure.End) is not null;

    private static bool Defines(ReadOnlySpan<char> text, int end, FigureWords words)
    {
        var at = end + (words.AtLeastAfter.At(text, end)?.Length ?? 0);
        at += at < text.Length && text[at] == '的' ? 1 : 0;
        return words.Definitions.At(text, at) is not null;
    }

    /// <summary>「由85%提高到90%」: the first is where it started.</summary>
    private static bool IsStartingPoint(ReadOnlySpan<char> text, Figure figure)
    {
        if (figure.Start == 0)
        {
            return false;
        }

        var clause = ClauseStart(text, figure.Start);
        var from = text[clause..figure.Start].LastIndexOfAny('从', '由');
        if (from < 0)
        {
            return false;
        }

        var after = text[figure.End..Math.Min(text.Length, figure.End + 10)];
        var to = after.IndexOfAny('到', '至');
        return to >= 0 && !after[..to].ContainsAny(Characters.PhraseSigns) && after[(to + 1)..].IndexOfAnyInRange('0', '9') is >= 0 and <= 4;
    }
}
