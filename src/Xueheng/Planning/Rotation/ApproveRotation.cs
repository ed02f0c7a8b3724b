using Microsoft.EntityFrameworkCore;
using Xueheng.Planning.Scenarios;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Storage;

namespace Xueheng.Planning.Rotation;

/// <param name="Plan">方案 that gets a task for each receiving school; null for none.</param>
/// <param name="Due">By when the tasks are to be done.</param>
public sealed record ApproveRotationCommand(string County, Guid Scenario, Guid? Plan, DateOnly? Due, string By);

/// <summary>批准: a rotation that has an answer becomes what the bureau will do, with a task for each receiving school. Once for each scenario.</summary>
public sealed class ApproveRotation(XuehengDb db, AddItem add, TimeProvider clock)
{
    private static readonly Failure NotNow = new("XH6125", "只有已经有方案、还没有批准的推演可以批准");

    public async Task<Outcome<Scenario>> RunAsync(ApproveRotationCommand command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return new Failure("XH6121", "请写明您的姓名");
        }

        if (await db.Set<Scenario>().AsNoTracking().FirstOrDefaultAsync(s => s.County == command.County && s.Id == command.Scenario, cancellation) is not { State: ScenarioState.Solved, ApprovedAt: null } scenario)
        {
            return NotNow;
        }

        // All or nothing: the tasks and the approval; and of two people at once only one.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        var by = command.By.Trim();
        var taken = await db.Set<Scenario>().Where(s => s.County == command.County && s.Id == command.Scenario && s.ApprovedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ApprovedAt, now).SetProperty(s => s.ApprovedBy, by).SetProperty(s => s.Tasks, command.Plan), cancellation);
        if (taken != 1)
        {
            return NotNow;
        }

        if (command.Plan is { } plan && await TasksAsync(command, plan, scenario, cancellation) is { } failure)
        {
            return failure;
        }

        await transaction.CommitAsync(cancellation);
        (scenario.ApprovedAt, scenario.ApprovedBy, scenario.Tasks) = (now, by, command.Plan);
        return scenario;
    }

    private async Task<Failure?> TasksAsync(ApproveRotationCommand command, Guid plan, Scenario scenario, CancellationToken cancellation)
    {
        var moves = RotationQuestion.ReadPlan(scenario.Plan!).Moves;
        var action = await add.RunAsync(
            new AddItemCommand(command.County, plan, null, PlanItemKind.Action, new ItemFields($"交流轮岗：{scenario.Name}", $"交流教师 {moves.Count} 名", null, [], null, null, command.Due), command.By), cancellation);
        if (!action.Succeeded)
        {
            return action.Failure;
        }

        foreach (var school in moves.GroupBy(m => (m.To, m.ToName)).OrderBy(g => g.Key.To, StringComparer.Ordinal))
        {
            var detail = string.Join('\n', school.Select(m => $"{m.Name}（{m.Teacher}），{m.Subject}，来自{m.FromName}"));
            var task = await add.RunAsync(
                new AddItemCommand(
                    command.County, plan, action.Value.Id, PlanItemKind.Task,
                    new ItemFields(
                        $"{school.Key.ToName}：接收交流教师 {school.Count()} 名，办好交接", detail.Length > ItemFields.LongestDetail ? detail[..ItemFields.LongestDetail] : detail, null, [], null, null, command.Due),
                    command.By),
                cancellation);
            if (!task.Succeeded)
            {
                return task.Failure;
            }
        }

        return null;
    }
}
