using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Rosters;
using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.App.Pages.Schools;

/// <summary>The rows that made a figure, or those of the same school and stage that were left out, each with the reason.</summary>
internal sealed class FactRowList(FactRows rows, IHttpContextAccessor request) : ListSource<FactRow>("fact-rows")
{
    /// <summary>In full, so that a number can be searched for; the column masks what is shown.</summary>
    public static FactRowsQuery QueryOf(ListAt at, int take) => new(
        at.Place.County!.Code, at.Place.Period, at["school"] ?? "", StageNames.Parse(at["stage"]), at["fact"] ?? "", at["excluded"] is not null, 0, take, Full: true);

    public override async Task<Outcome<Listing<FactRow>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var asked = QueryOf(at, 1);
        var first = await rows.RunAsync(asked, cancellation);
        if (!first.Succeeded)
        {
            return first.Failure;
        }

        var full = NumbersShown.Full(request.HttpContext);
        var columns = new List<ListColumn<FactRow>>();
        if (asked.Excluded)
        {
            columns.Add(new("reason", "未计入的原因", r => r.Reason) { Wraps = true });
        }

        for (var i = 0; i < first.Value.Headings.Count; i++)
        {
            var (at_, heading) = (i, first.Value.Headings[i]);
            columns.Add(first.Value.Masked.Contains(at_)
                ? new($"c{at_}", heading, r => Masked.Of(r.Cells[at_], full))
                : new($"c{at_}", heading, r => r.Cells[at_]));
        }

        columns.AddRange(
        [
            new("school", "学校", r => r.SchoolName) { Extra = true },
            new("sheet", "工作表", r => r.Sheet),
            new("line", "行", r => r.Line) { Number = true },
            new("file", "文件", r => r.File) { Wraps = true },
        ]);
        return new FactRowListing(Name, asked.Excluded ? "未计入的行" : "计入的行", columns, asked, rows)
        {
            At = at,
            Filters =
            [
                new("q", "任一列含有", null) { Memory = (r, wanted) => r.Cells.Any(c => c.Contains(wanted, StringComparison.OrdinalIgnoreCase)) || r.Reason?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true },
                RosterFilters.Numbers<FactRow>(),
            ],
        };
    }
}
