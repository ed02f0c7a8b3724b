namespace Xueheng.Plans.Carrying;

internal static class TaskEvents
{
    public static TaskEvent Of(
        PlanItem task, TaskEventKind kind, string by, TimeProvider clock, string? reason = null, DateOnly? from = null, DateOnly? to = null) => new()
        {
            County = task.County,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Task = task.Id,
            Kind = kind,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            FromDue = from,
            ToDue = to,
            By = by.Trim(),
            At = clock.GetUtcNow(),
        };
}
