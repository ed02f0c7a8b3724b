using Xueheng.Reports;

namespace Xueheng.App.Pages.Answers;

/// <summary>A template as it lies in its pack, for a bureau to start its own from.</summary>
internal static class ReportTemplateFile
{
    public static string Address(ReportTemplate template) => $"/templates/{template.Id}.docx";

    public static void MapReportTemplateFile(this WebApplication app) =>
        app.MapGet("/templates/{id}.docx", Send).ExcludeFromDescription();

    private static IResult Send(string id, ReportTemplates templates) => templates.Find(id) is { } template
        ? TypedResults.PhysicalFile(template.File, PrintFile.Document, template.Name + ".docx")
        : TypedResults.NotFound();
}
