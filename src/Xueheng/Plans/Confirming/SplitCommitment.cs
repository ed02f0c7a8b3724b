using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Carrying;
using Xueheng.Storage;

namespace Xueheng.Plans.Confirming;

/// <param name="Edit">The edit the person had in front of them.</param>
public sealed record SplitCommand(string County, Guid Plan, Guid Commitment, int Edit, string By);

/// <summary>拆分: one sentence that holds two commitments gets a second one, right after the first, to be corrected by hand.</summary>
public sealed class SplitCommitment(XuehengDb db, TimeProvider clock)
{
    /// <returns>The new one.</returns>
    public async Task<Outcome<Commitment>> RunAsync(SplitCommand command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return ConfirmRules.NoName;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Set<Commitment>().FirstOrDefaultAsync(c => c.County == command.County && c.Plan == command.Plan && c.Id == command.Commitment, cancellation) is not { } first)
        {
            return ConfirmRules.NoCommitment;
        }

        if (first.Edit != command.Edit)
        {
            return PlanRules.Stale(first);
        }

        var second = new Commitment
        {
            County = first.County,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Plan = first.Plan,
            Order = first.Order + 1,
            Item = first.Item,
            ByModel = first.ByModel,
            Text = first.Text,
            Start = first.Start,
            End = first.End,
            Subject = first.Subject,
            Kind = first.Kind,
            State = CommitmentState.Found,
            EditedBy = command.By.Trim(),
            EditedAt = clock.GetUtcNow(),
        };
        CommitmentFields.Of(first).WriteTo(second);
        second.Metric = null;
        await db.MakeRoomAsync(first.County, first.Plan, second.Order, cancellation);
        db.Add(second);
        first.Sign(command.By, clock);
        if (!await db.TrySaveAsync(cancellation))
        {
            return await db.Set<Commitment>().AsNoTracking().FirstOrDefaultAsync(c => c.County == command.County && c.Id == command.Commitment, cancellation) is { } now
                ? PlanRules.Stale(now)
                : ConfirmRules.NoCommitment;
        }

        await transaction.CommitAsync(cancellation);
        return second;
    }
}

internal static class CommitmentOrder
{
    /// <summary>Moves those from a place on one place further. The order is nobody's edit.</summary>
    public static Task MakeRoomAsync(this XuehengDb db, string county, Guid plan, int from, CancellationToken cancellation) =>
        db.Set<Commitment>().Where(c => c.County == county && c.Plan == plan && c.Order >= from)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Order, c => c.Order + 1), cancellation);
}
