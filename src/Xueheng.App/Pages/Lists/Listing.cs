namespace Xueheng.App.Pages.Lists;

/// <summary>Rows of one page of a list.</summary>
public sealed record ListPage<TRow>(IReadOnlyList<TRow> Rows, long Total);

/// <summary>A list opened at a place: its columns, its filters, its rows. The page and the export read the same one.</summary>
/// <param name="name">Its name in addresses.</param>
/// <param name="title">Chinese text: caption, sheet name and file name.</param>
public abstract class Listing<TRow>(string name, string title, IReadOnlyList<ListColumn<TRow>> columns)
{
    public string Name { get; } = name;

    public string Title { get; } = title;

    public IReadOnlyList<ListColumn<TRow>> Columns { get; } = columns;

    public IReadOnlyList<ListFilter<TRow>> Filters { get; init; } = [];

    /// <summary>Before the list's keys in the query; for pages with several lists.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Where the export is, with what the list was opened for in its query.</summary>
    public required ListAt At { get; init; }

    /// <summary>What a row is marked with, for example the one that is looked for.</summary>
    public Func<TRow, string?>? RowClass { get; init; }

    public abstract Task<ListPage<TRow>> PageAsync(ListQuery query, CancellationToken cancellation);

    /// <summary>Every row of the view, in its order, without holding them.</summary>
    public abstract IAsyncEnumerable<TRow> AllAsync(ListQuery query);

    /// <summary>The columns a view shows, in the list's order.</summary>
    public IReadOnlyList<ListColumn<TRow>> Shown(ListQuery query)
    {
        var chosen = query.Columns;
        return chosen.Count == 0
            ? [.. Columns.Where(c => !c.Extra)]
            : [.. Columns.Where(c => chosen.Contains(c.Key))];
    }

    /// <summary>Address of the view as a workbook.</summary>
    public string ExportAddress(ListQuery query)
    {
        var view = query.With();
        var own = At.Query(Name);
        return own + (view.Length == 0 ? "" : (own.Contains('?') ? "&" : "?") + view[1..]);
    }

    protected ListColumn<TRow>? SortColumn(ListQuery query) =>
        query.Sort is { } key ? Columns.FirstOrDefault(c => c.Key == key && c.Sortable) : null;
}
