namespace Xueheng.Engines.Text;

/// <summary>Whether sentences promise or report, by their own words or by what stands before them: a mark holds to the end of its paragraph.</summary>
internal sealed class Mood(PromiseWords words, CommitmentKind document)
{
    private CommitmentKind _section = document;
    private CommitmentKind _now = document;
    private readonly CommitmentKind _document = document;

    /// <summary>What a document is without marks: by its title, else by which marks it has more of.</summary>
    public static CommitmentKind OfDocument(string? title, IEnumerable<string> sentences, PromiseWords words)
    {
        if (title is not null && words.Accounts.In(title) != words.Plans.In(title))
        {
            return words.Accounts.In(title) ? CommitmentKind.Achieved : CommitmentKind.Promised;
        }

        var (achieved, promised) = (0, 0);
        foreach (var sentence in sentences)
        {
            achieved += words.Achieved.In(sentence) ? 1 : 0;
            promised += FindModal.In(sentence, words) >= 0 ? 1 : 0;
        }

        return achieved > promised && achieved >= 3 ? CommitmentKind.Achieved : CommitmentKind.Promised;
    }

    /// <summary>A heading that says neither leaves what holds in the section around it.</summary>
    /// <param name="outer">What holds there; null at the top.</param>
    /// <returns>What holds under the heading.</returns>
    public CommitmentKind Heading(string title, CommitmentKind? outer)
    {
        var (account, plan) = (words.Accounts.In(title) || words.Achieved.In(title), words.Plans.In(title) || words.Promised.In(title));
        _section = account == plan ? outer ?? _document : account ? CommitmentKind.Achieved : CommitmentKind.Promised;
        return _now = _section;
    }

    public void Paragraph(ReadOnlySpan<char> line) => _now = words.Continues.At(line, 0) is null ? _section : _now;

    /// <param name="deadline">The year a sentence names, and the document's.</param>
    public CommitmentKind Of(ReadOnlySpan<char> sentence, int? deadline, int? year)
    {
        if (FindModal.In(sentence, words) >= 0)
        {
            return Quotation.Outside(words.Achieved, sentence) ? _now : Set(CommitmentKind.Promised);
        }

        if (deadline is { } end && year is { } now && end != now)
        {
            return Set(end > now ? CommitmentKind.Promised : CommitmentKind.Achieved);
        }

        if (Quotation.Outside(words.Achieved, sentence))
        {
            return Set(CommitmentKind.Achieved);
        }

        return words.Promised.In(sentence) ? Set(CommitmentKind.Promised) : _now;
    }

    private CommitmentKind Set(CommitmentKind kind) => _now = kind;
}
