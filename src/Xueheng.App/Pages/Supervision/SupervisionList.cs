using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Tasks;
using Xueheng.Packs;
using Xueheng.Plans;
using Xueheng.Plans.Progress;

namespace Xueheng.App.Pages.Supervision;

/// <summary>Tasks of every plan in force that are not done. On its page each has a box to be picked by.</summary>
internal sealed class SupervisionList(TaskRows tasks, PackLibrary packs, TimeProvider clock) : ListSource<TaskRow>("supervision")
{
    /// <summary>Id of the form the boxes belong to.</summary>
    public const string Form = "deal";

    public override bool NeedsPublished => false;

    public override Task<Outcome<Listing<TaskRow>>> OpenAsync(ListAt at, CancellationToken cancellation) => OpenAsync(at, [], cancellation);

    /// <param name="picks">The columns before the others; not for the sheet.</param>
    public async Task<Outcome<Listing<TaskRow>>> OpenAsync(ListAt at, IEnumerable<ListColumn<TaskRow>> picks, CancellationToken cancellation)
    {
        var today = clock.Today();
        var rows = tasks.InForce(at.Place.County!.Code).Where(r => r.State != TaskState.Accepted);
        var (before, after) = (TaskColumns.Of(at.Place.Address, packs.WorkingDays, today), new ListColumn<TaskRow>[]
        {
            new("urged", "催办次数", r => r.Urged) { Number = true, Sortable = false },
            new("plan", "方案", r => r.PlanTitle) { Wraps = true, Link = r => at.Place.Address.PlanTable(r.Plan), Order = ListOrders.By<TaskRow, string>(r => r.PlanTitle) },
        });
        return new DatabaseListing<TaskRow>(
            Name,
            "督办",
            [.. picks, .. before.Where(c => c.Key != "done"), .. after],
            rows,
            r => r.OrderBy(t => t.Due == null).ThenBy(t => t.Due).ThenBy(t => t.Id),
            r => r.ThenBy(t => t.Id))
        {
            At = at,
            Filters = TaskColumns.Filters(await TaskRows.LeadsAsync(rows, cancellation), packs.WorkingDays, today),
            RowClass = r => r.IsOverdue(today) ? "overdue" : null,
        };
    }

    /// <summary>The box a task is picked by, and what the person saw of it.</summary>
    public static ListColumn<TaskRow> Pick(RenderFragment<TaskRow> box) => new("pick", "选", _ => null) { Cell = box, Sortable = false };
}
