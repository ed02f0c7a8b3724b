using Microsoft.EntityFrameworkCore;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Storage;

namespace Xueheng.Planning.Scenarios;

/// <param name="Plan">方案 that gets the tasks; null for none.</param>
/// <param name="Due">By when the tasks are to be done.</param>
public sealed record ApproveScenarioCommand(string County, Guid Scenario, Guid? Plan, DateOnly? Due, string By);

/// <summary>批准: a scenario that has an answer becomes what the bureau will do, with the tasks its kind makes of it. Once for each scenario.</summary>
public sealed class ApproveScenario(XuehengDb db, IEnumerable<IScenarioKind> kinds, AddItem add, TimeProvider clock)
{
    private static readonly Failure NotNow = new("XH6125", "只有已经有方案、还没有批准的推演可以批准");

    public async Task<Outcome<Scenario>> RunAsync(ApproveScenarioCommand command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return new Failure("XH6121", "请写明您的姓名");
        }

        if (await db.Set<Scenario>().AsNoTracking().FirstOrDefaultAsync(s => s.County == command.County && s.Id == command.Scenario, cancellation) is not { State: ScenarioState.Solved, ApprovedAt: null } scenario)
        {
            return NotNow;
        }

        // All or nothing: the tasks, what the kind sets and the approval; and of two people at once only one.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        var by = command.By.Trim();
        var taken = await db.Set<Scenario>().Where(s => s.County == command.County && s.Id == command.Scenario && s.ApprovedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ApprovedAt, now).SetProperty(s => s.ApprovedBy, by).SetProperty(s => s.Tasks, command.Plan), cancellation);
        if (taken != 1)
        {
            return NotNow;
        }

        var kind = kinds.Of(scenario);
        if (await kind.ApproveAsync(scenario, by, now, cancellation) is { } refused)
        {
            return refused;
        }

        if (command.Plan is { } plan && await TasksAsync(command, plan, kind.TasksOf(scenario), cancellation) is { } failure)
        {
            return failure;
        }

        await transaction.CommitAsync(cancellation);
        (scenario.ApprovedAt, scenario.ApprovedBy, scenario.Tasks) = (now, by, command.Plan);
        return scenario;
    }

    private async Task<Failure?> TasksAsync(ApproveScenarioCommand command, Guid plan, ScenarioTasks tasks, CancellationToken cancellation)
    {
        var action = await AddAsync(PlanItemKind.Action, null, tasks.Title, tasks.Detail);
        if (!action.Succeeded)
        {
            return action.Failure;
        }

        var targets = await new FindTargets(db).OfPlanAsync(command.County, plan, cancellation);
        foreach (var task in tasks.Tasks)
        {
            var added = await AddAsync(PlanItemKind.Task, action.Value.Id, task.Title, WithTargets(task, targets));
            if (!added.Succeeded)
            {
                return added.Failure;
            }
        }

        return null;

        Task<Outcome<PlanItem>> AddAsync(PlanItemKind kind, Guid? parent, string title, string detail) => add.RunAsync(
            new AddItemCommand(
                command.County, plan, parent, kind,
                new ItemFields(Cut(title, ItemFields.LongestTitle), Cut(detail, ItemFields.LongestDetail), null, [], null, null, command.Due),
                command.By),
            cancellation);
    }

    /// <summary>The targets first: a long list of what is to be done may be cut off.</summary>
    private static string WithTargets(ScenarioTask task, IReadOnlyList<Target> targets)
    {
        var served = targets.Where(t => task.Serves?.Any(s => Measures(t.Metric, s)) == true).Select(t => t.Title).Distinct().ToList();
        return served.Count == 0 ? task.Detail : $"服务的目标：{string.Join("；", served)}\n{task.Detail}";
    }

    /// <summary>A figure of the school, of its stage or of the county that the indicator goes into.</summary>
    private static bool Measures(Metric metric, ServedIndicator served) =>
        metric.Standard == served.Standard && metric.Indicator == served.Indicator && (metric.Stage is null || metric.Stage == served.Stage) && (metric.School is null || metric.School == served.School);

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;
}
