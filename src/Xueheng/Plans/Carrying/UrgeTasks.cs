using Xueheng.Plans.Notices;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <summary>
/// 催办: reminds whoever is in charge, at once in the inbox and by the daily digest until they hand something in. It stays on record.
/// </summary>
public sealed class UrgeTasks(XuehengDb db, TimeProvider clock)
{
    public Task<Outcome<TaskOutcome>> RunAsync(TaskCommand command, CancellationToken cancellation) =>
        new DealWithTasks(db).RunAsync(
            command,
            async (task, stop) =>
            {
                if (task.State is TaskState.Accepted or TaskState.Submitted)
                {
                    return new Failure("XH5230", task.State == TaskState.Accepted ? "已经完成，不必催办" : "已经报送，正等待验收，不必催办");
                }

                var urged = TaskEvents.Of(task, TaskEventKind.Urged, command.By, clock, command.Reason);
                db.Add(urged);
                var place = await NoticePlace.OfAsync(db, task.County, clock.Today(), stop);
                db.AddRange(new[] { task.Lead, task.Head }.OfType<string>().Distinct().Select(who => NoticeText.Urged(who, task, urged, place)));
                return null;
            },
            cancellation);
}
