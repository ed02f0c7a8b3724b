using System.Globalization;

namespace Xueheng.Plans.Notices;

/// <summary>How a notice is worded.</summary>
internal static class NoticeText
{
    private const int Named = 8;

    public static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What it is about and of which day.</summary>
    public static string Matter(NoticeKind kind, DateOnly day) => $"{kind.ToString().ToLowerInvariant()}/{DayOf(day)}";

    public static Notice Notice(
        string county, string recipient, NoticeKind kind, IReadOnlyList<Told> told, DateOnly today, PageAddress place, DateTimeOffset now) => new()
        {
            County = county,
            Id = Guid.CreateVersion7(now),
            Recipient = recipient,
            Matter = Matter(kind, today),
            Text = $"{Heading(kind, told.Count)}：{string.Join("；", told.Take(Named).Select(t => $"{t.Title}（{t.Said}）"))}{(told.Count > Named ? $"；等 {told.Count} 项" : "")}。",
            Link = Link(kind, recipient, place),
            At = now,
        };

    /// <summary>What is said at once of an urging; the digest repeats it from the next day on.</summary>
    public static Notice Urged(string recipient, PlanItem task, TaskEvent urged, PageAddress place) => new()
    {
        County = task.County,
        Id = Guid.CreateVersion7(urged.At),
        Recipient = recipient,
        Matter = $"urge/{urged.Id}",
        Text = $"{urged.By}催办：{task.Title}{(task.Due is { } due ? $"（{DayOf(due)} 前完成）" : "")}{(urged.Reason is { } reason ? $"。{reason}" : "")}",
        Link = place.Task(task.Id),
        At = urged.At,
    };

    /// <summary>Said at once of an acceptance that was taken back.</summary>
    public static Notice Withdrawn(string recipient, PlanItem task, TaskEvent withdrawn, PageAddress place) => new()
    {
        County = task.County,
        Id = Guid.CreateVersion7(withdrawn.At),
        Recipient = recipient,
        Matter = $"withdraw/{withdrawn.Id}",
        Text = $"{withdrawn.By}撤回了验收，任务不再算完成：{task.Title}。{withdrawn.Reason}",
        Link = place.Task(task.Id),
        At = withdrawn.At,
    };

    private static string Heading(NoticeKind kind, int count) => kind switch
    {
        NoticeKind.Soon => $"{count} 项任务将在 {DailyDigest.Soon} 个工作日内到期",
        NoticeKind.Overdue => $"{count} 项任务已超期",
        NoticeKind.Returned => $"{count} 项任务被退回，等待重新报送",
        NoticeKind.Urged => $"{count} 项任务被催办，还没有报送",
        NoticeKind.Behind => $"{count} 个目标落后于进度",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Link(NoticeKind kind, string recipient, PageAddress place)
    {
        if (kind == NoticeKind.Behind)
        {
            return place.Plans;
        }

        var narrow = kind switch
        {
            NoticeKind.Overdue => "&when=overdue",
            NoticeKind.Soon => $"&when=soon{DailyDigest.Soon}",
            NoticeKind.Returned => "&state=Returned",
            _ => "",
        };
        return $"{place.Supervision}?who={Uri.EscapeDataString(recipient)}{narrow}";
    }
}
