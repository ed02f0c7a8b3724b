using System.Globalization;
using Xueheng.Census;

namespace Xueheng.App.Pages.Places;

/// <summary>Finds the place each request stands at before a page is made, and remembers it for the next visit.</summary>
internal static class PlaceOfRequest
{
    private const string Cookie = "xueheng.place";

    /// <summary>What a county has before anything of it is published.</summary>
    private static readonly HashSet<string> Unpublished = ["data", "plans", "tasks", "evidence", "supervision", "inbox", "export"];

    public static Place Of(HttpContext context) =>
        context.Features.Get<Place>() ?? throw new InvalidOperationException("The request has not been placed.");

    public static void UsePlaces(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var census = await app.Services.GetRequiredService<PublishedNow>().GetAsync(context.RequestAborted);
        var path = context.Request.Path.Value ?? "";
        if (!path.StartsWith("/c/", StringComparison.Ordinal))
        {
            context.Features.Set(Remembered(context, census));
            await next(context);
            return;
        }

        if (Named(path, census) is not { } place)
        {
            context.Features.Set(Remembered(context, census));
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Features.Set(place);
        Remember(context, place);
        await next(context);
    });

    /// <summary>The place of <c>/c/{county}/{period}/…</c>. A county that is not there yet may be imported and may have plans, but has no figures.</summary>
    private static Place? Named(string path, PublishedCensus census)
    {
        var parts = path.Split('/', 5);
        if (parts.Length < 4 || CountyCode.Parse(parts[2]) is not { } code || Period.Parse(parts[3]) is not { } period)
        {
            return null;
        }

        var county = census.Find(code.Value)
            ?? (parts.Length > 4 && Unpublished.Contains(parts[4].Split('/')[0]) ? new PublishedCounty(code.Value, code.Value, []) : null);
        return county is null ? null : new Place(census, county, period.Year, Named: true);
    }

    private static Place Remembered(HttpContext context, PublishedCensus census)
    {
        if (context.Request.Cookies[Cookie]?.Split('.') is [var code, var year]
            && census.Find(code) is { Revisions.Count: > 0 } county
            && Period.Parse(year) is { } period
            && county.Of(period.Year) is not null)
        {
            return new Place(census, county, period.Year, Named: false);
        }

        return census.Newest is { } newest
            ? new Place(census, newest.County, newest.Revision.Period, Named: false)
            : new Place(census, null, 0, Named: false);
    }

    private static void Remember(HttpContext context, Place place)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"{place.County!.Code}.{place.Period}");
        var reader = HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (!reader || place.Revision is null || context.Request.Cookies[Cookie] == value)
        {
            return;
        }

        // When the answer starts, so that the cookie is no part of a page that is kept for others.
        context.Response.OnStarting(() =>
        {
            context.Response.Cookies.Append(Cookie, value, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
            return Task.CompletedTask;
        });
    }
}
