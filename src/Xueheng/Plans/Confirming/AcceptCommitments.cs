using Xueheng.Plans.Carrying;

namespace Xueheng.Plans.Confirming;

/// <param name="Shown">Each commitment that was shown, with the edit that was.</param>
public sealed record AcceptCommand(string County, Guid Plan, IReadOnlyList<(Guid Commitment, int Edit)> Shown, string By);

/// <param name="Changed">Those somebody changed meanwhile: left as that person left them.</param>
public sealed record AcceptedAll(int Accepted, IReadOnlyList<Guid> Changed);

/// <summary>Accepts every commitment that was shown, as it was shown.</summary>
public sealed class AcceptCommitments(ConfirmCommitment confirm)
{
    public async Task<Outcome<AcceptedAll>> RunAsync(AcceptCommand command, CancellationToken cancellation)
    {
        var accepted = 0;
        var changed = new List<Guid>();
        foreach (var (id, edit) in command.Shown)
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
