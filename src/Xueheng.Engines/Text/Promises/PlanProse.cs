namespace Xueheng.Engines.Text;

/// <summary>
/// Sentences of a plan that begin with their subject and say neither 将 nor 要: 「各校实行集团化管理」, 「对整改不力的,予以通报」, 「校医配备全覆盖」. The same words in an
/// account or a report tell what somebody does, so they count only where a plan speaks.
/// </summary>
internal static class PlanProse
{
    private const int LongestSubject = 12;
    private const int ShortestObject = 2;
    private const int ShortestWho = 2;

    public static bool Promises(ReadOnlySpan<char> sentence, ReadingRules rules)
    {
        var text = Enumerated.Without(sentence);
        var words = rules.Context.PlanProse;
        return !words.Not.In(text) && !IsTitle(text, rules)
            && !Quotation.Outside(rules.Promises.Achieved, text, rules.Context.FalseAchieved)
            && (!Quotation.Outside(rules.Promises.Narrative, text, rules.Context.FalseNarrative) || rules.Figures.Frequency.In(text))
            && (Quotation.Outside(words.Obliges, text) || Acts(text, rules) || IsByWhom(text, rules) || IsForWhom(text, rules));
    }

    /// <summary>「县幼儿园治理工作方案(2020年3月3日印发)。」 names a plan.</summary>
    internal static bool IsTitle(ReadOnlySpan<char> text, ReadingRules rules)
    {
        var bracket = text.IndexOfAny('(', '（');
        var name = (bracket > 0 ? text[..bracket] : text).TrimEnd("。 ");
        return (rules.Promises.Plans.Before(name, name.Length) ?? rules.Context.DocumentNames.Before(name, name.Length)) is not null && LineShape.Commas(name) == 0;
    }

    /// <summary>「集团章程由理事会制定」.</summary>
    private static bool IsByWhom(ReadOnlySpan<char> text, ReadingRules rules)
    {
        var at = text.IndexOf('由');
        for (var verb = at + ShortestWho + 1; at >= 0 && verb < text.Length && verb - at <= LongestSubject && !text[at..verb].ContainsAny(Characters.PhraseSigns); verb++)
        {
            if (IsVerbFirst.VerbAt(text, verb, rules.Promises))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>「为学校节假日开放提供保险补贴」: a verb behind the phrase a clause begins with.</summary>
    private static bool IsForWhom(ReadOnlySpan<char> text, ReadingRules rules)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !Characters.PartsClauses(text[end]))
            {
                end++;
            }

            for (var at = start + ShortestWho; rules.Context.PlanProse.ForWhom.At(text, start) is not null && at + ShortestObject < end; at++)
            {
                if (rules.Promises.Verbs.At(text, at) is { Length: > 1 } && !text[start..at].Contains('、'))
                {
                    return true;
                }
            }

            start = end + 1;
        }

        return false;
    }

    /// <summary>Whether somebody who carries out plans stands before a verb.</summary>
    private static bool Acts(ReadOnlySpan<char> text, ReadingRules rules)
    {
        var words = rules.Context.PlanProse;
        for (var from = 0; words.Actors.Find(text, out var actor, from) is >= 0 and var at; from = at + actor!.Length)
        {
            var clause = FigureDoubts.ClauseStart(text, at);
            if (at - clause > LongestSubject || text[clause..at].Contains('的'))
            {
                continue;
            }

            var verb = at + actor!.Length;
            while (words.Adverbs.At(text, verb) is { } adverb)
            {
                verb += adverb.Length;
            }

            if (verb + ShortestObject < text.Length && IsVerbFirst.VerbAt(text, verb, rules.Promises) && !Characters.PartsClauses(text[verb + ShortestObject]))
            {
                return true;
            }
        }

        return false;
    }
}
