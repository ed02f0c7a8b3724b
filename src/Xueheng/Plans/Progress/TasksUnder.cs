using Microsoft.EntityFrameworkCore;

namespace Xueheng.Plans.Progress;

/// <summary>The tasks of a goal or action and of everything under it: what is being done for a target.</summary>
public sealed class TasksUnder(ReadTree tree, TaskRows tasks)
{
    /// <summary>Tasks listed; the others are counted.</summary>
    public const int Listed = 20;

    /// <param name="item">Null: none.</param>
    /// <returns>The first <see cref="Listed"/>, unfinished before finished and by last day, and how many there are.</returns>
    public async Task<(IReadOnlyList<TaskRow> Rows, int All)> RunAsync(string county, Guid plan, Guid? item, CancellationToken cancellation)
    {
        if ((await tree.RunAsync(county, plan, cancellation)).Find(item) is not { } branch)
        {
            return ([], 0);
        }

        Guid?[] under = [.. branch.All().Select(b => (Guid?)b.Id)];
        var rows = await tasks.Of(county, plan).Where(t => under.Contains(t.Parent))
            .OrderBy(t => t.State == TaskState.Accepted).ThenBy(t => t.Due == null).ThenBy(t => t.Due).ThenBy(t => t.Id)
            .Take(Listed).ToListAsync(cancellation);
        return (rows, branch.Total.All);
    }
}
