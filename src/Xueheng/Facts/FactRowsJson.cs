using System.Text.Json;
using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>The JSON of rows behind a figure, the same for the command line and the API: each row's cells by heading.</summary>
public static class FactRowsJson
{
    public static string Write(FactRowsPage page) => JsonSerializer.Serialize(Shape(page), ContractJson.Options);

    /// <summary>The page as it is written, for an endpoint that serialises it with <see cref="ContractJson.Options"/>.</summary>
    public static FactRowsShape Shape(FactRowsPage page) => new(
        page.Revision,
        page.Fact.Id,
        page.Fact.Name,
        page.Fact.Unit,
        page.SchoolName,
        page.Stage,
        page.Value.Value,
        page.Value.Counted,
        page.Value.Declared,
        page.Value.Differs,
        page.Value.Missing,
        page.Value.Uncounted,
        page.Basis,
        page.Total,
        [.. page.Rows.Select(row => Row(row, page.Headings))],
        [.. page.Declarations.Select(row => Row(row, [page.Fact.Name]))]);

    private static FactRowShape Row(FactRow row, IReadOnlyList<string> headings) => new(
        row.File, row.Sheet, row.Line, row.School, row.SchoolName, headings.Zip(row.Cells).ToDictionary(c => c.First, c => c.Second), row.Reason);
}

/// <summary>A <see cref="FactRowsPage"/> as JSON has it.</summary>
public sealed record FactRowsShape(
    int Revision,
    string Fact,
    string Name,
    string Unit,
    string School,
    Stage? Stage,
    decimal? Value,
    decimal? Counted,
    decimal? Declared,
    bool Differs,
    string? Missing,
    string? Uncounted,
    FactBasis Basis,
    int Total,
    IReadOnlyList<FactRowShape> Rows,
    IReadOnlyList<FactRowShape> Declarations);

/// <param name="Cells">By heading.</param>
public sealed record FactRowShape(
    string File, string Sheet, int Line, string School, string SchoolName, IReadOnlyDictionary<string, string> Cells, string? Reason);
