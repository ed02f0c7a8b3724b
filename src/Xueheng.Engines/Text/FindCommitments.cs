namespace Xueheng.Engines.Text;

/// <summary>Turns sentences into commitments: each figure is one; a sentence without a figure that promises an action is one.</summary>
internal sealed class FindCommitments(ReadingRules rules, DateOnly? date, Mood mood)
{
    private readonly FindSubjects _subjects = new(rules);
    private Deadline? _governing;
    private bool _guiding;

    /// <summary>A line or heading that governs what follows: 「做好2023年全市教育工作,重点抓好三个方面:」.</summary>
    public void Govern(string line)
    {
        if (FindDeadlines.Run(line, rules.Times, date, loose: true) is { Count: > 0 } times)
        {
            _governing = times[^1];
        }
    }

    /// <summary>A heading of a plan governs only when it names its year and that it is a plan: 「2024年工作要点」.</summary>
    public void GovernByHeading(string heading)
    {
        _guiding = rules.Promises.Guiding.In(heading);
        if (rules.Promises.Plans.In(heading) && !rules.Promises.Accounts.In(heading) && !heading.Contains('《', StringComparison.Ordinal))
        {
            Govern(heading);
        }
    }

    /// <param name="own">The clean sentence and its map.</param>
    public IEnumerable<FoundCommitment> Of(MappedText own, int? section)
    {
        var text = own.ToString();
        if (Characters.IsColon(text[^1]))
        {
            Govern(text);
            return [];
        }

        var times = FindDeadlines.Run(text, rules.Times, date, year: _governing?.Year);
        var kind = mood.Of(text, times.Count > 0 ? times[^1].Year : null, date?.Year);
        var figures = FindFigures.Run(text, rules.Figures);
        return figures.Count > 0 ? Numeric(own, text, figures, times, kind, section) : Qualitative(own, text, times, kind, section);
    }

    private List<FoundCommitment> Numeric(MappedText own, string text, List<Figure> figures, List<Deadline> times, CommitmentKind kind, int? section)
    {
        var comparisons = CompareFigures.Run(text, figures, rules.Figures);
        var subjects = _subjects.Run(text, figures);
        var found = new List<FoundCommitment>(figures.Count);
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            found.Add(new FoundCommitment(
                text, subjects[i], comparisons[i], figure.Value, figure.Unit, When(text, figure, times, kind), kind,
                FindPlaces.Stage(figures.Count == 1 ? StageScope(text, subjects[i]) : subjects[i], rules.Places), FindPlaces.Town(text, rules.Places), own.Original(),
                own.Original(figure.Start, figure.End), new TextSpan(figure.Start, figure.End), section));
        }

        return found;
    }

    /// <summary>The figure's own phrase decides; where it names no stage, the sentence.</summary>
    private string StageScope(string text, string subject) => rules.Places.Words.In(subject) || rules.Places.Several.In(subject) ? subject : text;

    /// <summary>The last time said before the figure; else the first behind it in its clause; else the one that governs the section.</summary>
    private string? When(string text, Figure figure, List<Deadline> times, CommitmentKind kind)
    {
        Deadline? ahead = null;
        foreach (var time in times)
        {
            // The day in an account's lead is the day it was told, not the time of its figures.
            if (time.At < figure.Start && !(kind == CommitmentKind.Achieved && time.Day > 0))
            {
                ahead = time;
            }
        }

        if (ahead is null && times.FindIndex(t => t.At >= figure.End) is >= 0 and var next)
        {
            ahead = text.AsSpan(figure.End, times[next].At - figure.End).ContainsAny(Characters.PhraseSigns) ? null : times[next];
        }

        return ahead?.ToString() ?? (kind == CommitmentKind.Promised ? _governing?.ToString() : null);
    }

    private FoundCommitment[] Qualitative(MappedText own, string text, List<Deadline> times, CommitmentKind kind, int? section)
    {
        var words = rules.Promises;
        if (_guiding || text.Length < 5 || kind != CommitmentKind.Promised || !(Promises(text, words) || (times.Exists(t => IsFirm(text, t)) && !Quotation.Outside(words.Narrative, text))))
        {
            return [];
        }

        var deadline = times.Count > 0 ? times[^1].ToString() : _governing?.ToString();
        return
        [
            new FoundCommitment(
                text, QualitativeSubject.Of(text, words), null, null, null, deadline, CommitmentKind.Promised, FindPlaces.Stage(text, rules.Places), FindPlaces.Town(text, rules.Places),
                own.Original(), null, null, section),
        ];
    }

    /// <summary>「于2025年8月底前竣工」: whoever sets a last day promises, verb first or not.</summary>
    private static bool IsFirm(string text, Deadline time) =>
        (time.At > 0 && text[time.At - 1] is ('到' or '至' or '于')) || (time.End < text.Length && text[time.End] is '底' or '前' or '末' or '内' or '之');

    private static bool Promises(string text, PromiseWords words)
    {
        if (FindModal.In(text, words) >= 0 && !Quotation.Outside(words.Achieved, text))
        {
            return true;
        }

        return IsVerbFirst.Is(Enumerated.Without(text), words) && !Quotation.Outside(words.Narrative, text) && !Explains(text, words);
    }

    /// <summary>「加强党对教育的领导,是…的根本遵循」.</summary>
    private static bool Explains(string text, PromiseWords words)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (Characters.IsComma(text[i - 1]) && words.Principles.At(text, i) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
