using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Places;

namespace Xueheng.App.Pages.Lists;

/// <summary><c>/c/{county}/{period}/export/{list}</c>: the view of the query as .xlsx.</summary>
internal static class ListExport
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapListExport(this WebApplication app) =>
        app.MapGet("/c/{county}/{period:int}/export/{list}", ExportAsync).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        HttpContext context, string list, IEnumerable<ListSource> sources, IStringLocalizer<Texts> text, CancellationToken cancellation)
    {
        var place = PlaceOfRequest.Of(context);
        if (sources.FirstOrDefault(s => s.Name == list) is not { } source || (source.NeedsPublished && place.Revision is null))
        {
            return TypedResults.NotFound();
        }

        // A workbook is written synchronously and a response is not: it goes through a file.
        var file = ScratchFile.Open();
        var named = await source.ExportAsync(ListAt.Read(place, context.Request.Query), context.Request.QueryString.Value ?? "", file, text, cancellation);
        if (!named.Succeeded)
        {
            await file.DisposeAsync();
            return TypedResults.NotFound();
        }

        file.Position = 0;
        return TypedResults.Stream(file, Workbook, named.Value + ".xlsx");
    }
}
