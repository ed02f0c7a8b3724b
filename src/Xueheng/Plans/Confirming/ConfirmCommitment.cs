using Microsoft.EntityFrameworkCore;
using Xueheng.Packs;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Targets;
using Xueheng.Storage;

namespace Xueheng.Plans.Confirming;

/// <param name="Edit">The edit the person had in front of them.</param>
/// <param name="State">What the person decides; null to leave it as it is.</param>
/// <param name="Fields">What it is corrected to; null to leave it as it is.</param>
public sealed record ConfirmCommand(string County, Guid Plan, Guid Commitment, int Edit, CommitmentState? State, CommitmentFields? Fields, string By);

/// <summary>
/// 核对: corrects a commitment and accepts it, rejects it or opens it again. What is accepted and can be measured becomes a
/// <see cref="Target"/> at once. Who saves over a change they have not seen is told (<see cref="Edits.StaleCode"/>) and nothing is saved.
/// </summary>
public sealed class ConfirmCommitment(XuehengDb db, PackLibrary packs, DrawPath draw, TimeProvider clock)
{
    public async Task<Outcome<Commitment>> RunAsync(ConfirmCommand command, CancellationToken cancellation)
    {
        var fields = command.Fields?.Tidy();
        if ((string.IsNullOrWhiteSpace(command.By) ? ConfirmRules.NoName : fields?.Refusal(packs)) is { } refusal)
        {
            return refusal;
        }

        if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == command.County && p.Id == command.Plan, cancellation) is not { } plan)
        {
            return ConfirmRules.NoPlan;
        }

        if (await FindAsync(command, cancellation) is not { } commitment)
        {
            return ConfirmRules.NoCommitment;
        }

        if (commitment.Edit != command.Edit)
        {
            return PlanRules.Stale(commitment);
        }

        fields?.WriteTo(commitment);
        commitment.State = command.State ?? commitment.State;
        commitment.Sign(command.By, clock);
        await db.KeepTargetAsync(commitment, plan, draw, cancellation);
        return await db.TrySaveAsync(cancellation) ? commitment
            : await FindAsync(command, cancellation) is { } now ? PlanRules.Stale(now)
            : ConfirmRules.NoCommitment;
    }

    private Task<Commitment?> FindAsync(ConfirmCommand command, CancellationToken cancellation) =>
        db.Set<Commitment>().FirstOrDefaultAsync(
            c => c.County == command.County && c.Plan == command.Plan && c.Id == command.Commitment, cancellation);
}
