namespace Xueheng.Engines.Text;

/// <summary>What holds under a heading, or in the whole document.</summary>
/// <param name="Plan">It calls itself a plan: sentences that begin with their subject promise too.</param>
/// <param name="Problems">It tells what is lacking: nothing there is promised or achieved.</param>
internal readonly record struct Standing(CommitmentKind Kind, bool Plan, bool Problems = false);

/// <summary>Whether sentences promise or report, by their own words or by what stands before them: a mark holds to the end of its paragraph.</summary>
internal sealed class Mood(ReadingRules rules, Standing document)
{
    private readonly PromiseWords _words = rules.Promises;
    private readonly Standing _document = document;
    private Standing _section = document;
    private CommitmentKind _now = document.Kind;
    private bool _promised;
    private Standing? _lead;
    private bool _goesOn;
    private bool _paragraphProblems;
    private bool _ended = true;

    /// <summary>The document tells of the past unless a sentence says otherwise.</summary>
    public bool Reports => _document.Kind == CommitmentKind.Achieved;

    /// <summary>Nothing that is said here is promised or achieved.</summary>
    public bool Problems => _section.Problems || _paragraphProblems;

    /// <summary>Whether a plan speaks: the part calls itself one, or an item follows on a promise of its paragraph.</summary>
    public bool Plans(ReadOnlySpan<char> sentence) => _section.Plan || (_promised && (_goesOn || rules.Context.PlanHeadings.In(sentence) || Enumerated.Without(sentence).Length < sentence.Length));

    /// <summary>What a document is without marks: by its title, else by which marks it has more of.</summary>
    public static Standing OfDocument(string? title, IEnumerable<string> sentences, ReadingRules rules)
    {
        var words = rules.Promises;
        if (title is not null)
        {
            var account = words.Accounts.In(title) || rules.Context.AccountTitles.In(title);
            if (account != (words.Plans.In(title) || rules.Context.PlanTitles.In(title)))
            {
                return account ? new Standing(CommitmentKind.Achieved, Plan: false) : new Standing(CommitmentKind.Promised, Plan: true);
            }
        }

        var (achieved, promised, report) = (0, 0, false);
        foreach (var sentence in sentences)
        {
            achieved += words.Achieved.In(sentence) ? 1 : 0;
            promised += FindModal.In(sentence, words) >= 0 ? 1 : 0;
            report |= rules.Context.ReportWords.In(sentence);
        }

        return new Standing((achieved > promised && achieved >= 3) || (report && achieved >= promised) ? CommitmentKind.Achieved : CommitmentKind.Promised, Plan: false);
    }

    /// <summary>A heading that says neither leaves what holds in the section around it.</summary>
    /// <param name="outer">What holds there; null at the top.</param>
    /// <returns>What holds under the heading.</returns>
    public Standing Heading(string title, Standing? outer)
    {
        var around = _lead ?? outer ?? _document;
        var (account, plan) = (IsAccount(title), IsPlan(title));
        _paragraphProblems = false;
        _lead = account == plan ? _lead : null;
        _section = rules.Context.Problems.In(title) && !IsFuture(title) && !rules.Context.ProblemCures.In(title) ? around with { Problems = true }
            : account == plan ? around
            : account ? new Standing(CommitmentKind.Achieved, Plan: false)
            : new Standing(CommitmentKind.Promised, _document.Kind == CommitmentKind.Promised || IsFuture(title));
        _now = _section.Kind;
        return _section;
    }

    /// <summary>A line that ends in a colon speaks for what follows when it says of itself that it tells or plans: 「下步打算:」.</summary>
    /// <param name="named">The year it names.</param>
    /// <param name="year">The document's.</param>
    public void LeadIn(string line, int? named, int? year)
    {
        var (account, plan) = (IsAccount(line) || (named < year), IsFuture(line) || FindModal.In(line, _words) >= 0 || named > year);
        if (rules.Context.Problems.In(line) && !plan)
        {
            _section = _section with { Problems = true };
        }
        else if (account != plan)
        {
            _section = account ? new Standing(CommitmentKind.Achieved, Plan: false) : new Standing(CommitmentKind.Promised, Plan: true);
            _now = _section.Kind;
            _lead = _section;
        }
    }

    /// <summary>「存在的主要问题:一是…」 inside a sentence speaks for the rest of its paragraph, until another says otherwise.</summary>
    public void InnerLead(ReadOnlySpan<char> lead) => _paragraphProblems = rules.Context.Problems.In(lead) || (_paragraphProblems && !_words.Plans.In(lead) && !rules.Context.Leads.In(lead));

    public void Paragraph(ReadOnlySpan<char> line)
    {
        (_promised, _paragraphProblems) = (false, false);
        _now = _words.Continues.At(line, 0) is null ? _section.Kind : _now;
    }

    /// <param name="deadline">The year a sentence names.</param>
    /// <param name="year">The document's.</param>
    public CommitmentKind Of(ReadOnlySpan<char> sentence, int? deadline, int? year)
    {
        (_goesOn, _ended) = (!_ended, !Characters.IsSemicolon(sentence[^1]));
        var achieved = IsAchieved(sentence);
        if (FindModal.In(sentence, _words) is >= 0 and var modal && !rules.Context.FalsePromised.In(sentence))
        {
            if (achieved && !ModalFirst(sentence, modal))
            {
                return _now;
            }

            _promised = true;
            if (!_section.Problems && (_words.Promised.In(sentence) || (year is { } present && deadline >= present)))
            {
                // What comes behind 「下一步,将…」 is no longer told of the past.
                _section = _section with { Kind = CommitmentKind.Promised };
            }

            return _now = CommitmentKind.Promised;
        }

        if (deadline is { } end && year is { } now && end != now)
        {
            return Set(end > now ? CommitmentKind.Promised : CommitmentKind.Achieved, sentence);
        }

        if (achieved)
        {
            return Set(CommitmentKind.Achieved, sentence);
        }

        if (_words.Promised.In(sentence))
        {
            _promised = true;
            return _now = CommitmentKind.Promised;
        }

        return !_section.Plan && rules.Context.Compared.In(sentence) ? Set(CommitmentKind.Achieved, sentence)
            : _now;
    }

    /// <summary>「预计2026年投入使用」: what is said of the future comes first.</summary>
    private bool ModalFirst(ReadOnlySpan<char> sentence, int modal) => !Quotation.Outside(_words.Achieved, sentence[..modal], rules.Context.FalseAchieved);

    /// <summary>In a plan a mark counts when it stands in the first clause, or when the sentence does not begin with its verb: 「全面排查2010年以来建设的小区」 tells nothing.</summary>
    private bool IsAchieved(ReadOnlySpan<char> sentence)
    {
        if (!Quotation.Outside(_words.Achieved, sentence, rules.Context.FalseAchieved))
        {
            return false;
        }

        if (!_section.Plan || !IsVerbFirst.Is(Enumerated.Without(sentence), _words))
        {
            return true;
        }

        var end = 0;
        while (end < sentence.Length && !Characters.PartsClauses(sentence[end]))
        {
            end++;
        }

        return Quotation.Outside(_words.Achieved, sentence[..end], rules.Context.FalseAchieved);
    }

    private bool IsAccount(string title) => _words.Accounts.In(title) || rules.Context.AccountTitles.In(title) || Quotation.Outside(_words.Achieved, title, rules.Context.FalseAchieved);

    private bool IsPlan(string title) => _words.Plans.In(title) || IsFuture(title);

    private bool IsFuture(string title) => _words.Promised.In(title) || rules.Context.PlanHeadings.In(title);

    /// <summary>In a plan what is told of the past holds no longer than to the full stop.</summary>
    private CommitmentKind Set(CommitmentKind kind, ReadOnlySpan<char> sentence)
    {
        _now = _section.Plan && kind == CommitmentKind.Achieved && sentence[^1] == '。' ? _section.Kind : kind;
        return kind;
    }
}
