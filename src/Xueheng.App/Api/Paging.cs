using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Xueheng.App.Pages.Lists;

namespace Xueheng.App.Api;

/// <summary>One page of a list.</summary>
/// <param name="Total">Items on all pages.</param>
/// <param name="Page">From 1.</param>
internal sealed record PageOf<T>(long Total, int Page, int Size, IReadOnlyList<T> Items);

/// <summary>Which page is asked for; told again, with its neighbours, in the <c>Link</c> header (RFC 8288).</summary>
internal readonly record struct Paging(int Page, int Size)
{
    public int Skip => (Page - 1) * Size;

    public static Outcome<Paging> Read(int? page, int? size)
    {
        if (page is < 1 or > 1_000_000)
        {
            return new Failure("XH4005", "page 从 1 数起");
        }

        return size is null || ListQuery.Sizes.Contains(size.Value)
            ? new Paging(page ?? 1, size ?? ListQuery.DefaultSize)
            : new Failure("XH4006", $"size 只能是 {string.Join("、", ListQuery.Sizes)}");
    }

    public PageOf<T> Of<T>(HttpContext context, long total, IEnumerable<T> items)
    {
        var last = Math.Max(1, (int)((total + Size - 1) / Size));
        var links = new List<string> { Link(context, 1, "first"), Link(context, last, "last") };
        if (Page > 1)
        {
            links.Add(Link(context, Math.Min(Page - 1, last), "prev"));
        }

        if (Page < last)
        {
            links.Add(Link(context, Page + 1, "next"));
        }

        context.Response.Headers.Link = string.Join(", ", links);
        return new PageOf<T>(total, Page, Size, [.. items]);
    }

    private static string Link(HttpContext context, int page, string rel)
    {
        var query = QueryHelpers.ParseQuery(context.Request.QueryString.Value)
            .Where(p => p.Key != "page")
            .SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value))
            .Append(KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture)));
        return $"<{QueryHelpers.AddQueryString(context.Request.PathBase + context.Request.Path, query)}>; rel=\"{rel}\"";
    }
}
