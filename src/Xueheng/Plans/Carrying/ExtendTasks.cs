using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <summary>延期: a later last day, with the reason; both days stay on record.</summary>
public sealed class ExtendTasks(XuehengDb db, TimeProvider clock)
{
    public async Task<Outcome<TaskOutcome>> RunAsync(TaskCommand command, DateOnly? due, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Failure("XH5231", "请写明延期的理由");
        }

        if (due is not { } later || later < clock.Today())
        {
            return new Failure("XH5232", "请填写新的完成期限，不早于今天");
        }

        return await new DealWithTasks(db).RunAsync(
            command,
            (task, _) =>
            {
                var why = task.State == TaskState.Accepted ? new Failure("XH5233", "已经完成，不必延期")
                    : task.Due is not { } was ? new Failure("XH5234", "原来没有期限，请在编辑里填写")
                    : later <= was ? new Failure("XH5235", $"新的期限要晚于原来的 {was:yyyy-MM-dd}")
                    : null;
                if (why is null)
                {
                    db.Add(TaskEvents.Of(task, TaskEventKind.Extended, command.By, clock, command.Reason, task.Due, later));
                    task.Due = later;
                    task.Sign(command.By, clock);
                }

                return Task.FromResult(why);
            },
            cancellation);
    }
}
