using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xueheng.Census;

namespace Xueheng.App.Commands;

/// <summary>What <c>census check --json</c> and <c>census import --json</c> print.</summary>
internal static class ImportJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static object Of(ImportResult result, ImportCommand command) => new
    {
        County = command.County.Value,
        Period = command.Period.ToString(),
        result.Run,
        result.Revision,
        result.Published,
        result.Errors,
        result.Warnings,
        result.NotKept,
        Rows = result.RowsBySheet,
        Findings = result.Findings.Select(f => new Item(
            f.Rule, f.Severity, f.Importance, command.Files[f.File].Name, f.Sheet, f.Line, f.Column, f.Value, f.Expected, f.School, f.Message)),
    };

    /// <param name="Row">As the spreadsheet shows it.</param>
    private sealed record Item(
        string Rule, Severity Severity, Importance Importance, string File, string Sheet, int Row, string Column, string Value, string Expected, string School, string Message);
}
