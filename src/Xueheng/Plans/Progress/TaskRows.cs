using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Progress;

/// <summary>Tasks of a county for lists, filtered, sorted and paged by the database.</summary>
public sealed class TaskRows(XuehengDb db)
{
    /// <summary>Tasks of one plan.</summary>
    public IQueryable<TaskRow> Of(string county, Guid plan) => Rows(county, db.Set<Plan>().Where(p => p.Id == plan));

    /// <summary>Tasks of every plan in force, the county's and the schools'.</summary>
    public IQueryable<TaskRow> InForce(string county) => Rows(county, db.Set<Plan>().Where(p => p.State == PlanState.Approved));

    /// <summary>Divisions that lead tasks, most first.</summary>
    public static async Task<IReadOnlyList<string>> LeadsAsync(IQueryable<TaskRow> rows, CancellationToken cancellation) =>
        await rows.Where(r => r.Lead != null).GroupBy(r => r.Lead!).Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Key).Select(g => g.Key).Take(200).ToListAsync(cancellation);

    private IQueryable<TaskRow> Rows(string county, IQueryable<Plan> plans) =>
        from task in db.Set<PlanItem>().AsNoTracking()
        join plan in plans on new { task.County, Id = task.Plan } equals new { plan.County, plan.Id }
        where task.County == county && task.Kind == PlanItemKind.Task
        select new TaskRow
        {
            Id = task.Id,
            Plan = plan.Id,
            PlanTitle = plan.Title,
            School = plan.School,
            Parent = task.Parent,
            ParentTitle = db.Set<PlanItem>().Where(p => p.County == task.County && p.Id == task.Parent).Select(p => p.Title).FirstOrDefault(),
            Order = task.Order,
            Title = task.Title,
            Lead = task.Lead,
            Supporting = task.Supporting,
            Head = task.Head,
            Start = task.Start,
            Due = task.Due,
            State = task.State,
            Done = task.Done,
            Edit = task.Edit,
            Urged = db.Set<TaskEvent>().Count(e => e.County == task.County && e.Task == task.Id && e.Kind == TaskEventKind.Urged),
        };
}
