using System.Runtime.CompilerServices;
using Xueheng.App.Pages.Lists;
using Xueheng.Facts;

namespace Xueheng.App.Pages.Schools;

/// <summary>
/// The rows behind a figure. In their own order they are paged by the database; filtered or sorted by a column, the rows
/// of the one school and stage are taken together, which are a few thousand at most.
/// </summary>
internal sealed class FactRowListing(
    string name, string title, IReadOnlyList<ListColumn<FactRow>> columns, FactRowsQuery asked, FactRows rows)
    : Listing<FactRow>(name, title, columns)
{
    public override async Task<ListPage<FactRow>> PageAsync(ListQuery query, CancellationToken cancellation)
    {
        if (Plain(query))
        {
            var page = (await rows.RunAsync(asked with { Skip = (query.Page - 1) * query.Size, Take = query.Size }, cancellation)).Value;
            return new ListPage<FactRow>(page.Rows, page.Total);
        }

        return await (await WholeAsync(cancellation)).PageAsync(query, cancellation);
    }

    public override async IAsyncEnumerable<FactRow> AllAsync(ListQuery query)
    {
        var view = Plain(query) ? EachAsync() : (await WholeAsync(default)).AllAsync(query);
        await foreach (var row in view)
        {
            yield return row;
        }
    }

    private bool Plain(ListQuery query) => SortColumn(query) is null && Filters.All(f => !f.Narrows || query[f.Key] is null);

    private async Task<MemoryListing<FactRow>> WholeAsync(CancellationToken cancellation) =>
        new(Name, Title, Columns, await EachAsync(cancellation).ToListAsync(cancellation)) { At = At, Filters = Filters };

    private async IAsyncEnumerable<FactRow> EachAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var skip = 0; ; skip += FactRows.MaxTake)
        {
            var page = (await rows.RunAsync(asked with { Skip = skip, Take = FactRows.MaxTake }, cancellation)).Value;
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            if (page.Rows.Count < FactRows.MaxTake)
            {
                yield break;
            }
        }
    }
}
