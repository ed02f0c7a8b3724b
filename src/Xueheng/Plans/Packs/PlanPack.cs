using Xueheng.Engines.Text;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Confirming;

namespace Xueheng.Plans.Packs;

/// <summary>A confirmed plan as a file: what one county made of a document, for another to start from.</summary>
/// <param name="Source">Title or name of the document it was read from; null when it was written by hand.</param>
/// <param name="Address">Where it was published; null when nobody said.</param>
/// <param name="Date">The day the document is of.</param>
/// <param name="Items">Goals and actions at the top.</param>
internal sealed record PlanPack(
    string Title,
    string? Source,
    Uri? Address,
    DateOnly? Date,
    DateOnly? From,
    DateOnly? Until,
    IReadOnlyList<PackedItem> Items,
    IReadOnlyList<PackedCommitment> Commitments,
    IReadOnlyList<PackedTarget> Targets);

/// <summary>A goal, an action or a task with all that stands under it.</summary>
internal sealed record PackedItem(
    PlanItemKind Kind, ItemFields Fields, IReadOnlyList<PackedCommitment> Commitments, IReadOnlyList<PackedTarget> Targets, IReadOnlyList<PackedItem> Items);

/// <param name="Text">The clean sentence.</param>
/// <param name="Target">What makes it measurable; null when nothing does.</param>
internal sealed record PackedCommitment(string Text, CommitmentFields Fields, PackedTarget? Target);

/// <summary>A target under the commitment it makes measurable, or under an item when it was set by hand.</summary>
internal sealed record PackedTarget(
    string Title,
    Metric Metric,
    Comparison Comparison,
    decimal Value,
    string Unit,
    DateOnly Due,
    string? Division,
    string? Head,
    IReadOnlyList<PathStep> Path);
