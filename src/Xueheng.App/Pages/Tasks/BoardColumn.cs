using Microsoft.EntityFrameworkCore;
using Xueheng.Plans;
using Xueheng.Plans.Progress;

namespace Xueheng.App.Pages.Tasks;

/// <summary>One column of the board: how many tasks are in a state, and the first of them.</summary>
internal sealed record BoardColumn(TaskState State, int All, IReadOnlyList<TaskRow> Shown)
{
    private const int Most = 30;

    public static async Task<IReadOnlyList<BoardColumn>> ReadAsync(IQueryable<TaskRow> rows, CancellationToken cancellation)
    {
        var counts = await rows.GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var columns = new List<BoardColumn>();
        foreach (var state in TaskText.States)
        {
            var inState = rows.Where(r => r.State == state);
            var ordered = state == TaskState.Accepted
                ? inState.OrderByDescending(r => r.Done).ThenBy(r => r.Id)
                : inState.OrderBy(r => r.Due == null).ThenBy(r => r.Due).ThenBy(r => r.Id);
            var all = counts.GetValueOrDefault(state);
            columns.Add(new BoardColumn(state, all, all == 0 ? [] : await ordered.Take(Most).ToListAsync(cancellation)));
        }

        return columns;
    }
}
