using Xueheng.App.Pages.Places;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Check;

/// <summary>The file of evidence of a judgement, always as a download: what somebody attached is never run as a page.</summary>
internal static class JudgementFile
{
    public static string Address(PageAddress place, Guid judgement) => $"{place.Home}/judgements/{judgement}";

    public static void MapJudgementFile(this WebApplication app) =>
        app.MapGet("/c/{county}/{period:int}/judgements/{judgement:guid}", SendAsync).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(HttpContext context, Guid judgement, JudgementHistory history, CancellationToken cancellation) =>
        await history.FindFileAsync(PlaceOfRequest.Of(context).County!.Code, judgement, cancellation) is { } file
            ? TypedResults.File(file.Content, "application/octet-stream", file.Name)
            : TypedResults.NotFound();
}
