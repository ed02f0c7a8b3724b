using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Notices;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <summary>
/// 验收 and 退回: decides over what was handed in. Accepted evidence is the only way a task is done. 撤回验收 takes an acceptance
/// back: the evidence waits again, to be accepted or returned.
/// </summary>
public sealed class DecideTasks(XuehengDb db, TimeProvider clock)
{
    public Task<Outcome<TaskOutcome>> AcceptAsync(TaskCommand command, CancellationToken cancellation) =>
        RunAsync(command, TaskState.Accepted, cancellation);

    /// <param name="command">With the reason, which is never empty.</param>
    public async Task<Outcome<TaskOutcome>> ReturnAsync(TaskCommand command, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(command.Reason)
            ? new Failure("XH5228", "请写明退回的理由，好让责任科室知道要补什么")
            : await RunAsync(command, TaskState.Returned, cancellation);

    /// <summary>Takes acceptances back: the tasks are not done any more, and whoever is in charge is told why. All of it stays on record.</summary>
    /// <param name="command">With the reason, which is never empty.</param>
    public async Task<Outcome<TaskOutcome>> WithdrawAsync(TaskCommand command, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(command.Reason)
            ? new Failure("XH5237", "请写明撤回验收的理由，会告诉责任科室并留在办理记录里")
            : await new DealWithTasks(db).RunAsync(
                command,
                async (task, stop) =>
                {
                    if (task.State != TaskState.Accepted)
                    {
                        return new Failure("XH5238", "还没有验收通过，没有可以撤回的");
                    }

                    await DecideEvidenceAsync(task, EvidenceState.Accepted, EvidenceState.Given, null, stop);
                    task.State = TaskState.Submitted;
                    task.Done = null;
                    task.Sign(command.By, clock);
                    var withdrawn = TaskEvents.Of(task, TaskEventKind.Withdrawn, command.By, clock, command.Reason);
                    db.Add(withdrawn);
                    var place = await NoticePlace.OfAsync(db, task.County, clock.Today(), stop);
                    db.AddRange(new[] { task.Lead, task.Head }.OfType<string>().Distinct().Select(who => NoticeText.Withdrawn(who, task, withdrawn, place)));
                    return null;
                },
                cancellation);

    private Task<Outcome<TaskOutcome>> RunAsync(TaskCommand command, TaskState state, CancellationToken cancellation) =>
        new DealWithTasks(db).RunAsync(
            command,
            async (task, stop) =>
            {
                if (task.State != TaskState.Submitted)
                {
                    return new Failure("XH5229", "还没有报送成果，或已经办过了，没有可以验收或退回的");
                }

                await DecideEvidenceAsync(task, EvidenceState.Given, state == TaskState.Accepted ? EvidenceState.Accepted : EvidenceState.Returned, command.By, stop);
                task.State = state;
                task.Done = state == TaskState.Accepted ? clock.Today() : null;
                task.Sign(command.By, clock);
                db.Add(TaskEvents.Of(task, state == TaskState.Accepted ? TaskEventKind.Accepted : TaskEventKind.Returned, command.By, clock, command.Reason));
                return null;
            },
            cancellation);

    /// <summary>Files are not read to be decided over: evidence is attached by its key.</summary>
    /// <param name="by">Null when it waits again.</param>
    private async Task DecideEvidenceAsync(PlanItem task, EvidenceState from, EvidenceState to, string? by, CancellationToken cancellation)
    {
        var decided = await db.Set<Evidence>()
            .Where(e => e.County == task.County && e.Task == task.Id && e.State == from)
            .Select(e => new { e.Id, e.GivenBy, e.GivenAt, e.DecidedBy, e.DecidedAt })
            .ToListAsync(cancellation);
        foreach (var given in decided)
        {
            var evidence = new Evidence
            {
                County = task.County,
                Id = given.Id,
                Task = task.Id,
                Result = "",
                GivenBy = given.GivenBy,
                GivenAt = given.GivenAt,
                State = from,
                DecidedBy = given.DecidedBy,
                DecidedAt = given.DecidedAt,
            };
            db.Attach(evidence);
            evidence.State = to;
            evidence.DecidedBy = by?.Trim();
            evidence.DecidedAt = by is null ? null : clock.GetUtcNow();
        }
    }
}
