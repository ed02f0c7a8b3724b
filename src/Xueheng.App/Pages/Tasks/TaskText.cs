using System.Globalization;
using Microsoft.Extensions.Localization;
using Xueheng.Plans;
using Xueheng.Plans.Calendar;

namespace Xueheng.App.Pages.Tasks;

/// <summary>How tasks are spoken of on the screens.</summary>
internal static class TaskText
{
    public static readonly TaskState[] States = [TaskState.Open, TaskState.Submitted, TaskState.Returned, TaskState.Accepted];

    public static string Of(TaskState state) => state switch
    {
        TaskState.Open => "待完成",
        TaskState.Submitted => "待验收",
        TaskState.Returned => "已退回",
        TaskState.Accepted => "已验收",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(TaskEventKind kind) => kind switch
    {
        TaskEventKind.Assigned => "交办",
        TaskEventKind.Urged => "催办",
        TaskEventKind.Extended => "延期",
        TaskEventKind.Submitted => "报送",
        TaskEventKind.Returned => "退回",
        TaskEventKind.Accepted => "验收通过",
        TaskEventKind.Withdrawn => "撤回验收",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(PlanItemKind kind) => kind switch
    {
        PlanItemKind.Goal => "目标",
        PlanItemKind.Action => "举措",
        PlanItemKind.Task => "任务",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(EvidenceState state) => state switch
    {
        EvidenceState.Given => "待验收",
        EvidenceState.Accepted => "已采信",
        EvidenceState.Returned => "已退回",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Colour of a badge.</summary>
    public static string Class(TaskState state, bool overdue) => state switch
    {
        TaskState.Accepted => "meets",
        TaskState.Submitted => "near",
        TaskState.Returned => "fails",
        _ => overdue ? "fails" : "unknown",
    };

    /// <summary>How long there is, or has been, by working days; null without a day or where it no longer matters.</summary>
    public static string? Left(WorkingDays days, DateOnly today, DateOnly? due, TaskState state, IStringLocalizer text)
    {
        if (due is not { } last || state is TaskState.Accepted or TaskState.Submitted)
        {
            return null;
        }

        var left = days.Between(today, last);
        return last < today ? (left == 0 ? text["刚过期限"] : text["超期 {0} 个工作日", -left])
            : last == today ? text["今天到期"]
            : text["还有 {0} 个工作日", left];
    }

    public static string Share(double? share) => share is { } s ? s.ToString("0%", CultureInfo.InvariantCulture) : "—";

    public static string Size(int bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.0} MB");
}
