namespace Xueheng.Engines.Text;

/// <summary>What a promise without a number is about: the clauses of it that begin with a verb, without their adverbs.</summary>
internal static class QualitativeSubject
{
    private const int MostClauses = 2;
    private const int Longest = 60;

    public static string Of(string sentence, PromiseWords words)
    {
        var text = sentence.AsSpan().TrimEnd("。!！?？;；”’\" ");
        var clauses = new List<string>();
        string? manner = null;
        for (var start = 0; start < text.Length && clauses.Count < MostClauses;)
        {
            var end = start;
            var quoted = 0;
            while (end < text.Length && (quoted > 0 || !Characters.PartsClauses(text[end])))
            {
                quoted = Math.Max(0, quoted + (Characters.IsOpenQuote(text[end]) ? 1 : Characters.IsCloseQuote(text[end]) ? -1 : 0));
                end++;
            }

            if (Action(text[start..end], words) is { } action)
            {
                if (words.Manner.At(action, 0) is not null)
                {
                    manner ??= action;
                }
                else
                {
                    clauses.Add(action);
                }
            }

            start = end + 1;
        }

        var subject = clauses.Count > 0 ? string.Join(',', clauses) : manner ?? text.ToString();
        return subject.Length > Longest ? subject[..Longest] : subject;
    }

    private static string? Action(ReadOnlySpan<char> clause, PromiseWords words)
    {
        var modal = FindModal.In(clause, words);
        var at = modal >= 0 ? modal + (words.Modals.At(clause, modal)?.Length ?? 0) : 0;
        while (at < clause.Length && words.Modals.At(clause, at) is { } more)
        {
            at += more.Length;
        }

        if (at < clause.Length && IsVerbFirst.VerbAt(clause, at, words))
        {
            return clause[at..].ToString();
        }

        return modal >= 0 && at < clause.Length ? clause[at..].ToString() : null;
    }
}
