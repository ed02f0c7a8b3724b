namespace Xueheng.App.Pages.Lists;

/// <summary>One value a filter offers.</summary>
/// <param name="Text">Chinese text, translated where it is shown when <paramref name="Translate"/>.</param>
public sealed record ListChoice(string Value, string Text, bool Translate = false);

/// <summary>A filter of a list: free text when it offers no choices.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Label">Chinese text, translated where it is shown.</param>
/// <param name="Choices">Null for free text; empty for a filter that only links set (it shows as a chip that can be taken off).</param>
public sealed record ListFilter<TRow>(string Key, string Label, IReadOnlyList<ListChoice>? Choices)
{
    /// <summary>Chinese text of the choice that filters nothing.</summary>
    public string Otherwise { get; init; } = "全部";

    /// <summary>False for a choice of how rows are shown rather than which.</summary>
    public bool Narrows { get; init; } = true;

    /// <summary>For rows in the database; gives the rows back unchanged for a value that means nothing.</summary>
    public Func<IQueryable<TRow>, string, IQueryable<TRow>>? Database { get; init; }

    /// <summary>For rows in memory.</summary>
    public Func<TRow, string, bool>? Memory { get; init; }

    /// <summary>What a chip says of the value.</summary>
    public Func<string, string>? Say { get; init; }
}
