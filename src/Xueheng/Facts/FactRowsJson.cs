using System.Text.Json;

namespace Xueheng.Facts;

/// <summary>The JSON of rows behind a figure, the same for the command line and the API: each row's cells by heading.</summary>
public static class FactRowsJson
{
    public static string Write(FactRowsPage page) => JsonSerializer.Serialize(Shape(page), ContractJson.Options);

    /// <summary>The page as it is written, for an endpoint that serialises it with <see cref="ContractJson.Options"/>.</summary>
    public static object Shape(FactRowsPage page) => new
    {
        page.Revision,
        Fact = page.Fact.Id,
        page.Fact.Name,
        page.Fact.Unit,
        School = page.SchoolName,
        page.Stage,
        page.Value.Value,
        page.Value.Counted,
        page.Value.Declared,
        page.Value.Differs,
        page.Value.Missing,
        page.Value.Uncounted,
        page.Basis,
        page.Total,
        Rows = page.Rows.Select(row => Row(row, page.Headings)),
        Declarations = page.Declarations.Select(row => Row(row, [page.Fact.Name])),
    };

    private static object Row(FactRow row, IReadOnlyList<string> headings) => new
    {
        row.File,
        row.Sheet,
        row.Line,
        row.School,
        row.SchoolName,
        Cells = headings.Zip(row.Cells).ToDictionary(c => c.First, c => c.Second),
        row.Reason,
    };
}
