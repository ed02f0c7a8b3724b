using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <summary>验收 and 退回: decides over what was handed in. Accepted evidence is the only way a task is done.</summary>
public sealed class DecideTasks(XuehengDb db, TimeProvider clock)
{
    public Task<Outcome<TaskOutcome>> AcceptAsync(TaskCommand command, CancellationToken cancellation) =>
        RunAsync(command, TaskState.Accepted, cancellation);

    /// <param name="command">With the reason, which is never empty.</param>
    public async Task<Outcome<TaskOutcome>> ReturnAsync(TaskCommand command, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(command.Reason)
            ? new Failure("XH5228", "请写明退回的理由，好让责任科室知道要补什么")
            : await RunAsync(command, TaskState.Returned, cancellation);

    private Task<Outcome<TaskOutcome>> RunAsync(TaskCommand command, TaskState state, CancellationToken cancellation) =>
        new DealWithTasks(db).RunAsync(
            command,
            async (task, _) =>
            {
                if (task.State != TaskState.Submitted)
                {
                    return new Failure("XH5229", "还没有报送成果，或已经办过了，没有可以验收或退回的");
                }

                await DecideEvidenceAsync(task, state == TaskState.Accepted ? EvidenceState.Accepted : EvidenceState.Returned, command.By, cancellation);
                task.State = state;
                task.Done = state == TaskState.Accepted ? clock.Today() : null;
                task.Sign(command.By, clock);
                db.Add(TaskEvents.Of(task, state == TaskState.Accepted ? TaskEventKind.Accepted : TaskEventKind.Returned, command.By, clock, command.Reason));
                return null;
            },
            cancellation);

    /// <summary>Files are not read to be decided over: evidence is attached by its key.</summary>
    private async Task DecideEvidenceAsync(PlanItem task, EvidenceState state, string by, CancellationToken cancellation)
    {
        var waiting = await db.Set<Evidence>()
            .Where(e => e.County == task.County && e.Task == task.Id && e.State == EvidenceState.Given)
            .Select(e => new { e.Id, e.GivenBy, e.GivenAt })
            .ToListAsync(cancellation);
        foreach (var given in waiting)
        {
            var evidence = new Evidence
            {
                County = task.County,
                Id = given.Id,
                Task = task.Id,
                Result = "",
                GivenBy = given.GivenBy,
                GivenAt = given.GivenAt,
                State = EvidenceState.Given,
            };
            db.Attach(evidence);
            evidence.State = state;
            evidence.DecidedBy = by.Trim();
            evidence.DecidedAt = clock.GetUtcNow();
        }
    }
}
