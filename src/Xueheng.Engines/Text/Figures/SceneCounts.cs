namespace Xueheng.Engines.Text;

/// <summary>Counts that tell of a scene: who met, who was visited, how many halls the meeting had (「8个乡镇的64位校长参加」, 「9个分会场」).</summary>
internal sealed class SceneCounts(ReadingRules rules, bool news)
{
    private const int Reach = 8;

    /// <summary>Whether a document begins as a report of a meeting or a visit: a day and what happened on it.</summary>
    public static bool IsNews(string? title, ReadOnlySpan<char> lead, ReadingRules rules)
    {
        var (promises, scenes) = (rules.Promises, rules.Context.Scenes);
        return !(title is not null && promises.Plans.In(title) && !scenes.Events.In(title)) && (HasDay(lead) || scenes.Times.In(lead)) && scenes.Events.In(lead);
    }

    public bool Tells(ReadOnlySpan<char> text, Figure figure)
    {
        var scenes = rules.Context.Scenes;
        if (scenes.Nouns.Before(text, figure.Start) is not null || NounBehind(text[figure.End..Math.Min(text.Length, figure.End + Reach)], scenes))
        {
            return true;
        }

        if (!scenes.Units.Contains(figure.Unit))
        {
            return false;
        }

        var before = text[..figure.Start];
        if (!news && !HasDay(before) && !scenes.Times.In(text))
        {
            return false;
        }

        if (FindModal.In(before, rules.Promises) >= 0 || rules.Promises.Speech.In(before) || Quotation.Outside(rules.Promises.Achieved, before))
        {
            return false;
        }

        var end = figure.End;
        while (end < text.Length && !Characters.PartsClauses(text[end]))
        {
            end++;
        }

        return scenes.Words.In(text[FigureDoubts.ClauseStart(text, figure.Start)..end]);
    }

    /// <summary>Directly behind, or behind a short name of it: 「6个部门」, 「12个联合检查组」.</summary>
    private static bool NounBehind(ReadOnlySpan<char> behind, SceneWords scenes)
    {
        var end = behind.IndexOfAny(Characters.PhraseSigns);
        var at = scenes.Nouns.Find(end < 0 ? behind : behind[..end], out _);
        return at is >= 0 and <= 4 && behind[..at].IndexOf('的') < 0;
    }

    /// <summary>「9月6日」, 「3月12日上午9时」.</summary>
    private static bool HasDay(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOf('月') is >= 0 and var step;)
        {
            var at = from + step;
            var end = at + 1;
            while (end < text.Length && Characters.IsDigit(text[end]) && end - at <= 2)
            {
                end++;
            }

            if (at > 0 && Characters.IsDigit(text[at - 1]) && end > at + 1 && end < text.Length && text[end] == '日' && !(end + 1 < text.Length && text[end + 1] is '前' or '底'))
            {
                return true;
            }

            from = at + 1;
        }

        return false;
    }
}
