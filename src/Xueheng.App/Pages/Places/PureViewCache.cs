using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Xueheng.App.Pages.Places;

/// <summary>
/// Sends pages again that cannot have changed. A page marked <see cref="PureViewAttribute"/> is a function of its address,
/// the reader's language and what is published; the last two are its entity tag. A browser that has it gets 304, another
/// gets the bytes made for the first. Nothing expires by guess: publishing changes the tag.
/// </summary>
internal sealed class PureViewCache : IOutputCachePolicy
{
    /// <summary>Only to let go of what nobody asks for; a page never outlives what it shows.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private static readonly string Build = typeof(PureViewCache).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        if (TagOf(context.HttpContext) is not { } tag)
        {
            context.EnableOutputCaching = false;
            return ValueTask.CompletedTask;
        }

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["tag"] = tag;
        context.CacheVaryByRules.VaryByValues["encoding"] = request.Headers.AcceptEncoding.ToString();
        context.CacheVaryByRules.VaryByValues["enhanced"] = request.Headers.Accept.ToString().Contains("blazor-enhanced-nav", StringComparison.Ordinal) ? "1" : "0";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ContainsKey(HeaderNames.SetCookie))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Answers 304 to a browser that has the page, and tags the page for one that has not.</summary>
    public static async Task TagAsync(HttpContext context, RequestDelegate next)
    {
        if (TagOf(context) is not { } tag)
        {
            await next(context);
            return;
        }

        if (context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.ETag = tag;
            return;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                context.Response.Headers.ETag = tag;
                context.Response.Headers.CacheControl = "private, no-cache";
                context.Response.Headers.Vary = "Accept-Encoding, Cookie";
            }

            return Task.CompletedTask;
        });
        await next(context);
    }

    /// <summary>Null for requests whose answer is not kept.</summary>
    private static string? TagOf(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<PureViewAttribute>() is not null
            ? $"W/\"{Build}-{CultureInfo.CurrentUICulture.Name}-{PlaceOfRequest.Of(context).Census.Stamp}\""
            : null;
}
