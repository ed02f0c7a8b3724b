using Xueheng.App.Pages.Lists;
using Xueheng.Plans;
using Xueheng.Plans.Calendar;
using Xueheng.Plans.Progress;

namespace Xueheng.App.Pages.Tasks;

/// <summary>Columns and filters that lists of tasks have in common.</summary>
internal static class TaskColumns
{
    public static IReadOnlyList<ListColumn<TaskRow>> Of(PageAddress place, WorkingDays days, DateOnly today) =>
    [
        new("title", "任务", r => r.Title) { Wraps = true, Link = r => place.Task(r.Id), Order = ListOrders.By<TaskRow, string>(r => r.Title) },
        new("under", "所属举措", r => r.ParentTitle) { Wraps = true, Sortable = false },
        new("lead", "牵头科室", r => r.Lead) { Order = ListOrders.By<TaskRow, string?>(r => r.Lead == null, r => r.Lead) },
        new("supporting", "配合科室", r => r.Supporting.Count == 0 ? null : string.Join('、', r.Supporting)) { Extra = true, Sortable = false },
        new("head", "责任人", r => r.Head) { Order = ListOrders.By<TaskRow, string?>(r => r.Head == null, r => r.Head) },
        new("start", "开始日期", r => r.Start) { Day = true, Extra = true, Order = ListOrders.By<TaskRow, DateOnly?>(r => r.Start == null, r => r.Start) },
        new("due", "完成期限", r => r.Due) { Day = true, Order = ListOrders.By<TaskRow, DateOnly?>(r => r.Due == null, r => r.Due) },
        new("state", "状态", r => TaskText.Of(r.State)) { Translated = true, Order = ListOrders.By<TaskRow, TaskState>(r => r.State) },
        new("overdue", "超期工作日", r => r.IsOverdue(today) ? days.Between(r.Due!.Value, today) : null) { Number = true, Sortable = false, Note = "期限之后的工作日数，节假日和调休上班按国务院通知" },
        new("done", "完成日期", r => r.Done) { Day = true, Extra = true, Order = ListOrders.By<TaskRow, DateOnly?>(r => r.Done == null, r => r.Done) },
    ];

    public static IReadOnlyList<ListFilter<TaskRow>> Filters(IReadOnlyList<string> leads, WorkingDays days, DateOnly today) =>
    [
        new("q", "任务名称", null) { Database = (rows, words) => rows.Where(r => r.Title.Contains(words)) },
        new("division", "科室", [.. leads.Select(l => new ListChoice(l, l))]) { Database = (rows, division) => rows.Where(r => r.Lead == division || r.Supporting.Contains(division)) },
        new("who", "科室或责任人", []) { Database = (rows, who) => rows.Where(r => r.Lead == who || r.Head == who) },
        new("head", "责任人", []) { Database = (rows, head) => rows.Where(r => r.Head == head) },
        new("state", "状态", [.. TaskText.States.Select(s => new ListChoice(s.ToString(), TaskText.Of(s), true))])
        {
            Database = (rows, value) => Enum.TryParse<TaskState>(value, out var state) ? rows.Where(r => r.State == state) : rows,
        },
        new("when", "期限", [new("overdue", "已超期", true), new("soon3", "3 个工作日内到期", true), new("soon5", "5 个工作日内到期", true), new("soon10", "10 个工作日内到期", true), new("none", "没有期限", true)])
        {
            Database = (rows, value) => When(rows, value, days, today),
        },
    ];

    /// <summary>Tasks by their last day: <c>overdue</c>, <c>soon</c>, <c>soonN</c> within N working days, <c>none</c>.</summary>
    public static IQueryable<TaskRow> When(IQueryable<TaskRow> rows, string value, WorkingDays days, DateOnly today)
    {
        var waiting = rows.Where(r => r.State == TaskState.Open || r.State == TaskState.Returned);
        var soon = days.Add(today, value.StartsWith("soon", StringComparison.Ordinal) && int.TryParse(value[4..], out var n) && n is > 0 and <= 250 ? n : Soon);
        return value switch
        {
            "overdue" => waiting.Where(r => r.Due < today),
            "none" => rows.Where(r => r.Due == null),
            _ when value.StartsWith("soon", StringComparison.Ordinal) => waiting.Where(r => r.Due >= today && r.Due <= soon),
            _ => rows,
        };
    }

    /// <summary>Working days within which a task is due soon, unless an address says otherwise.</summary>
    public const int Soon = 5;
}
