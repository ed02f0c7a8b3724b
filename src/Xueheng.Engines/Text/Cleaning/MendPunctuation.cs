namespace Xueheng.Engines.Text;

/// <summary>Mends what scanning and converting did to single signs: 「100%o」 for 「100%。」, a question mark for a character that was lost.</summary>
internal static class MendPunctuation
{
    /// <summary>How far back a clause is searched for a word that asks.</summary>
    private const int ClauseLength = 60;

    public static MappedText Run(MappedText text, WordList questions)
    {
        var clean = new MappedTextBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == 'o' && i > 0 && (text[i - 1] == '%' || Characters.IsHan(text[i - 1])) && (i + 1 == text.Length || text[i + 1] == '\n' || Characters.IsHan(text[i + 1])))
            {
                clean.Add('。', text, i);
            }
            else if (c == '?' && IsLost(text, i, questions))
            {
                clean.Add(DropReadings.Lost, text, i);
            }
            else
            {
                clean.Add(c, text, i);
            }
        }

        return clean.Build();
    }

    private static bool IsLost(MappedText text, int at, WordList questions)
    {
        if (at == 0 || at + 1 >= text.Length || !Characters.IsHan(text[at - 1]) || !(Characters.IsHan(text[at + 1]) || text[at + 1] is ',' or '，' or '、' or '。'))
        {
            return false;
        }

        var start = at;
        while (start > 0 && at - start < ClauseLength && !Characters.IsFullStop(text[start - 1]) && text[start - 1] != '\n')
        {
            start--;
        }

        return !questions.In(text.Span[start..at]);
    }
}
