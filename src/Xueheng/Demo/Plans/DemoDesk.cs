using Xueheng.Plans.Carrying;
using Xueheng.Storage;

namespace Xueheng.Demo.Plans;

/// <summary>The people of the invented bureau at work: the product's own use cases, by a clock that can be set.</summary>
internal sealed class DemoDesk(XuehengDb db, CancellationToken cancellation)
{
    public const string Office = "督导室 周敏";

    public DemoClock Clock { get; } = new();

    public async Task<Failure?> HandInAsync(Guid task, string result, string by) =>
        (await new HandIn(db, Clock).RunAsync(new HandInCommand(DemoCounty.Code.Value, task, result, [], by), cancellation)).Failure;

    public async Task<Failure?> AcceptAsync(Guid task) => Failed(await new DecideTasks(db, Clock).AcceptAsync(Of(task, null), cancellation));

    public async Task<Failure?> ReturnAsync(Guid task, string reason) => Failed(await new DecideTasks(db, Clock).ReturnAsync(Of(task, reason), cancellation));

    public async Task<Failure?> WithdrawAsync(Guid task, string reason) => Failed(await new DecideTasks(db, Clock).WithdrawAsync(Of(task, reason), cancellation));

    public async Task<Failure?> UrgeAsync(Guid task, string reason) => Failed(await new UrgeTasks(db, Clock).RunAsync(Of(task, reason), cancellation));

    public async Task<Failure?> ExtendAsync(Guid task, DateOnly due, string reason) => Failed(await new ExtendTasks(db, Clock).RunAsync(Of(task, reason), due, cancellation));

    private static Failure? Failed(Outcome<TaskOutcome> outcome) =>
        outcome.Failure ?? (outcome.Value.Refused is [var (_, why), ..] ? why : null);

    private static TaskCommand Of(Guid task, string? reason) => new(DemoCounty.Code.Value, [task], reason, Office);
}
