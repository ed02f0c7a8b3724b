namespace Xueheng.Engines.Text;

/// <summary>What a line of the body opens.</summary>
/// <param name="Rank">How deep it usually stands, the smaller the higher; null when it opens nothing.</param>
/// <param name="TitleEnd">Where the title ends in the line.</param>
/// <param name="HeadingEnd">Where the heading ends in the line: what is before it promises nothing. 0 when the title is part of a sentence that does.</param>
internal readonly record struct LineOpening(int? Rank, int TitleEnd, int HeadingEnd);

/// <summary>
/// Finds the headings of a document in the document's own manner: lines of their own, numbered or not; sentences that open several paragraphs alike
/// (「以实施…行动为…,…。」, 「普惠发展学前教育。」); items of lists, whose title is their first clause.
/// </summary>
internal sealed class Outline(ReadingRules rules)
{
    private const int OwnLine = 50;
    private const int NumberedLead = 45;
    private const int ShortLead = 16;
    private const int FrameLead = 60;
    private const int Alike = 2;
    private const int StandingRank = 15;
    private const int LeadRank = 25;

    public LineOpening[] Run(List<BodyLine> lines)
    {
        var leads = lines.ConvertAll(Lead);
        var (frames, shorts) = (leads.Count(l => l.Kind == LeadKind.Frame), leads.Count(l => l.Kind == LeadKind.Short));
        var words = leads.Where(l => l.Kind == LeadKind.Word).GroupBy(l => l.Word!).Where(g => g.Count() >= Alike).Select(g => g.Key).ToHashSet();
        var openings = new LineOpening[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, lead) = (lines[i], leads[i]);
            if (TableRow.Is(line.Text.Span))
            {
                continue;
            }

            if (OwnHeading(lines, i) is { } own)
            {
                openings[i] = own;
            }
            else if (line.Mark is { } mark)
            {
                openings[i] = Numbered(line, mark, lead);
            }
            else if ((lead.Kind == LeadKind.Frame && frames >= Alike) || (lead.Kind == LeadKind.Short && shorts >= Alike) || (lead.Kind == LeadKind.Word && words.Contains(lead.Word!)))
            {
                openings[i] = new LineOpening(LeadRank, WithoutStop(line.Text.Span, lead.End), lead.End);
            }
        }

        return openings;
    }

    private LineOpening? OwnHeading(List<BodyLine> lines, int at)
    {
        var line = lines[at];
        var text = line.Text.Span;
        if (text.Length > OwnLine || at + 1 >= lines.Count || text.IsEmpty || SplitSentences.Run(text).Count > 1 || FindFigures.HasFigure(text, rules))
        {
            return null;
        }

        var next = lines[at + 1];
        var closed = Characters.IsFullStop(text[^1]) || Characters.IsSemicolon(text[^1]);
        if (line.Mark is { } mark)
        {
            // A line whose next line is of its own kind is an item, not a heading.
            var item = closed && at > 0 && lines[at - 1].Mark is { } before && before.Rank == mark.Rank;
            return mark.Rank <= 5 && !item && (next.Mark is null || next.Mark.Value.Rank > mark.Rank) && !Characters.IsSemicolon(text[^1]) && !(closed && PlanProse.Promises(text, rules))
                ? new LineOpening(mark.Rank * 10, WithoutStop(text, text.Length), text.Length)
                : null;
        }

        return !closed && !Characters.IsColon(text[^1]) && text.Length >= 4 && (next.Mark is not null || IsProse(next.Text.Span)) && LineShape.Han(text) * 2 > text.Length
            ? new LineOpening(StandingRank, text.Length, text.Length)
            : null;
    }

    private static bool IsProse(ReadOnlySpan<char> text) => text.Contains('。') || text.Length > OwnLine;

    private LineOpening Numbered(BodyLine line, LineMark mark, (LeadKind Kind, int End, string? Word) lead)
    {
        var text = line.Text.Span;
        var first = SplitSentences.Run(text, rules.Context.Tables);
        if (mark.Rank < LineMark.SignRank && first.Count > 1 && first[0].End <= NumberedLead && text[first[0].End - 1] is not (';' or '；') && !FindFigures.HasFigure(text[..first[0].End], rules))
        {
            return new LineOpening(mark.Rank * 10, WithoutStop(text, first[0].End), first[0].End);
        }

        var clause = 0;
        while (clause < text.Length && !Characters.PartsClauses(text[clause]))
        {
            clause++;
        }

        return new LineOpening(mark.Rank * 10, clause, 0);
    }

    private enum LeadKind
    {
        None,
        Short,
        Frame,
        Word,
    }

    /// <summary>What the first sentence of a line could be a heading by, when more sentences follow it.</summary>
    private (LeadKind Kind, int End, string? Word) Lead(BodyLine line)
    {
        var text = line.Text.Span;
        if (line.Mark is not null || text.IndexOf('。') is not (> 0 and var stop) || stop > FrameLead || stop + 1 >= text.Length)
        {
            return default;
        }

        var sentence = text[..stop];
        if (sentence.ContainsAny(Characters.InnerSigns) || FindFigures.HasFigure(sentence, rules))
        {
            return default;
        }

        var comma = sentence.IndexOfAny(',', '，');
        if ((sentence[0] == '以' && comma > 0 && sentence[..comma].LastIndexOf('为') > 1) || SplitRunTogether.Make(text[..(stop + 1)]) is not null)
        {
            return (LeadKind.Frame, stop + 1, null);
        }

        if (rules.Promises.HeadingStarts.At(sentence, 0) is { } word && comma > 0)
        {
            return (LeadKind.Word, stop + 1, word);
        }

        return comma < 0 && sentence.Length <= ShortLead && FindModal.In(sentence, rules.Promises) < 0 && !PlanProse.Promises(sentence, rules) ? (LeadKind.Short, stop + 1, null) : default;
    }

    private static int WithoutStop(ReadOnlySpan<char> text, int end)
    {
        while (end > 0 && (Characters.IsFullStop(text[end - 1]) || Characters.IsSemicolon(text[end - 1]) || Characters.IsColon(text[end - 1])))
        {
            end--;
        }

        return end;
    }
}
