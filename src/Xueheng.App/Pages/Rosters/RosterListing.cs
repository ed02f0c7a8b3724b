using Microsoft.EntityFrameworkCore;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Census;

namespace Xueheng.App.Pages.Rosters;

/// <summary>
/// A list of rows of a published revision. A view — its filters and its order — is worked out by the database once, as the
/// numbers of its rows, and remembered; each of its pages is then a look-up of so many rows by key, the last page as fast
/// as the first. A published revision never changes, so neither does a view of it.
/// </summary>
internal sealed class RosterListing<TRow>(
    string name, string title, IReadOnlyList<ListColumn<TRow>> columns, IQueryable<TRow> rows, Revision revision, PublishedMemory memory)
    : Listing<TRow>(name, title, columns)
    where TRow : CensusRow
{
    /// <summary>Tells apart lists of the same kind over different rows, such as the classes of one school.</summary>
    public string Of { get; init; } = "";

    public override async Task<ListPage<TRow>> PageAsync(ListQuery query, CancellationToken cancellation)
    {
        var numbers = await memory.GetAsync(revision, Key(query), n => n.Length / 256 + 1, () => View(query).Select(r => r.No).ToArrayAsync(CancellationToken.None));
        var wanted = numbers.Skip((query.Page - 1) * query.Size).Take(query.Size).ToList();
        if (wanted.Count == 0)
        {
            return new ListPage<TRow>([], numbers.Length);
        }

        // In the order of the workbook a page is a range; else its rows are asked for by number, all in one parameter:
        // a parameter each would have the statement written anew every time.
        var (first, last) = (wanted[0], wanted[^1]);
        var page = last - first == wanted.Count - 1 ? rows.Where(r => r.No >= first && r.No <= last) : rows.Where(r => EF.Parameter(wanted).Contains(r.No));
        var found = (await page.ToListAsync(cancellation)).ToDictionary(r => r.No);
        return new ListPage<TRow>([.. wanted.Select(n => found[n])], numbers.Length);
    }

    public override IAsyncEnumerable<TRow> AllAsync(ListQuery query) => View(query).AsAsyncEnumerable();

    private string Key(ListQuery query) => string.Join('\n', [Name, Of, query["sort"], .. Filters.Select(f => query[f.Key])]);

    private IQueryable<TRow> View(ListQuery query)
    {
        var view = rows;
        foreach (var filter in Filters)
        {
            if (query[filter.Key] is { } value && filter.Database is { } narrow)
            {
                view = narrow(view, value);
            }
        }

        return SortColumn(query) is { Order: { } by } ? by(view, query.Descending).ThenBy(r => r.No) : view.OrderBy(r => r.No);
    }
}
