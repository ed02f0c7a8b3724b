using Microsoft.AspNetCore.Http.HttpResults;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.App.Pages.Rosters;
using Xueheng.Census;

namespace Xueheng.App.Api;

/// <summary>
/// The rows of pupils, teachers and classes: the same lists the pages show, with the same filters, order and pages, and
/// with the same care for numbers of persons, which are masked unless <c>numbers=full</c> is asked for.
/// </summary>
internal static class RostersApi
{
    public static void MapRosters(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/counties/{county}/periods/{period:int}").WithTags("名册");
        group.MapGet("/pupils", async (HttpContext context, PublishedNow published, PupilList list, [AsParameters] PupilQuery asked, CancellationToken cancellation) =>
            await PageAsync(context, published, list, asked.County, asked.Period, asked.Page, asked.Size, (row, at) => PupilItem.Of(row, at, asked.Numbers), cancellation))
            .WithSummary("学生");
        group.MapGet("/teachers", async (HttpContext context, PublishedNow published, TeacherList list, [AsParameters] TeacherQuery asked, CancellationToken cancellation) =>
            await PageAsync(context, published, list, asked.County, asked.Period, asked.Page, asked.Size, (row, at) => TeacherItem.Of(row, at, asked.Numbers), cancellation))
            .WithSummary("教师");
        group.MapGet("/classes", async (HttpContext context, PublishedNow published, ClassList list, [AsParameters] ClassQuery asked, CancellationToken cancellation) =>
            await PageAsync(context, published, list, asked.County, asked.Period, asked.Page, asked.Size, ClassItem.Of, cancellation))
            .WithSummary("班级");
    }

    private static async Task<Results<Ok<PageOf<TItem>>, StatusCodeHttpResult, ProblemHttpResult>> PageAsync<TRow, TItem>(
        HttpContext context,
        PublishedNow published,
        ListSource<TRow> source,
        string county,
        int period,
        int? page,
        int? size,
        Func<TRow, Revision, TItem> item,
        CancellationToken cancellation)
    {
        var paging = Paging.Read(page, size);
        if (!paging.Succeeded)
        {
            return ApiProblem.Of(paging.Failure);
        }

        var census = await published.GetAsync(cancellation);
        if (census.Find(county) is not { } found || found.Of(period) is not { } revision)
        {
            return ApiProblem.Of(new Failure("XH1001", $"{county} 还没有 {period} 学年已发布的基础数据，请先导入并发布"));
        }

        var opened = await source.OpenAsync(new ListAt(new Place(census, found, period, Named: true)), cancellation);
        var query = ListQuery.Read(context.Request.QueryString.Value);
        if ((opened.Failure ?? Misspelt(opened.Value, query, context.Request.Query.Keys)) is { } failure)
        {
            return ApiProblem.Of(failure);
        }

        if (ApiTag.Known(context, ApiTag.Of(revision)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var rows = await opened.Value.PageAsync(query, cancellation);
        return TypedResults.Ok(paging.Value.Of(context, rows.Total, rows.Rows.Select(row => item(row, revision))));
    }

    /// <summary>A filter that nobody reads would give every row, and the reader would not know: it is refused.</summary>
    private static Failure? Misspelt<TRow>(Listing<TRow> list, ListQuery query, IEnumerable<string> keys)
    {
        var filters = list.Filters.Select(f => f.Key).ToList();
        var sorts = list.Columns.Where(c => c.Sortable).Select(c => c.Key).ToList();
        return keys.Except([.. filters, "sort", "page", "size"]).FirstOrDefault() is { } unknown
            ? new Failure("XH4007", $"不认识参数 {unknown}，可用：{string.Join("、", filters)}、sort、page、size")
            : query.Sort is { } sort && !sorts.Contains(sort)
                ? new Failure("XH4008", $"不能按 {sort} 排序，可用：{string.Join("、", sorts)}，前面加 - 为倒序")
                : null;
    }
}
