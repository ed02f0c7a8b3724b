namespace Xueheng.Plans.Confirming;

/// <summary>What of a document is text and what is noise.</summary>
public sealed record DocumentReading(IReadOnlyList<Stretch> Sentences, IReadOnlyList<Stretch> Noise)
{
    /// <summary>Sentences as they end in the text or at the end of a line; nothing is noise.</summary>
    public static DocumentReading Of(PlanDocument document)
    {
        var sentences = new List<Stretch>();
        var start = 0;
        for (var at = 0; at < document.Text.Length; at++)
        {
            if (document.Text[at] is '。' or '！' or '？' or '\n')
            {
                Add(at + 1);
            }
        }

        Add(document.Text.Length);
        return new DocumentReading(sentences, []);

        void Add(int end)
        {
            if (!string.IsNullOrWhiteSpace(document.Text[start..end]))
            {
                sentences.Add(new Stretch(start, document.Text[end - 1] == '\n' ? end - 1 : end));
            }

            start = end;
        }
    }

    /// <summary>The sentence without the noise inside it.</summary>
    public string Clean(PlanDocument document, Stretch at) =>
        string.Concat(Enumerable.Range(at.Start, at.End - at.Start).Where(i => !Noise.Any(n => n.Covers(i))).Select(i => document.Text[i])).Trim();
}
