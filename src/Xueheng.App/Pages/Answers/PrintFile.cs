using Xueheng.App.Pages.Places;
using Xueheng.Reports;

namespace Xueheng.App.Pages.Answers;

/// <summary>A printing as it was given out, for download.</summary>
internal static class PrintFile
{
    public const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static string PageOf(PageAddress place, Guid print) => $"{place.Answers}/{print}";

    public static string Address(PageAddress place, Guid print) => PageOf(place, print) + "/report.docx";

    public static void MapPrintFile(this WebApplication app) =>
        app.MapGet("/c/{county}/{period:int}/answers/{print:guid}/report.docx", SendAsync).ExcludeFromDescription();

    /// <summary>Printings of an uploaded template are kept under its file's name.</summary>
    private static string TitleOf(string template) =>
        Path.GetExtension(template).ToUpperInvariant() is ".DOCX" or ".DOTX" ? Path.GetFileNameWithoutExtension(template) : template;

    private static async Task<IResult> SendAsync(HttpContext context, Guid print, ReportPrints prints, CancellationToken cancellation)
    {
        var place = PlaceOfRequest.Of(context);
        var found = await prints.FindAsync(place.County!.Code, print, cancellation);
        return found.Succeeded
            ? TypedResults.File(found.Value.Document, Document, $"{place.Name}{found.Value.Period}学年{TitleOf(found.Value.Template)}-{LocalTime.Day(found.Value.PrintedAt)}.docx")
            : TypedResults.NotFound();
    }
}
