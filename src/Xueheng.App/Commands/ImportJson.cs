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
        county = command.County.Value,
        period = command.Period.ToString(),
        run = result.Run,
        revision = result.Revision,
        published = result.Published,
        errors = result.Errors,
        warnings = result.Warnings,
        notKept = result.NotKept,
        rows = result.RowsBySheet,
        findings = result.Findings.Select(f => new
        {
            rule = f.Rule,
            severity = f.Severity,
            importance = f.Importance,
            file = command.Files[f.File].Name,
            sheet = f.Sheet,
            row = f.Line,
            column = f.Column,
            value = f.Value,
            expected = f.Expected,
            school = f.School,
            message = f.Message,
        }),
    };
}
