using Microsoft.EntityFrameworkCore;
using Xueheng.Packs;
using Xueheng.Plans.Targets;
using Xueheng.Storage;

namespace Xueheng.Plans.Confirming;

/// <param name="Text">The sentence.</param>
/// <param name="Start">Where it stands in the document, with <paramref name="End"/>; null when it stands nowhere in it.</param>
public sealed record AddCommand(string County, Guid Plan, string Text, int? Start, int? End, CommitmentFields Fields, string By);

/// <summary>Adds a commitment by hand, where the reader found none. It is accepted: a person has said so.</summary>
public sealed class AddCommitment(XuehengDb db, PackLibrary packs, DrawPath draw, TimeProvider clock)
{
    public async Task<Outcome<Commitment>> RunAsync(AddCommand command, CancellationToken cancellation)
    {
        var fields = command.Fields.Tidy();
        if ((string.IsNullOrWhiteSpace(command.By) ? ConfirmRules.NoName
            : string.IsNullOrWhiteSpace(command.Text) ? new Failure("XH5118", "请选一句话，或写下这条承诺的原话")
            : fields.Refusal(packs)) is { } refusal)
        {
            return refusal;
        }

        if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == command.County && p.Id == command.Plan, cancellation) is not { } plan)
        {
            return ConfirmRules.NoPlan;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var before = await db.Set<Commitment>().AsNoTracking()
            .Where(c => c.County == command.County && c.Plan == command.Plan && (command.Start == null || c.Start <= command.Start))
            .OrderByDescending(c => c.Order).FirstOrDefaultAsync(cancellation);
        var commitment = new Commitment
        {
            County = command.County,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Plan = command.Plan,
            Order = before is null ? 0 : before.Order + 1,
            Item = before?.Item,
            Text = command.Text.Trim(),
            Start = command.Start,
            End = command.End,
            Subject = fields.Subject,
            Kind = fields.Kind,
            State = CommitmentState.Accepted,
            EditedBy = command.By.Trim(),
            EditedAt = clock.GetUtcNow(),
        };
        fields.WriteTo(commitment);
        await db.MakeRoomAsync(command.County, command.Plan, commitment.Order, cancellation);
        db.Add(commitment);
        await db.KeepTargetAsync(commitment, plan, draw, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return commitment;
    }
}
