using Xueheng.Plans;
using Xueheng.Plans.Accounts;

namespace Xueheng.Reports.Fields;

/// <summary>A goal, an action or a task of a plan.</summary>
internal sealed record ReportedItem(ReportedPlan Plan, PlanItem Item);

internal static class PlanItemFields
{
    public static FieldKind<ReportedItem> Kind { get; } = new FieldKind<ReportedItem>("举措或任务", "item of a plan")
        .Words("名称", "title", "板块、举措或任务的名称", i => i.Item.Title)
        .Words("说明", "detail", "补充说明；没有时为空", i => i.Item.Detail ?? "")
        .Words("类别", "kind", "板块、举措或任务", i => Chinese(i.Item.Kind))
        .Words("牵头", "lead", "牵头科室；没有时为空", i => i.Item.Lead ?? "")
        .Words("配合", "supporting", "配合科室；没有时为空", i => string.Join('、', i.Item.Supporting))
        .Words("责任人", "head", "责任人；没有时为空", i => i.Item.Head ?? "")
        .Words("期限", "due", "完成期限；没有时为空", i => FigureFormat.PrintOrEmpty(i.Item.Due))
        .Words("完成日", "done", "验收通过的日期；没有时为空", i => FigureFormat.PrintOrEmpty(i.Item.Done))
        .Words("状态", "state", "任务的状态：未报送、待验收、已退回、已完成、已逾期", i => i.Item.Kind == PlanItemKind.Task ? State(i) : "")
        .Words("成果", "results", "验收通过的成果，一句接一句；没有时为空", i => string.Join("；", Results(i).Select(r => r.Result.Trim().TrimEnd('。'))))
        .Amount("任务数", "tasks", "下面的任务个数", i => i.Plan.Count(i, "tasks", "任务数", "下面的任务个数", Tasks(i.Plan, i.Item.Id).Count))
        .Amount("完成任务数", "tasks-done", "下面验收通过的任务个数", i => i.Plan.Count(i, "tasks-done", "完成任务数", "下面佐证验收通过的任务个数", Done(i.Plan, i.Item.Id)))
        .Amount("逾期任务数", "tasks-overdue", "下面过了期限还没有验收的任务个数", i => i.Plan.Count(i, "tasks-overdue", "逾期任务数", "下面过了期限还没有验收通过的任务个数", Overdue(i.Plan, i.Item.Id)))
        .Many("下级", "children", "下一层的举措和任务", () => Kind!, i => Children(i.Plan, i.Item.Id))
        .Many("承诺", "commitment-list", "下面采纳的承诺", () => CommitmentFields.Kind, i => CommitmentFields.Of(i.Plan, i.Item.Id))
        .Many("目标", "target-list", "下面的目标", () => TargetFields.Kind, i => TargetFields.Of(i.Plan, i.Item.Id))
        .Many("任务", "task-list", "下面的全部任务", () => Kind!, i => Tasks(i.Plan, i.Item.Id))
        .Many("完成任务", "done-list", "下面验收通过的任务", () => Kind!, i => [.. Tasks(i.Plan, i.Item.Id).Where(t => t.Item.State == TaskState.Accepted)])
        .Many("未完成任务", "open-list", "下面还没有验收通过的任务", () => Kind!, i => [.. Tasks(i.Plan, i.Item.Id).Where(t => t.Item.State != TaskState.Accepted)]);

    public static IReadOnlyList<ReportedItem> Children(ReportedPlan plan, Guid? item) =>
        [.. plan.Account.Items.Where(i => i.Parent == item).Select(i => new ReportedItem(plan, i))];

    public static IReadOnlyList<ReportedItem> Tasks(ReportedPlan plan, Guid? item) =>
        [.. plan.Account.Under(item).Where(i => i.Kind == PlanItemKind.Task).Select(i => new ReportedItem(plan, i))];

    public static int Done(ReportedPlan plan, Guid? item) => Tasks(plan, item).Count(t => t.Item.State == TaskState.Accepted);

    public static int Overdue(ReportedPlan plan, Guid? item) => Tasks(plan, item).Count(IsOverdue);

    private static bool IsOverdue(ReportedItem task) => task.Item.State != TaskState.Accepted && task.Item.Due < task.Plan.Report.Today;

    private static IEnumerable<TaskResult> Results(ReportedItem item)
    {
        var inside = item.Plan.Account.Under(item.Item.Id).Select(i => i.Id).ToHashSet();
        return item.Plan.Account.Results.Where(r => inside.Contains(r.Task));
    }

    private static string State(ReportedItem task) => task.Item.State switch
    {
        TaskState.Accepted => "已完成",
        _ when IsOverdue(task) => "已逾期",
        TaskState.Submitted => "待验收",
        TaskState.Returned => "已退回",
        _ => "未报送",
    };

    private static string Chinese(PlanItemKind kind) => kind switch
    {
        PlanItemKind.Goal => "板块",
        PlanItemKind.Action => "举措",
        _ => "任务",
    };
}
