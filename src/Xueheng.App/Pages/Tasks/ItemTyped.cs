using System.Globalization;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;

namespace Xueheng.App.Pages.Tasks;

/// <summary>A goal, an action or a task as it was typed, so that what is wrong comes back as it was.</summary>
public sealed record ItemTyped(string Title, string Detail, string Lead, string Supporting, string Head, string Start, string Due)
{
    public static readonly ItemTyped Nothing = new("", "", "", "", "", "", "");

    public static ItemTyped Of(PlanItem item) => new(
        item.Title, item.Detail ?? "", item.Lead ?? "", string.Join('、', item.Supporting), item.Head ?? "", Day(item.Start), Day(item.Due));

    public static ItemTyped Read(IFormCollection form) => new(
        form["Title"].ToString(), form["Detail"].ToString(), form["Lead"].ToString(), form["Supporting"].ToString(), form["Head"].ToString(),
        form["Start"].ToString(), form["Due"].ToString());

    public Outcome<ItemFields> Fields()
    {
        if (!TryDay(Start, out var start) || !TryDay(Due, out var due))
        {
            return new Failure("XH5236", "日期请写成 2026-05-01 的样子");
        }

        return new ItemFields(Title, Detail, Lead, ItemFields.Names(Supporting), Head, start, due);
    }

    /// <summary>Field by field where the two differ: name, what is saved, what was typed.</summary>
    public IEnumerable<(string Field, string Theirs, string Mine)> Against(ItemTyped saved) =>
        new[]
        {
            ("名称", saved.Title, Title), ("说明", saved.Detail, Detail), ("牵头科室", saved.Lead, Lead), ("配合科室", saved.Supporting, Supporting),
            ("责任人", saved.Head, Head), ("开始日期", saved.Start, Start), ("完成期限", saved.Due, Due),
        }.Where(f => f.Item2.ReplaceLineEndings("\n").Trim() != f.Item3.ReplaceLineEndings("\n").Trim());

    public static bool TryDay(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return day is not null || string.IsNullOrWhiteSpace(text);
    }

    private static string Day(DateOnly? day) => day is { } d ? LocalTime.Day(d) : "";
}
