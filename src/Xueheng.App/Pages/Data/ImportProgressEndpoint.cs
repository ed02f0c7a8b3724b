using System.Globalization;
using Xueheng.App.Pages.Places;
using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

/// <summary>How far an import is, asked a few times a second by the page that shows it.</summary>
internal static class ImportProgressEndpoint
{
    public static string Address(PageAddress place, Guid run) => place.ImportRun(run) + "/progress";

    public static void MapImportProgress(this WebApplication app) =>
        app.MapGet("/c/{county}/{period:int}/data/imports/{run:guid}/progress", AskAsync).ExcludeFromDescription();

    private static async Task<IResult> AskAsync(HttpContext context, Guid run, ImportQueue queue, Uploads uploads, ImportRuns runs, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (queue.ProgressOf(run) is { } progress)
        {
            return TypedResults.Json(new Answer(false, progress.Sheet, Whole(progress.Rows), Whole((long)progress.RowsPerSecond), progress.Share));
        }

        var county = PlaceOfRequest.Of(context).County!.Code;
        var found = await runs.FindAsync(county, run, cancellation);
        return found is null && uploads.Find(run) is null
            ? TypedResults.NotFound()
            : TypedResults.Json(new Answer(found is not { State: ImportState.Running or ImportState.Waiting }, "", Whole(found?.Rows ?? 0), "0", 1));
    }

    private static string Whole(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private sealed record Answer(bool Done, string Sheet, string Rows, string Speed, double Share);
}
