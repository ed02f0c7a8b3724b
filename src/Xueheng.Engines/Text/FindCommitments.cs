namespace Xueheng.Engines.Text;

/// <summary>Turns sentences into commitments: each figure is one; a sentence without a figure that promises an action is one.</summary>
internal sealed class FindCommitments(ReadingRules rules, DateOnly? date, int? year, Mood mood, SceneCounts scenes)
{
    private const int LongestLead = 40;

    private readonly FindSubjects _subjects = new(rules);
    private readonly FindRows _rows = new(rules, date);
    private Deadline? _governing;
    private bool _guiding;

    /// <summary>A line or heading that governs what follows: 「做好2023年全市教育工作,重点抓好三个方面:」.</summary>
    /// <param name="heading">Then the years a plan is for are not by when each of its parts is to be done: 「三年行动方案(2025—2027年)」.</param>
    public void Govern(ReadOnlySpan<char> line, bool heading = false)
    {
        if (FindDeadlines.Run(line, rules.Times, date, loose: true) is { Count: > 0 } times && !(heading && line[times[^1].At..times[^1].End].ContainsAny(Characters.RangeSigns) && !line[times[^1].At..times[^1].End].Contains("学年", StringComparison.Ordinal)))
        {
            _governing = times[^1];
        }
    }

    /// <summary>A heading of a plan governs only when it names its year and that it is a plan: 「2024年工作要点」.</summary>
    public void GovernByHeading(string heading)
    {
        _guiding = rules.Promises.Guiding.In(heading);
        if ((rules.Promises.Plans.In(heading) || rules.Context.PlanTitles.In(heading)) && !rules.Promises.Accounts.In(heading)
            && (!heading.Contains('《', StringComparison.Ordinal) || rules.Context.Issuing.In(heading)) && !rules.Context.NotGoverning.In(heading))
        {
            Govern(heading, heading: true);
        }
    }

    /// <summary>A line begins: a row of a table, the head of one, or prose.</summary>
    public void Line(ReadOnlySpan<char> line) => _rows.Line(line, year ?? _governing?.Year);

    /// <param name="own">The clean sentence and its map.</param>
    public IEnumerable<FoundCommitment> Of(MappedText own, int? section)
    {
        var text = own.ToString();
        if (Characters.IsColon(text[^1]))
        {
            Govern(text);
            mood.LeadIn(text, FindDeadlines.Run(text, rules.Times, date, loose: true) is { Count: > 0 } said ? said[^1].Year : null, year);
            return [];
        }

        if (_rows.InHead || SplitSentences.IsLabel(text, rules.Context.Tables))
        {
            return [];
        }

        Lead(text);
        var times = FindDeadlines.Run(text, rules.Times, date, year: _governing?.Year);
        var kind = mood.Of(text, times.Count > 0 ? times[^1].Year : null, year);
        if (mood.Problems || rules.Context.FalsePromised.In(text) || rules.Context.Requests.In(text) || rules.Context.Ads.In(text) || (Characters.IsOpenQuote(text[0]) && mood.Reports && rules.Context.Voices.In(text)))
        {
            return [];
        }

        var figures = FindFigures.Run(text, rules);
        figures.RemoveAll(f => scenes.Tells(text, f));
        return figures.Count > 0 ? Numeric(own, text, figures, times, kind, section) : Qualitative(own, text, times, kind, section);
    }

    /// <summary>「2026年,重点做好以下工作:加快…。」: the time holds for the sentences behind too.</summary>
    private void Lead(ReadOnlySpan<char> text)
    {
        var colon = text[..Math.Min(text.Length, LongestLead)].IndexOfAny(':', '：');
        if (colon > 0)
        {
            mood.InnerLead(text[..colon]);
            if (rules.Context.Leads.In(text[..colon]))
            {
                Govern(text[..colon]);
            }
        }
    }

    private List<FoundCommitment> Numeric(MappedText own, string text, List<Figure> figures, List<Deadline> times, CommitmentKind kind, int? section)
    {
        var comparisons = CompareFigures.Run(text, figures, rules.Figures);
        var subjects = _subjects.Run(text, figures);
        var stages = FindPlaces.Stages(text, figures, subjects, rules.Places);
        var due = Due(text, times);
        var each = Each(text, figures, times);
        var found = new List<FoundCommitment>(figures.Count);
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            found.Add(new FoundCommitment(
                text, subjects[i], comparisons[i], figure.Value, figure.Unit, due ?? each?[i] ?? When(text, figure, times, kind), kind,
                stages[i], FindPlaces.Town(text, rules.Places), own.Original(),
                own.Original(figure.Start, figure.End), new TextSpan(figure.Start, figure.End), section));
        }

        return found;
    }

    /// <summary>What a table's column or a bracket says of the whole: 「(责任单位:…;完成时限:2026年10月底)」.</summary>
    private string? Due(ReadOnlySpan<char> text, List<Deadline> times)
    {
        if (_rows.Due is { } due)
        {
            return due.ToString();
        }

        if (times.Count == 0 || rules.Context.Tables.DeadlineHeads.FindLast(text, out var head) is not (>= 0 and var at))
        {
            return null;
        }

        var colon = at + head!.Length;
        var next = times.FindIndex(t => t.At > at);
        return colon < text.Length && Characters.IsColon(text[colon]) && next >= 0 ? times[next].ToString() : null;
    }

    /// <summary>「2025年、2026年分别新建学校4所、3所」: as many times as figures.</summary>
    private string[]? Each(ReadOnlySpan<char> text, List<Figure> figures, List<Deadline> times)
    {
        if (times.Count < 2 || times.Count != figures.Count || times[^1].At > figures[0].Start || rules.Context.Respectively.Find(text[times[^1].End..figures[0].Start], out _) < 0)
        {
            return null;
        }

        return [.. times.Select(t => t.ToString())];
    }

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
        if (_guiding || text.Length < 5 || kind != CommitmentKind.Promised || !(_rows.In ? _rows.Promises(text) : Promises(text, times)))
        {
            return [];
        }

        var deadline = Due(text, times) ?? (times.Count > 0 ? times[^1].ToString() : _governing?.ToString());
        return
        [
            new FoundCommitment(
                text, QualitativeSubject.Of(_rows.In ? _rows.Task(text) : text, rules.Promises), null, null, null, deadline, CommitmentKind.Promised, FindPlaces.Stage(text, rules.Places), FindPlaces.Town(text, rules.Places),
                own.Original(), null, null, section),
        ];
    }

    private bool Promises(string text, List<Deadline> times)
    {
        var words = rules.Promises;
        if (IsElsewhere(text))
        {
            return false;
        }

        if (FindModal.In(text, words) >= 0 && !Quotation.Outside(words.Achieved, text, rules.Context.FalseAchieved))
        {
            return true;
        }

        var narrative = Quotation.Outside(words.Narrative, text, rules.Context.FalseNarrative) || rules.Context.PlanProse.Not.In(text);
        return (!narrative && (times.Exists(t => IsFirm(text, t)) || (IsVerbFirst.Is(Enumerated.Without(text), words) && !Explains(text, words))))
            || (mood.Plans(text) && PlanProse.Promises(text, rules) && !Explains(text, words));
    }

    /// <summary>What the country or another county does, or a higher office asks for.</summary>
    private bool IsElsewhere(ReadOnlySpan<char> text) =>
        rules.Figures.Elsewhere.At(text, 0) is { } place && (place.Length > 2 || rules.Context.ElsewhereNames.At(text, place.Length) is null) && !rules.Figures.Here.In(text);

    /// <summary>「于2025年8月底前竣工」: whoever sets a last day promises, verb first or not.</summary>
    private static bool IsFirm(string text, Deadline time) =>
        (time.At > 0 && text[time.At - 1] is ('到' or '至' or '于')) || (time.End < text.Length && text[time.End] is '底' or '前' or '末' or '内' or '之');

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
