using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <summary>催办: reminds whoever is in charge. It stays on record and is told until they hand something in.</summary>
public sealed class UrgeTasks(XuehengDb db, TimeProvider clock)
{
    public Task<Outcome<TaskOutcome>> RunAsync(TaskCommand command, CancellationToken cancellation) =>
        new DealWithTasks(db).RunAsync(
            command,
            (task, _) =>
            {
                if (task.State is TaskState.Accepted or TaskState.Submitted)
                {
                    return Task.FromResult<Failure?>(new Failure("XH5230", task.State == TaskState.Accepted ? "已经完成，不必催办" : "已经报送，正等待验收，不必催办"));
                }

                db.Add(TaskEvents.Of(task, TaskEventKind.Urged, command.By, clock, command.Reason));
                return Task.FromResult<Failure?>(null);
            },
            cancellation);
}
