using Xueheng.Engines.Text;
using Xueheng.Plans.Targets;

namespace Xueheng.Plans.Suggesting;

/// <summary>
/// Takes of what a model claims only what the document bears out: the quotation is a sentence of its body, number and unit stand in it, the
/// subject is in its words, the deadline's year too. What the reader has found likewise is passed over; the rest is dropped and counted.
/// </summary>
internal sealed class VerifyClaims(Reading reading)
{
    private const int LongestSubject = 200;

    private readonly ILookup<string, Sentence> _sentences = reading.Sentences.Where(s => s.Role == SentenceRole.Body).ToLookup(s => Key(s.Text));
    private readonly ILookup<TextSpan, FoundCommitment> _read = reading.Commitments.ToLookup(c => c.At);
    private readonly HashSet<(TextSpan At, int Figure, string? Deadline, Comparison?, CommitmentKind)> _taken = [];
    private readonly List<FoundCommitment> _found = [];

    public int Dropped { get; private set; }

    public IReadOnlyList<FoundCommitment> Found => [.. _found.OrderBy(f => f.At.Start).ThenBy(f => f.FigureInText?.Start ?? 0)];

    public void Add(ClaimedCommitment claim)
    {
        var borne = false;
        foreach (var sentence in claim.Quote is { Length: > 0 } quote ? _sentences[Key(quote)] : [])
        {
            if (claim.Value is { } value ? Numeric(claim, value, sentence) : Qualitative(claim, sentence))
            {
                borne = true;
                break;
            }
        }

        Dropped += borne ? 0 : 1;
    }

    /// <returns>Whether the sentence bears it out.</returns>
    private bool Numeric(ClaimedCommitment claim, decimal value, Sentence sentence)
    {
        if (claim.Unit is not { } unit || FigureStands.In(sentence.Text, value, unit) is not { } figure || Kind(claim.Kind) is not { } kind)
        {
            return false;
        }

        var read = _read[sentence.At].FirstOrDefault(c => c.FigureInText is { } at && at.Start == figure.Start);
        if ((Subject(claim.Subject, sentence.Text) ?? read?.Subject) is not { } subject)
        {
            return false;
        }

        var comparison = claim.Comparison switch
        {
            "at_least" => Comparison.AtLeast,
            "at_most" => Comparison.AtMost,
            "increase_by" => Comparison.IncreaseBy,
            _ => Comparison.Equal,
        };
        var deadline = Deadline(claim.Deadline, sentence.Text) ?? read?.Deadline;
        if (read is not null && (read.Comparison, read.Deadline, read.Kind) == (comparison, deadline, kind))
        {
            return true;
        }

        Take(new FoundCommitment(
            sentence.Text, subject, comparison, value, unit, deadline, kind, read?.Stage, read?.Town, sentence.At, Original(sentence, figure), figure, sentence.Section));
        return true;
    }

    private bool Qualitative(ClaimedCommitment claim, Sentence sentence)
    {
        if (Kind(claim.Kind) != CommitmentKind.Promised || Subject(claim.Subject, sentence.Text) is not { } subject)
        {
            return false;
        }

        if (!_read.Contains(sentence.At))
        {
            Take(new FoundCommitment(
                sentence.Text, subject, null, null, null, Deadline(claim.Deadline, sentence.Text), CommitmentKind.Promised, null, null, sentence.At, null, null, sentence.Section));
        }

        return true;
    }

    private void Take(FoundCommitment found)
    {
        if (_taken.Add((found.At, found.FigureInText?.Start ?? -1, found.Deadline, found.Comparison, found.Kind)))
        {
            _found.Add(found);
        }
    }

    private static string? Subject(string? subject, string sentence) =>
        subject is { Length: > 0 and <= LongestSubject } && sentence.Contains(subject, StringComparison.Ordinal) ? subject : null;

    private static CommitmentKind? Kind(string? kind) => kind switch
    {
        "promised" => CommitmentKind.Promised,
        "achieved" => CommitmentKind.Achieved,
        _ => null,
    };

    /// <summary>As much of the deadline claimed as stands in the sentence: its year, its month (6月), its day (30日).</summary>
    private static string? Deadline(string? deadline, string sentence)
    {
        if (Deadlines.LastDayOf(deadline) is null || !sentence.Contains(deadline![..4], StringComparison.Ordinal))
        {
            return null;
        }

        var parts = deadline.Split('-');
        var said = 1;
        foreach (var mark in new[] { "月", "日" })
        {
            if (said < parts.Length && sentence.Contains(parts[said].TrimStart('0') + mark, StringComparison.Ordinal))
            {
                said++;
            }
            else
            {
                break;
            }
        }

        return string.Join('-', parts[..said]);
    }

    /// <summary>A model may leave the full stop away.</summary>
    private static string Key(string text) => text.Trim().TrimEnd('。', '；', ';', '！', '!');

    /// <summary>Where a stretch of a sentence stands in the document as given.</summary>
    private TextSpan? Original(Sentence sentence, TextSpan figure)
    {
        var (low, high) = (0, reading.Text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (reading.Text.Original(middle, middle + 1).Start < sentence.At.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low + figure.End <= reading.Text.Length && reading.Text.Span[low..].StartsWith(sentence.Text, StringComparison.Ordinal)
            ? reading.Text.Original(low + figure.Start, low + figure.End)
            : null;
    }
}
