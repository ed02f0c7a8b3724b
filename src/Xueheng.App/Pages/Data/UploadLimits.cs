namespace Xueheng.App.Pages.Data;

/// <summary>How much may be uploaded at once.</summary>
internal static class UploadLimits
{
    public const int Megabytes = 200;

    public const long Bytes = Megabytes * 1024L * 1024;

    /// <summary>With what the form itself takes.</summary>
    public const long Request = Bytes + 1024 * 1024;

    /// <summary>Refuses what says beforehand that it is too large, before anything reads it.</summary>
    public static void UseUploadLimit(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.ContentLength > Request)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
