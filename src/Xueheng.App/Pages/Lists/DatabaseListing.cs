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
    public override async Task<ListPage<TRow>> PageAsync(ListQuery query, CancellationToken cancellation)
    {
        var view = Filtered(query);
        var total = await view.LongCountAsync(cancellation);
        var page = total == 0
            ? []
            : await Sorted(view, query).Skip((query.Page - 1) * query.Size).Take(query.Size).ToListAsync(cancellation);
        return new ListPage<TRow>(page, total);
    }

    public override IAsyncEnumerable<TRow> AllAsync(ListQuery query) => Sorted(Filtered(query), query).AsAsyncEnumerable();

    private IQueryable<TRow> Filtered(ListQuery query)
    {
        var view = rows;
        foreach (var filter in Filters)
        {
            if (query[filter.Key] is { } value && filter.Database is { } narrow)
            {
                view = narrow(view, value);
            }
        }

        return view;
    }

    private IQueryable<TRow> Sorted(IQueryable<TRow> view, ListQuery query) =>
        SortColumn(query) is { Order: { } by } ? thenOrder(by(view, query.Descending)) : order(view);
}
