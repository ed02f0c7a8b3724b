using Microsoft.EntityFrameworkCore;
using Xueheng.Engines.Text;
using Xueheng.Storage;

namespace Xueheng.Plans.Targets;

/// <summary>
/// Keeps the target of a commitment as the commitment says: an accepted promise of a figure that the census can measure, with a last
/// day, has one; any other has none.
/// </summary>
public static class TargetOfCommitment
{
    /// <summary>Why an accepted promise has no target; null when it has one or is not accepted.</summary>
    public static string? WhyNone(Commitment commitment, Plan plan) =>
        commitment is not { State: CommitmentState.Accepted, Kind: CommitmentKind.Promised } ? null
        : commitment.Value is null || commitment.Comparison is null ? "没有数，按任务落实"
        : commitment.Metric is null ? "没有对应的数据，按任务落实"
        : DueOf(commitment, plan) is null ? "没有期限，还不能作为目标"
        : null;

    /// <summary>Adds, changes or removes the target in the open context; the caller saves. Steps set by hand stay unless the figure itself changes.</summary>
    internal static async Task KeepTargetAsync(
        this XuehengDb db, Commitment commitment, Plan plan, DrawPath draw, CancellationToken cancellation)
    {
        var target = await db.Set<Target>().FirstOrDefaultAsync(t => t.County == commitment.County && t.Commitment == commitment.Id, cancellation);
        if (commitment is not { State: CommitmentState.Accepted, Kind: CommitmentKind.Promised } || WhyNone(commitment, plan) is not null)
        {
            if (target is not null)
            {
                db.Remove(target);
            }

            return;
        }

        var isNew = target is null;
        target ??= New(commitment, plan);
        var before = (target.Metric, target.Comparison, target.Value, target.Unit, target.Due);
        Copy(commitment, plan, target);
        if (isNew)
        {
            db.Add(target);
        }
        else
        {
            target.Edit++;
        }

        if (isNew || before != (target.Metric, target.Comparison, target.Value, target.Unit, target.Due))
        {
            target.Path = await draw.RunAsync(target, plan.From, cancellation);
        }
    }

    private static Target New(Commitment commitment, Plan plan) => new()
    {
        County = commitment.County,
        Id = Guid.CreateVersion7(commitment.EditedAt),
        Plan = commitment.Plan,
        Commitment = commitment.Id,
        Title = commitment.Subject,
        Metric = commitment.Metric!,
        Comparison = commitment.Comparison!.Value,
        Value = commitment.Value!.Value,
        Unit = commitment.Unit ?? "",
        Due = DueOf(commitment, plan)!.Value,
        EditedBy = commitment.EditedBy,
        EditedAt = commitment.EditedAt,
    };

    private static void Copy(Commitment commitment, Plan plan, Target target)
    {
        target.Item = commitment.Item;
        target.Title = commitment.Subject;
        target.Metric = commitment.Metric!;
        target.Comparison = commitment.Comparison!.Value;
        target.Value = commitment.Value!.Value;
        target.Unit = commitment.Unit ?? "";
        target.Due = DueOf(commitment, plan)!.Value;
        target.Division = commitment.Division;
        target.Head = commitment.Head;
        target.EditedBy = commitment.EditedBy;
        target.EditedAt = commitment.EditedAt;
    }

    private static DateOnly? DueOf(Commitment commitment, Plan plan) => Deadlines.LastDayOf(commitment.Deadline) ?? plan.Until;
}
