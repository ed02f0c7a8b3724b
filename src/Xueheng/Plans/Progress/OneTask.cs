namespace Xueheng.Plans.Progress;

/// <summary>One task with everything that happened to it.</summary>
/// <param name="Way">The goals and actions it stands under, from the top.</param>
/// <param name="Evidence">The newest first.</param>
/// <param name="Events">The newest first.</param>
public sealed record OneTask(PlanItem Item, Plan Plan, IReadOnlyList<string> Way, IReadOnlyList<GivenEvidence> Evidence, IReadOnlyList<TaskEvent> Events);

/// <summary>Evidence without the bytes of its file.</summary>
/// <param name="Bytes">Of the file; null without one.</param>
public sealed record GivenEvidence(
    Guid Id, string Result, string? FileName, int? Bytes, string GivenBy, DateTimeOffset GivenAt, EvidenceState State, string? DecidedBy, DateTimeOffset? DecidedAt);
