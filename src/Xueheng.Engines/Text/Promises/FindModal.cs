namespace Xueheng.Engines.Text;

/// <summary>Finds the word by which a sentence says that something will be done.</summary>
internal static class FindModal
{
    private const char Ba = '将';

    /// <summary>Where it stands; -1 when there is none. 主要 and 要求 hold no modal, 将 for 把 is none, and what is a name in quotation marks is passed over.</summary>
    public static int In(ReadOnlySpan<char> text, PromiseWords words)
    {
        var quoted = 0;
        for (var i = 0; i < text.Length; i++)
        {
            quoted += Characters.IsOpenQuote(text[i]) ? 1 : Characters.IsCloseQuote(text[i]) && quoted > 0 ? -1 : 0;
            if (FalseAt(text, i, words) is { } length)
            {
                i += length - 1;
                continue;
            }

            if (words.Modals.At(text, i) is { } modal && (quoted == 0 || i < 2 || IsSpeech(text, i)) && !(modal[0] == Ba && modal.Length == 1 && IsBa(text, i, words)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A false modal that covers this place, begun here or one character before.</summary>
    private static int? FalseAt(ReadOnlySpan<char> text, int at, PromiseWords words) => words.FalseModals.At(text, at)?.Length;

    /// <summary>Quoted speech is long: the clause goes on to a comma within the quotation.</summary>
    private static bool IsSpeech(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        var close = rest.IndexOfAny('”', '’');
        var comma = rest.IndexOfAny(',', '，', '。');
        return close < 0 || (comma >= 0 && comma < close);
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
