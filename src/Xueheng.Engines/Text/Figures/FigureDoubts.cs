namespace Xueheng.Engines.Text;

/// <summary>Reasons why a number with a unit is no figure of the document.</summary>
internal static class FigureDoubts
{
    private const int FrequencyReach = 8;

    public static bool Stands(ReadOnlySpan<char> text, Figure figure, NumberAt number, FigureWords words, ContextWords context)
    {
        var start = figure.Start;
        if (start > 0 && (Characters.IsLatin(text[start - 1]) || Characters.IsDigit(text[start - 1]) || text[start - 1] is '.' or '-' or '/' or '〔' || (number.Spoken && Numeral.IsPart(text[start - 1]))))
        {
            return false;
        }

        if (words.Ordinal.Before(text, start) is { } ordinal && !(ordinal is "前" && start > 1 && text[start - 2] is '底' or '月' or '日' or '年' or '末'))
        {
            return false;
        }

        var clause = ClauseStart(text, start);
        var before = text[clause..start];
        return !((IsFrequency(before, figure.Unit, words) || context.BoundedUnits.Contains(figure.Unit)) && !IsBounded(text, figure, words))
            && !Defines(text, figure, words, context)
            && !IsStartingPoint(text, figure)
            && !IsElsewhere(text, start, words, context)
            && !words.Unclaimed.In(before)
            && !context.Lacking.In(before)
            && !context.Remaining.In(text[..start])
            && !IsPartOf(text, clause, figure.End, context)
            && !(figure.Unit == "分" && context.ExamWords.In(text));
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

    /// <summary>「56人以上大班额」, 「不足100人的教学点」: a kind of class or school.</summary>
    private static bool Defines(ReadOnlySpan<char> text, Figure figure, FigureWords words, ContextWords context)
    {
        var bound = (words.AtLeastAfter.At(text, figure.End) ?? words.AtMostAfter.At(text, figure.End))?.Length ?? 0;
        var at = figure.End + bound;
        var of = at < text.Length && text[at] == '的' ? 1 : 0;
        return words.Definitions.At(text, at + of) is not null || (bound + of > 0 && figure.Unit == "人" && context.Sized.At(text, at + of) is not null);
    }

    /// <summary>Whether the place spoken of is another: the last clause that names one decides, 「全国共有…,在校生…;我县…」.</summary>
    private static bool IsElsewhere(ReadOnlySpan<char> text, int start, FigureWords words, ContextWords context)
    {
        for (var end = start; end > 0;)
        {
            var clause = ClauseStart(text, end);
            if (words.Here.In(text[clause..end]))
            {
                return false;
            }

            if (words.Elsewhere.At(text, clause) is { } place && (place.Length > 2 || context.ElsewhereNames.At(text, clause + place.Length) is null))
            {
                return true;
            }

            if (clause == 0 || Characters.IsSemicolon(text[clause - 1]))
            {
                return false;
            }

            end = clause - 1;
        }

        return false;
    }

    /// <summary>「由主持人1名、成员8名组成」: what something consists of; 「24项指标中,…」: out of how many.</summary>
    private static bool IsPartOf(ReadOnlySpan<char> text, int clause, int figure, ContextWords context)
    {
        var end = figure;
        while (end < text.Length && !Characters.PartsClauses(text[end]))
        {
            end++;
        }

        return (context.Composed.Before(text, end) is not null && text[clause..figure].Contains('由')) || (end > figure + 1 && end < text.Length && Characters.IsComma(text[end]) && text[end - 1] == '中' && text[end - 2] is not ('其' or '高' or '初' or '县' or '集' or '一' or '二' or '三'));
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
