namespace Xueheng.Engines.Text;

/// <summary>Plan prose: a sentence with the verb first and no subject. Phrases of time, place and manner may stand before the verb: 「针对…,建立…」.</summary>
internal static class IsVerbFirst
{
    private const int MostAdverbs = 5;

    public static bool Is(ReadOnlySpan<char> text, PromiseWords words)
    {
        var at = SkipQuotes(text, 0);
        while (at < text.Length)
        {
            if (VerbAt(text, at, words))
            {
                return true;
            }

            var end = ClauseEnd(text, at);
            if (words.Adverbs.At(text, at) is { } adverb && at + adverb.Length == end)
            {
                // 「同时,…」
            }
            else if (words.Prepositions.At(text, at) is not null || IsTime(text, at))
            {
                if (HasVerbBehindPlace(text[at..end], words))
                {
                    return true;
                }
            }
            else
            {
                return false;
            }

            at = SkipQuotes(text, end + 1);
        }

        return false;
    }

    /// <summary>Whether a verb stands here, adverbs before it allowed.</summary>
    public static bool VerbAt(ReadOnlySpan<char> text, int at, PromiseWords words)
    {
        for (var adverbs = 0; adverbs <= MostAdverbs; adverbs++)
        {
            var verb = words.FalseVerbs.At(text, at) is null ? words.Verbs.At(text, at) : null;
            var adverb = words.Adverbs.At(text, at);
            if (verb is not null && (adverb is null || verb.Length >= adverb.Length))
            {
                return true;
            }

            if (adverb is null)
            {
                return verb is not null;
            }

            at += adverb.Length;
            while (at < text.Length && text[at] is '、' or '地')
            {
                at++;
            }

            if (verb is not null && words.Verbs.At(text, at) is null && words.Adverbs.At(text, at) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>「在全市教育系统广泛开展…」: an adverb and a verb behind the phrase, in the same clause.</summary>
    private static bool HasVerbBehindPlace(ReadOnlySpan<char> clause, PromiseWords words)
    {
        for (var from = 1; words.Adverbs.Find(clause, out var adverb, from) is >= 0 and var at; from = at + 1)
        {
            if (words.Verbs.At(clause, at + adverb!.Length) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTime(ReadOnlySpan<char> text, int at) =>
        Characters.IsDigit(text[at]) || text[at] is '今' or '明' or '本' or '年' || (Numeral.IsPart(text[at]) && text[at..Math.Min(text.Length, at + 3)].Contains('月')) || (text[at] is '“' or '‘' && at + 1 < text.Length && text[at + 1] is '十');

    private static int ClauseEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !Characters.PartsClauses(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int SkipQuotes(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (text[at] is ' ' or '—' || (Characters.IsOpenQuote(text[at]) && at == 0)))
        {
            at++;
        }

        return at;
    }
}
