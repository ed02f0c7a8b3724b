using Microsoft.EntityFrameworkCore;
using Xueheng.App.Pages.Places;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.App.Pages.Data;

/// <summary>The uploaded workbook back, with a column that says what is wrong and the cells coloured.</summary>
internal static class ErrorFile
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static string Address(PageAddress place, Guid run) => place.ImportRun(run) + "/errors.xlsx";

    public static void MapErrorFile(this WebApplication app) =>
        app.MapGet("/c/{county}/{period:int}/data/imports/{run:guid}/errors.xlsx", SendAsync).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(
        HttpContext context, Guid run, Uploads uploads, XuehengDb db, ErrorWorkbook errors, CancellationToken cancellation)
    {
        var county = PlaceOfRequest.Of(context).County!.Code;
        if (uploads.Find(run) is not { } upload || upload.County != county)
        {
            return TypedResults.NotFound();
        }

        var folder = uploads.FolderOf(run);
        var path = Path.Combine(folder.FullName, "errors.xlsx");
        if (!File.Exists(path))
        {
            var findings = await db.Set<Finding>().AsNoTracking()
                .Where(f => f.County == county && f.Run == run).OrderBy(f => f.No).ToListAsync(cancellation);
            if (await errors.WriteAsync(upload.FilesIn(folder), findings, path, cancellation) is { Succeeded: false })
            {
                return TypedResults.NotFound();
            }
        }

        return TypedResults.PhysicalFile(path, Workbook, Path.GetFileNameWithoutExtension(upload.Files[0]) + "-检查结果.xlsx");
    }
}
