using System.Collections;

namespace Xueheng.App.Pages.Lists;

/// <summary>A list of rows that are at hand anyway: schools, indicators, findings of a school.</summary>
public sealed class MemoryListing<TRow>(string name, string title, IReadOnlyList<ListColumn<TRow>> columns, IReadOnlyList<TRow> rows)
    : Listing<TRow>(name, title, columns)
{
    public override Task<ListPage<TRow>> PageAsync(ListQuery query, CancellationToken cancellation)
    {
        var view = View(query);
        return Task.FromResult(new ListPage<TRow>([.. view.Skip((query.Page - 1) * query.Size).Take(query.Size)], view.Count));
    }

    public override IAsyncEnumerable<TRow> AllAsync(ListQuery query) => View(query).ToAsyncEnumerable();

    private List<TRow> View(ListQuery query)
    {
        IEnumerable<TRow> view = rows;
        foreach (var filter in Filters)
        {
            if (query[filter.Key] is { } value && filter.Memory is { } keeps)
            {
                view = view.Where(row => keeps(row, value));
            }
        }

        if (SortColumn(query) is { } column)
        {
            view = query.Descending
                ? view.OrderBy(row => column.Value(row) is null).ThenByDescending(column.Value, ValueOrder.Instance)
                : view.OrderBy(row => column.Value(row) is null).ThenBy(column.Value, ValueOrder.Instance);
        }

        return [.. view];
    }

    /// <summary>Text by code point as the databases do, everything else by its own order.</summary>
    private sealed class ValueOrder : IComparer<object?>
    {
        public static readonly ValueOrder Instance = new();

        public int Compare(object? x, object? y) =>
            x is string a && y is string b ? string.CompareOrdinal(a, b)
            : x is null || y is null || x.GetType() == y.GetType() ? Comparer.Default.Compare(x, y)
            : x is string ? 1 : y is string ? -1
            : string.CompareOrdinal(x.ToString(), y.ToString());
    }
}
