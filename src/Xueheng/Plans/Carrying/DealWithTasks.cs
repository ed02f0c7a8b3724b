using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <summary>The frame of every decision over several tasks: each task is tried by itself, what cannot be is said and the rest is done.</summary>
internal sealed class DealWithTasks(XuehengDb db)
{
    private const int Tries = 3;

    /// <param name="deal">Changes a tracked task, or says why not.</param>
    public async Task<Outcome<TaskOutcome>> RunAsync(TaskCommand command, Func<PlanItem, CancellationToken, Task<Failure?>> deal, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return PlanRules.NoName;
        }

        if (command.Tasks.Count == 0)
        {
            return new Failure("XH5220", "没有选中任务，请先勾选");
        }

        for (var left = Tries; ; left--)
        {
            var outcome = await TryAsync(command, deal, cancellation);
            if (await db.TrySaveAsync(cancellation))
            {
                return outcome;
            }

            if (left == 1)
            {
                return new Failure("XH5221", "正有别人在改这些任务，请稍后再试");
            }
        }
    }

    private async Task<TaskOutcome> TryAsync(TaskCommand command, Func<PlanItem, CancellationToken, Task<Failure?>> deal, CancellationToken cancellation)
    {
        var ids = command.Tasks.Distinct().ToList();
        var tasks = await db.Set<PlanItem>()
            .Where(i => i.County == command.County && i.Kind == PlanItemKind.Task && EF.Parameter(ids).Contains(i.Id))
            .OrderBy(i => i.Due).ThenBy(i => i.Id)
            .ToListAsync(cancellation);
        var plans = tasks.Select(t => t.Plan).Distinct().ToList();
        var inForce = (await db.Set<Plan>()
            .Where(p => p.County == command.County && p.State == PlanState.Approved && plans.Contains(p.Id))
            .Select(p => p.Id).ToListAsync(cancellation)).ToHashSet();
        var done = new List<PlanItem>();
        var refused = new List<(string, Failure)>();
        foreach (var task in tasks)
        {
            var why = !inForce.Contains(task.Plan) ? PlanRules.NotInForce
                : command.Edits.TryGetValue(task.Id, out var edit) && edit != task.Edit ? PlanRules.Stale(task)
                : await deal(task, cancellation);
            if (why is null)
            {
                done.Add(task);
            }
            else
            {
                refused.Add((task.Title, why));
            }
        }

        return new TaskOutcome(done, refused);
    }
}
