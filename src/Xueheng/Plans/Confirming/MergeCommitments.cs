using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Targets;
using Xueheng.Storage;

namespace Xueheng.Plans.Confirming;

/// <param name="Edit">The edit of the one that stays, as the person had it in front of them.</param>
public sealed record MergeCommand(string County, Guid Plan, Guid Commitment, int Edit, string By);

/// <summary>
/// 合并: a commitment and the one after it are one. The first stays, with both sentences where they differ; the second is rejected,
/// so that it can be opened again.
/// </summary>
public sealed class MergeCommitments(XuehengDb db, DrawPath draw, TimeProvider clock)
{
    /// <returns>The one that stays; XH5117 when there is none after it.</returns>
    public async Task<Outcome<Commitment>> RunAsync(MergeCommand command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return ConfirmRules.NoName;
        }

        if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == command.County && p.Id == command.Plan, cancellation) is not { } plan
            || await db.Set<Commitment>().FirstOrDefaultAsync(c => c.County == command.County && c.Plan == command.Plan && c.Id == command.Commitment, cancellation) is not { } first)
        {
            return ConfirmRules.NoCommitment;
        }

        if (first.Edit != command.Edit)
        {
            return PlanRules.Stale(first);
        }

        var next = await db.Set<Commitment>()
            .Where(c => c.County == command.County && c.Plan == command.Plan && c.State != CommitmentState.Rejected && c.Order > first.Order)
            .OrderBy(c => c.Order).ThenBy(c => c.Id)
            .FirstOrDefaultAsync(cancellation);
        if (next is null)
        {
            return new Failure("XH5117", "后面没有可以合并的承诺");
        }

        if (first.Text != next.Text)
        {
            first.Text += next.Text;
        }

        (first.Start, first.End) = (Least(first.Start, next.Start), Greatest(first.End, next.End));
        next.State = CommitmentState.Rejected;
        first.Sign(command.By, clock);
        next.Sign(command.By, clock);
        await db.KeepTargetAsync(next, plan, draw, cancellation);
        return await db.TrySaveAsync(cancellation) ? first
            : await db.Set<Commitment>().AsNoTracking().FirstOrDefaultAsync(c => c.County == command.County && c.Id == command.Commitment, cancellation) is { } now
                ? PlanRules.Stale(now)
                : ConfirmRules.NoCommitment;
    }

    private static int? Least(int? a, int? b) => a is { } x && b is { } y ? Math.Min(x, y) : a ?? b;

    private static int? Greatest(int? a, int? b) => a is { } x && b is { } y ? Math.Max(x, y) : a ?? b;
}
