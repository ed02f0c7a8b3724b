namespace Xueheng.Engines.Text;

/// <summary>How each figure of a sentence compares, from the words around it; coordinated figures share theirs: 「分别提高到90%、95%以上」.</summary>
internal static class CompareFigures
{
    public static Comparison[] Run(ReadOnlySpan<char> text, List<Figure> figures, FigureWords words)
    {
        var after = new Comparison?[figures.Count];
        var before = new Comparison?[figures.Count];
        for (var i = 0; i < figures.Count; i++)
        {
            var previous = i == 0 ? 0 : figures[i - 1].End;
            after[i] = After(text, figures[i].End, words);
            before[i] = Before(text, previous, figures[i], words) ?? (i > 0 && Joined(text[previous..figures[i].Start], words) && (figures[i].Unit == figures[i - 1].Unit || !Characters.IsComma(text[figures[i].Start - 1])) ? before[i - 1] : null);
        }

        for (var i = figures.Count - 2; i >= 0; i--)
        {
            if (after[i] is null && figures[i].Unit == figures[i + 1].Unit && Joined(text[figures[i].End..figures[i + 1].Start], words))
            {
                after[i] = after[i + 1];
            }
        }

        for (var i = 0; i < figures.Count; i++)
        {
            // 3—5所 are three at least.
            before[i] ??= IsRange(text[figures[i].Start..figures[i].End]) ? Comparison.AtLeast : null;
        }

        return [.. figures.Select((_, i) => after[i] ?? before[i] ?? Comparison.Equal)];
    }

    private static bool IsRange(ReadOnlySpan<char> figure) => figure.IndexOfAny(Characters.RangeSigns) > 0;

    private static Comparison? After(ReadOnlySpan<char> text, int end, FigureWords words)
    {
        if (words.AtLeastAfter.At(text, end) is { } more)
        {
            return end + more.Length < text.Length && more is "起" && Characters.IsHan(text[end + 1]) ? null : Comparison.AtLeast;
        }

        return words.AtMostAfter.At(text, end) is not null ? Comparison.AtMost : null;
    }

    private static Comparison? Before(ReadOnlySpan<char> text, int previous, Figure figure, FigureWords words)
    {
        var at = figure.Start;
        while (words.Approximate.Before(text, at) is { } vague && words.AtLeast.Before(text, at) is null)
        {
            at -= vague.Length;
        }

        if (words.AtLeast.Before(text, at) is { } least)
        {
            return words.AtMost.Before(text, at) is { } most && most.Length > least.Length ? Comparison.AtMost : Comparison.AtLeast;
        }

        if (words.AtMost.Before(text, at) is not null)
        {
            return Comparison.AtMost;
        }

        var clause = Math.Max(previous, FigureDoubts.ClauseStart(text, figure.Start));
        var segment = text[clause..at];
        if (words.AtLeastEarly.In(text[clause..figure.Start]))
        {
            return Comparison.AtLeast;
        }

        if (words.AtMostEarly.In(segment))
        {
            return Comparison.AtMost;
        }

        return Increases(segment, figure, words) ? Comparison.IncreaseBy : null;
    }

    private static bool Increases(ReadOnlySpan<char> segment, Figure figure, FigureWords words)
    {
        for (var from = 0; words.IncreaseBy.Find(segment, out var word, from) is >= 0 and var at; from = at + word!.Length)
        {
            var end = at + word!.Length;
            var to = end < segment.Length && segment[end] is '到' or '至';
            if (!to && (!words.IncreaseOfShares.Contains(word) || (end == segment.Length && words.ShareUnits.Contains(figure.Unit)) || figure.Unit.EndsWith("百分点", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether nothing but a sign or word of coordination stands between two figures.</summary>
    private static bool Joined(ReadOnlySpan<char> between, FigureWords words)
    {
        var rest = between.Trim();
        if (words.AtLeastAfter.At(rest, 0) is { } word)
        {
            rest = rest[word.Length..];
        }

        return rest is "、" or "和" or "与" or "及" or "以及" or "或" or "," or "，";
    }
}
