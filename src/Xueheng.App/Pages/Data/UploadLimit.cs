using Microsoft.AspNetCore.Http.Features;
using Xueheng.Packs;

namespace Xueheng.App.Pages.Data;

/// <summary>How much may be uploaded at once: what one file of an import may have, by the rules of the import.</summary>
internal sealed class UploadLimit(PackLibrary packs)
{
    public long Bytes => packs.Checks.Limits.FileBytes;

    public long Megabytes => Bytes / 1024 / 1024;

    /// <summary>With what the form itself takes.</summary>
    public long Request => Bytes + 1024 * 1024;
}

internal static class UploadLimits
{
    public static void AddUploadLimit(this IServiceCollection services)
    {
        services.AddSingleton<UploadLimit>();
        services.AddOptions<FormOptions>().Configure<UploadLimit>((options, limit) => options.MultipartBodyLengthLimit = limit.Request);
    }

    /// <summary>Refuses what says beforehand that it is too large, before anything reads it, and stops reading what does not say.</summary>
    public static void UseUploadLimit(this WebApplication app) => app.Use((context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            return next(context);
        }

        var most = context.RequestServices.GetRequiredService<UploadLimit>().Request;
        if (context.Request.ContentLength > most)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = most;
        }

        return next(context);
    });
}
