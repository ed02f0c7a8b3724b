namespace Xueheng.Engines.Text;

/// <summary>Reads a document of a bureau as it was found: cleans it, splits it, finds its sections and what it promises or reports.</summary>
public static class ReadDocument
{
    /// <summary>Longer texts are not read: a yearly plan has some ten thousand characters.</summary>
    public const int MostCharacters = 2_000_000;

    /// <summary>No plan has so many commitments: a text with more is a table of data. Those behind are not collected.</summary>
    public const int MostCommitments = 5_000;

    /// <summary>A shorter first sentence is a greeting or a heading.</summary>
    private const int Lead = 15;

    /// <summary>Time and memory grow with the length of the text and no faster.</summary>
    /// <param name="text">The document as given; at most <see cref="MostCharacters"/>.</param>
    /// <param name="date">The day the document is of, from which 今年 and 3年内 count; null to take the one it shows.</param>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    public static Reading Run(string text, ReadingRules rules, DateOnly? date = null) => Run(MappedText.Of(text), text, rules, date);

    /// <summary>Reads what is visible of an original that holds more, such as the text of a page of HTML. Every span is of <paramref name="original"/>.</summary>
    public static Reading Run(MappedText text, string original, ReadingRules rules, DateOnly? date = null)
    {
        if (text.Length > MostCharacters)
        {
            throw new ArgumentException($"A text of {text.Length} characters is not read.", nameof(text));
        }

        var (body, lines, title) = CleanText.Document(text, rules);
        var day = date ?? FindDate.In(lines, body, rules.Furniture);
        var paragraphs = SplitRunTogether.Run(CleanText.Lines(body)).ConvertAll(line => Unmarked(line));
        var openings = new Outline(rules).Run(paragraphs);
        var splits = paragraphs.ConvertAll(p => SplitSentences.Run(p.Text.Span, rules.Context.Tables));
        var plain = Sentences(paragraphs, splits);
        var named = title ?? (plain.Count > 0 && PlanProse.IsTitle(plain[0], rules) ? plain[0] : null);
        var mood = new Mood(rules, Mood.OfDocument(named, plain, rules));
        var lead = plain.Find(s => s.Length >= Lead && s != title) ?? "";
        var find = new FindCommitments(rules, day, day?.Year ?? FindDate.Year(named, plain, rules), mood, new SceneCounts(rules, SceneCounts.IsNews(title, lead, rules)));
        find.GovernByHeading(title ?? "");
        var tree = new SectionTree();
        var standings = new Dictionary<int, Standing>();
        var sentences = new List<Sentence>();
        var commitments = new List<FoundCommitment>();
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var (line, opening) = (paragraphs[p].Text, openings[p]);
            var isTitle = p == 0 && title is not null && line.Span.Contains(title, StringComparison.Ordinal) && splits[p].Count == 1 && !line.Span.Contains('。');
            mood.Paragraph(line.Span);
            find.Line(line.Span);
            if (opening.Rank is { } rank && opening.TitleEnd > 0 && !isTitle)
            {
                tree.Open(rank, line.Slice(0, opening.TitleEnd).ToString(), line.Original(0, Math.Max(opening.TitleEnd, opening.HeadingEnd)));
                if (opening.HeadingEnd > 0)
                {
                    var heading = line.Slice(0, opening.TitleEnd).ToString();
                    standings[tree.Current!.Value] = mood.Heading(heading, tree.Parent is { } outer && standings.TryGetValue(outer, out var standing) ? standing : null);
                    find.GovernByHeading(heading);
                }
            }

            for (var s = 0; s < splits[p].Count; s++)
            {
                var (start, end) = splits[p][s];
                var own = line.Slice(start, end);
                var next = s + 1 < splits[p].Count ? line.Span[splits[p][s + 1].Start..splits[p][s + 1].End] : [];
                var role = isTitle ? SentenceRole.Title
                    : end <= opening.HeadingEnd || Enumerated.IsLabel(own.Span, next) ? SentenceRole.Heading : SentenceRole.Body;
                if (role == SentenceRole.Body && Enumerated.IsInnerHeading(own.Span) && s + 1 < splits[p].Count)
                {
                    // 「二、发展目标。」 in a text whose lines were run together.
                    mood.Heading(own.ToString(), null);
                    find.GovernByHeading(own.ToString());
                    role = SentenceRole.Heading;
                }

                sentences.Add(new Sentence(own.ToString(), own.Original(), role, p, isTitle ? null : tree.Current));
                if (role == SentenceRole.Body && commitments.Count <= MostCommitments)
                {
                    commitments.AddRange(find.Of(own, tree.Current));
                }
            }

            tree.Reach(line.Length == 0 ? 0 : line.Original().End);
        }

        return new Reading(title, day, body, Noise(original, body), sentences, tree.Done(), commitments);
    }

    private static BodyLine Unmarked(MappedText line)
    {
        var mark = LineMark.Of(line.Span);
        return new BodyLine(mark is { } m ? line.Slice(m.Length, line.Length) : line, mark);
    }

    private static List<string> Sentences(List<BodyLine> lines, List<List<(int Start, int End)>> splits) =>
        [.. lines.SelectMany((line, i) => splits[i].Select(s => line.Text.Slice(s.Start, s.End).ToString()))];

    /// <summary>What of the original no character of the body came from, blanks left out.</summary>
    private static List<TextSpan> Noise(string text, MappedText body)
    {
        var noise = new List<TextSpan>();
        var at = 0;
        for (var i = 0; i <= body.Length; i++)
        {
            var next = i < body.Length ? body.Original(i, i + 1) : new TextSpan(text.Length, text.Length);
            if (next.Start > at && !text.AsSpan(at, next.Start - at).IsWhiteSpace())
            {
                noise.Add(new TextSpan(at, next.Start));
            }

            at = Math.Max(at, next.End);
        }

        return noise;
    }
}
