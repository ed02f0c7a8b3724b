using Xueheng.Census;
using Xueheng.Packs;

namespace Xueheng.App.Pages.Data;

/// <summary><c>/template.xlsx</c>: the empty workbook, with drop-downs and notes.</summary>
internal static class TemplateFile
{
    public static void MapCensusTemplate(this WebApplication app) => app.MapGet("/template.xlsx", (PackLibrary packs) =>
    {
        using var content = new MemoryStream();
        CensusTemplate.Write(content, packs.Codes);
        return TypedResults.File(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "学衡基础数据模板.xlsx");
    }).ExcludeFromDescription();
}
