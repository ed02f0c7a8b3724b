using Xueheng.App.Pages.Lists;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Figures;

/// <summary>A filter by verdict.</summary>
internal static class VerdictChoices
{
    public static IReadOnlyList<ListChoice> All { get; } =
    [
        .. ((Verdict[])[Verdict.Meets, Verdict.Near, Verdict.Fails, Verdict.Unknown])
            .Select(v => new ListChoice(VerdictText.Class(v), VerdictText.Of(v), Translate: true)),
    ];

    public static Func<TRow, string, bool> Is<TRow>(Func<TRow, Verdict?> verdict) =>
        (row, wanted) => verdict(row) is { } has && VerdictText.Class(has) == wanted;
}
