using System.Globalization;
using Xueheng.Plans.Accounts;
using Xueheng.Plans.Targets;

namespace Xueheng.Reports.Fields;

/// <summary>A plan of the county as the report tells of it.</summary>
internal sealed record ReportedPlan(ReportSubject Report, PlanAccount Account)
{
    /// <summary>A count of what stands under an item of the plan, or in the whole of it.</summary>
    public Reading.Amount Count(ReportedItem? item, string key, string name, string formula, int count) => new(
        Source($"{item?.Item.Id ?? Account.Plan.Id} {key}", $"{item?.Item.Title ?? Account.Plan.Title}·{name}", formula, Report.Address.Plan(Account.Plan.Id)),
        count, null, null, "#,##0");

    /// <summary>A figure of the plan itself: its version and hash are the plan's.</summary>
    public FigureSource Source(string key, string name, string formula, string page) => new(
        "plan " + key, name, "plan", null, null, Report.Period, Report.Measurement.Revision, formula,
        "plan", Account.Plan.Version.ToString(CultureInfo.InvariantCulture), Account.Plan.Id.ToString("N"), page);
}

internal static class PlanFields
{
    public static FieldKind<ReportedPlan> Kind { get; } = new FieldKind<ReportedPlan>("方案", "plan")
        .Words("名称", "title", "方案名称", p => p.Account.Plan.Title)
        .Words("开始", "from", "开始的日期；没有时为空", p => FigureFormat.PrintOrEmpty(p.Account.Plan.From))
        .Words("结束", "until", "结束的日期；没有时为空", p => FigureFormat.PrintOrEmpty(p.Account.Plan.Until))
        .Amount("承诺数", "commitments", "方案里采纳的承诺条数", p => p.Count(null, "commitments", "承诺数", "核对时采纳的承诺条数", p.Account.Commitments.Count))
        .Amount("目标数", "targets", "有数可量的目标个数", p => p.Count(null, "targets", "目标数", "能用基础数据衡量的目标个数", p.Account.Targets.Count))
        .Amount("已达到数", "reached", "已经达到的目标个数", p => Count(p, TargetState.Reached, "已达到"))
        .Amount("按进度数", "on-path", "还没达到、按进度推进的目标个数", p => Count(p, TargetState.OnPath, "按进度"))
        .Amount("落后数", "behind", "落后于进度的目标个数", p => Count(p, TargetState.Behind, "落后"))
        .Amount("无法判断数", "unknown", "没有数据、无法判断的目标个数", p => Count(p, TargetState.Unknown, "无法判断"))
        .Amount("任务数", "tasks", "任务个数", p => p.Count(null, "tasks", "任务数", "方案里的任务个数", PlanItemFields.Tasks(p, null).Count))
        .Amount("完成任务数", "tasks-done", "验收通过的任务个数", p => p.Count(null, "tasks-done", "完成任务数", "佐证验收通过的任务个数", PlanItemFields.Done(p, null)))
        .Amount("逾期任务数", "tasks-overdue", "过了期限还没有验收的任务个数", p => p.Count(null, "tasks-overdue", "逾期任务数", "过了期限还没有验收通过的任务个数", PlanItemFields.Overdue(p, null)))
        .Many("板块", "goals", "方案最上一层：六个聚焦、十大行动、三个方面等", () => PlanItemFields.Kind, p => PlanItemFields.Children(p, null))
        .Many("承诺", "commitment-list", "采纳的承诺，按原文顺序", () => CommitmentFields.Kind, p => CommitmentFields.Of(p, null))
        .Many("目标", "target-list", "全部目标，按期限", () => TargetFields.Kind, p => TargetFields.Of(p, null))
        .Many("落后目标", "behind-list", "落后于进度的目标", () => TargetFields.Kind, p => [.. TargetFields.Of(p, null).Where(t => t.Standing.State == TargetState.Behind)])
        .Many("任务", "task-list", "全部任务，按树的顺序", () => PlanItemFields.Kind, p => PlanItemFields.Tasks(p, null));

    public static IReadOnlyList<ReportedPlan> All(ReportSubject report) => [.. report.Plans.Select(p => new ReportedPlan(report, p))];

    private static Reading.Amount Count(ReportedPlan plan, TargetState state, string name) => plan.Count(
        null, $"targets {state}", $"{name}的目标数", $"由基础数据算出“{name}”的目标个数", plan.Account.Targets.Count(t => t.State == state));
}
