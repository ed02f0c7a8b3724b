using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Carrying;
using Xueheng.Storage;

namespace Xueheng.Plans.Confirming;

/// <param name="Shown">Each commitment that was shown, with the edit that was.</param>
public sealed record AcceptCommand(string County, Guid Plan, IReadOnlyList<(Guid Commitment, int Edit)> Shown, string By);

/// <param name="Changed">Those somebody changed meanwhile: left as that person left them.</param>
public sealed record AcceptedAll(int Accepted, IReadOnlyList<Guid> Changed);

/// <summary>Accepts every commitment that was shown, as it was shown; what a language model proposed is left for a person to look at one by one.</summary>
public sealed class AcceptCommitments(XuehengDb db, ConfirmCommitment confirm)
{
    public async Task<Outcome<AcceptedAll>> RunAsync(AcceptCommand command, CancellationToken cancellation)
    {
        var accepted = 0;
        var changed = new List<Guid>();
        var ids = command.Shown.Select(s => s.Commitment).Distinct().ToList();
        var byModel = (await db.Set<Commitment>().Where(c => c.County == command.County && c.ByModel && EF.Parameter(ids).Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellation)).ToHashSet();
        foreach (var (id, edit) in command.Shown.Where(s => !byModel.Contains(s.Commitment)))
        {
            var done = await confirm.RunAsync(
                new ConfirmCommand(command.County, command.Plan, id, edit, CommitmentState.Accepted, null, command.By), cancellation);
            switch (done.Failure?.Code)
            {
                case null:
                    accepted++;
                    break;
                case Edits.StaleCode or "XH5111":
                    changed.Add(id);
                    break;
                default:
                    return done.Failure;
            }
        }

        return new AcceptedAll(accepted, changed);
    }
}
