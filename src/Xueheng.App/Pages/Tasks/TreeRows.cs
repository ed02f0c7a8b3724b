using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Progress;

namespace Xueheng.App.Pages.Tasks;

/// <summary>
/// What a tree shows of a plan: a small one whole, a large one folded to what is opened, so that a page stays a page however
/// many tasks there are.
/// </summary>
/// <param name="Open">The goal or action whose tasks are shown; null for the top.</param>
/// <param name="Tasks">Tasks shown, by what they stand under (<see cref="Guid.Empty"/> for nothing).</param>
/// <param name="More">Whether tasks of <paramref name="Open"/> follow that are not shown.</param>
internal sealed record TreeRows(PlanTree Tree, Branch? Open, bool Whole, ILookup<Guid, TaskRow> Tasks, int Page, bool More)
{
    /// <summary>A plan with no more tasks than this is shown whole.</summary>
    private const int Small = 150;

    private const int PageSize = 100;

    private readonly HashSet<Guid> _way = [.. Tree.WayTo(Open?.Id).Select(b => b.Id)];

    public static async Task<TreeRows> ReadAsync(PlanTree tree, IQueryable<TaskRow> tasks, Guid? open, int page, CancellationToken cancellation)
    {
        var branch = tree.Find(open);
        var whole = tree.Total.All + tree.All.Count() <= Small;
        page = Math.Max(1, page);
        var parent = branch?.Id;
        var shown = whole ? tasks : tasks.Where(t => t.Parent == parent);
        var rows = await shown.OrderBy(t => t.Order).ThenBy(t => t.Id)
            .Skip(whole ? 0 : (page - 1) * PageSize).Take(whole ? Small : PageSize + 1)
            .ToListAsync(cancellation);
        return new TreeRows(tree, branch, whole, rows.Take(whole ? Small : PageSize).ToLookup(t => t.Parent ?? Guid.Empty), page, !whole && rows.Count > PageSize);
    }

    /// <summary>Whether what is under a goal or action is shown.</summary>
    public bool IsOpen(Branch branch) => Whole || _way.Contains(branch.Id);
}
