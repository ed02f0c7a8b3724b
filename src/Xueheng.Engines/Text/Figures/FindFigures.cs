namespace Xueheng.Engines.Text;

/// <summary>
/// Finds the figures of a sentence: each number with its unit that is a count, a share or an amount. Dates, places in an order, how often, names made of
/// numbers and figures of another place are none.
/// </summary>
internal static class FindFigures
{
    /// <summary>What stands in quotation marks and is no longer than this is a name.</summary>
    private const int QuotedName = 12;

    private const int Title = 60;

    /// <summary>Whether a line holds a figure is asked of so many characters of it.</summary>
    private const int FarEnough = 400;

    public static List<Figure> Run(ReadOnlySpan<char> text, ReadingRules rules, bool firstOnly = false)
    {
        var words = rules.Figures;
        var found = new List<Figure>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Characters.IsOpenQuote(text[i]) && NameEnd(text, i) is { } close)
            {
                i = close;
                continue;
            }

            if (!Characters.IsDigit(text[i]) && !Numeral.IsPart(text[i]))
            {
                continue;
            }

            if (NumberAt.Read(text, i) is not { } number)
            {
                continue;
            }

            if (words.UnitNames.At(text, i) is { } name)
            {
                i += name.Length - 1;
                continue;
            }

            var figure = FigureUnit.Complete(text, i, number, rules);
            if (figure is not null && FigureDoubts.Stands(text, figure, number, words, rules.Context))
            {
                found.Add(figure);
                if (firstOnly)
                {
                    return found;
                }
            }

            i = Math.Max(i, (figure?.End ?? number.End) - 1);
        }

        return found;
    }

    public static bool HasFigure(ReadOnlySpan<char> text, ReadingRules rules) =>
        text.IndexOfAnyInRange('0', '9') >= 0 && Run(text[..Math.Min(text.Length, FarEnough)], rules, firstOnly: true).Count > 0;

    /// <summary>Where the name ends that opens here; null when what is quoted is longer, so speech.</summary>
    private static int? NameEnd(ReadOnlySpan<char> text, int open)
    {
        var most = text[open] == '《' ? Title : QuotedName;
        for (var i = open + 1; i < text.Length && i - open <= most + 1; i++)
        {
            if (Characters.IsCloseQuote(text[i]))
            {
                return i;
            }

            if (Characters.IsFullStop(text[i]))
            {
                return null;
            }
        }

        return null;
    }
}
