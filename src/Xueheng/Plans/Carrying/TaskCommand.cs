namespace Xueheng.Plans.Carrying;

/// <summary>A decision over one or several tasks.</summary>
/// <param name="Reason">Why; needed where it says so.</param>
public sealed record TaskCommand(string County, IReadOnlyList<Guid> Tasks, string? Reason, string By)
{
    /// <summary>Of a decision over evidence: the edit of each task the person had in front of them.</summary>
    public IReadOnlyDictionary<Guid, int> Edits { get; init; } = new Dictionary<Guid, int>();
}

/// <summary>What became of each task of a <see cref="TaskCommand"/>: those that could be were dealt with, each of the others has its reason.</summary>
public sealed record TaskOutcome(IReadOnlyList<PlanItem> Done, IReadOnlyList<(string Title, Failure Why)> Refused);
