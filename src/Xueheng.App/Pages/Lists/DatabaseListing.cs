using Microsoft.EntityFrameworkCore;

namespace Xueheng.App.Pages.Lists;

/// <summary>A list that is filtered, sorted and paged by the database.</summary>
/// <param name="rows">All rows of the list, not tracked.</param>
/// <param name="order">The list's own order, which also decides between rows that sort alike; by a unique key.</param>
public sealed class DatabaseListing<TRow>(
    string name,
    string title,
    IReadOnlyList<ListColumn<TRow>> columns,
    IQueryable<TRow> rows,
    Func<IQueryable<TRow>, IOrderedQueryable<TRow>> order,
    Func<IOrderedQueryable<TRow>, IOrderedQueryable<TRow>> thenOrder)
    : Listing<TRow>(name, title, columns)
{
    /// <summary>Counts a filtered view; given where counts can be remembered.</summary>
    public Func<string, Func<Task<long>>, Task<long>> Count { get; init; } = (_, count) => count();

    public override async Task<ListPage<TRow>> PageAsync(ListQuery query, CancellationToken cancellation)
    {
        var view = Filtered(query, out var used);
        var total = await Count(used, () => view.LongCountAsync(cancellation));
        var page = total == 0
            ? []
            : await Sorted(view, query).Skip((query.Page - 1) * query.Size).Take(query.Size).ToListAsync(cancellation);
        return new ListPage<TRow>(page, total);
    }

    public override IAsyncEnumerable<TRow> AllAsync(ListQuery query) => Sorted(Filtered(query, out _), query).AsAsyncEnumerable();

    /// <param name="used">The filters that were set, as text: views with the same text have the same rows.</param>
    private IQueryable<TRow> Filtered(ListQuery query, out string used)
    {
        var view = rows;
        var set = new List<string>();
        foreach (var filter in Filters)
        {
            if (query[filter.Key] is { } value && filter.Database is { } narrow)
            {
                view = narrow(view, value);
                set.Add(filter.Key + "=" + value);
            }
        }

        used = string.Join('\n', set);
        return view;
    }

    private IQueryable<TRow> Sorted(IQueryable<TRow> view, ListQuery query) =>
        SortColumn(query) is { Order: { } by } ? thenOrder(by(view, query.Descending)) : order(view);
}
