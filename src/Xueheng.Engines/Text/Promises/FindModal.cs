namespace Xueheng.Engines.Text;

/// <summary>Finds the word by which a sentence says that something will be done.</summary>
internal static class FindModal
{
    private const char Ba = '将';

    /// <summary>Where it stands; -1 when there is none. 主要 and 要求 hold no modal, 将 for 把 is none, and what is a name in quotation marks is passed over.</summary>
    public static int In(ReadOnlySpan<char> text, PromiseWords words)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Quotation.Name(text, i) is { } close)
            {
                i = close;
            }
            else if (words.FalseModals.At(text, i) is { } other)
            {
                i += other.Length - 1;
            }
            else if (words.Modals.At(text, i) is { } modal && !(modal.Length == 1 && modal[0] == Ba && IsBa(text, i, words)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsBa(ReadOnlySpan<char> text, int at, PromiseWords words)
    {
        var next = at + 1;
        if (words.Adverbs.At(text, next) is { } adverb && words.Verbs.At(text, next) is not { } verbHere || words.Prepositions.At(text, next) is { Length: > 1 })
        {
            return false;
        }

        if (words.Adverbs.At(text, next) is not null && IsVerbFirst.VerbAt(text, next, words))
        {
            return Complement(text, next, words);
        }

        return words.Verbs.At(text, next) is { Length: > 1 } || words.Prepositions.At(text, next) is not null ? Complement(text, next, words) : true;
    }

    private static bool Complement(ReadOnlySpan<char> text, int at, PromiseWords words)
    {
        var end = at;
        while (end < text.Length && !Characters.PartsClauses(text[end]))
        {
            end++;
        }

        return words.BaComplements.In(text[at..end]);
    }
}
