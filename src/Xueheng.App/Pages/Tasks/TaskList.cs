using Xueheng.App.Pages.Lists;
using Xueheng.Packs;
using Xueheng.Plans.Progress;

namespace Xueheng.App.Pages.Tasks;

/// <summary>任务表: every task of one plan.</summary>
internal sealed class TaskList(TaskRows tasks, PackLibrary packs, TimeProvider clock) : ListSource<TaskRow>("tasks")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<TaskRow>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (!Guid.TryParse(at["plan"], out var plan))
        {
            return new Failure("XH5204", "没有这个方案，可能已被删除，请回到方案列表");
        }

        var today = clock.Today();
        var rows = tasks.Of(at.Place.County!.Code, plan);
        return new DatabaseListing<TaskRow>(
            Name,
            "任务表",
            TaskColumns.Of(at.Place.Address, packs.WorkingDays, today),
            rows,
            r => r.OrderBy(t => t.Due == null).ThenBy(t => t.Due).ThenBy(t => t.Id),
            r => r.ThenBy(t => t.Id))
        {
            At = at,
            Filters = TaskColumns.Filters(await TaskRows.LeadsAsync(rows, cancellation), packs.WorkingDays, today),
            RowClass = r => r.IsOverdue(today) ? "overdue" : null,
        };
    }
}
