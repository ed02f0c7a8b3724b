using Xueheng.App.Pages.Places;
using Xueheng.Plans.Progress;

namespace Xueheng.App.Pages.Tasks;

/// <summary>A file of evidence, always as a download: what somebody handed in is never run as a page.</summary>
internal static class EvidenceAddress
{
    public static string Of(PageAddress place, Guid evidence) => $"{place.Home}/evidence/{evidence}";

    public static void MapEvidence(this WebApplication app) =>
        app.MapGet("/c/{county}/{period:int}/evidence/{evidence:guid}", SendAsync).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(HttpContext context, Guid evidence, FindTask tasks, CancellationToken cancellation) =>
        await tasks.FileAsync(PlaceOfRequest.Of(context).County!.Code, evidence, cancellation) is { } file
            ? TypedResults.File(file.Content, "application/octet-stream", file.Name)
            : TypedResults.NotFound();
}
