namespace Xueheng.Plans.Carrying;

/// <summary>What people type of a goal, an action or a task.</summary>
/// <param name="Supporting">配合科室, each once.</param>
/// <param name="Due">The last day to be done by.</param>
public sealed record ItemFields(
    string Title, string? Detail, string? Lead, IReadOnlyList<string> Supporting, string? Head, DateOnly? Start, DateOnly? Due)
{
    public const int LongestTitle = 200;

    public const int LongestName = 60;

    public const int LongestDetail = 4000;

    public static ItemFields Of(PlanItem item) => new(item.Title, item.Detail, item.Lead, item.Supporting, item.Head, item.Start, item.Due);

    /// <summary>Divisions as people type them in one box: 基教科、人事科; each once, blanks left out.</summary>
    public static IReadOnlyList<string> Names(string? text) =>
        [.. (text ?? "").Split(['、', '，', ',', '；', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>Trimmed, blank as null.</summary>
    internal ItemFields Tidy() => new(
        Title.Trim(), Blank(Detail), Blank(Lead), [.. Supporting.Select(s => s.Trim()).Where(s => s.Length > 0 && s != Lead?.Trim()).Distinct()], Blank(Head), Start, Due);

    internal Failure? Refusal()
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            return new Failure("XH5201", "请写明名称");
        }

        if (Title.Length > LongestTitle || Detail?.Length > LongestDetail || Supporting.Append(Lead).Append(Head).Any(n => n?.Length > LongestName))
        {
            return new Failure("XH5202", $"名称不超过 {LongestTitle} 字，说明不超过 {LongestDetail} 字，科室和责任人不超过 {LongestName} 字");
        }

        return Start > Due ? new Failure("XH5203", "开始日期不能晚于完成期限，请核对") : null;
    }

    internal void WriteTo(PlanItem item)
    {
        item.Title = Title;
        item.Detail = Detail;
        item.Lead = Lead;
        item.Supporting = [.. Supporting];
        item.Head = Head;
        item.Start = Start;
        item.Due = Due;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
