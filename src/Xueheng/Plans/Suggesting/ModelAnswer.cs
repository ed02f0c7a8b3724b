using System.Text.Json;

namespace Xueheng.Plans.Suggesting;

/// <summary>One commitment as a model claims it; nothing of it is believed yet.</summary>
internal sealed record ClaimedCommitment(string? Quote, string? Subject, decimal? Value, string? Unit, string? Comparison, string? Deadline, string? Kind);

/// <summary>Reads what a model wrote.</summary>
internal static class ModelAnswer
{
    /// <summary>What is asked for, as JSON Schema.</summary>
    public const string Schema = """
        {
          "type": "object",
          "properties": {
            "commitments": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "quote": { "type": "string" },
                  "subject": { "type": "string" },
                  "value": { "type": ["number", "null"] },
                  "unit": { "type": ["string", "null"] },
                  "comparison": { "type": ["string", "null"], "enum": ["at_least", "at_most", "equal", "increase_by", null] },
                  "deadline": { "type": ["string", "null"] },
                  "kind": { "type": "string", "enum": ["promised", "achieved"] }
                },
                "required": ["quote", "subject", "value", "unit", "comparison", "deadline", "kind"],
                "additionalProperties": false
              }
            }
          },
          "required": ["commitments"],
          "additionalProperties": false
        }
        """;

    /// <returns>The claims, those of a wrong shape as empty ones; null when it is not the JSON asked for. Words before and after it are forgiven: models like to talk.</returns>
    public static List<ClaimedCommitment>? Read(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text.AsMemory(start, end + 1 - start), new JsonDocumentOptions { MaxDepth = 16 });
            return json.RootElement.TryGetProperty("commitments", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(Claim)] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ClaimedCommitment Claim(JsonElement node) => node.ValueKind != JsonValueKind.Object
        ? new ClaimedCommitment(null, null, null, null, null, null, null)
        : new ClaimedCommitment(
            Text(node, "quote"), Text(node, "subject"),
            node.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number ? value.TryGetDecimal(out var number) ? number : decimal.MaxValue : null,
            Text(node, "unit"), Text(node, "comparison"), Text(node, "deadline"), Text(node, "kind"));

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()!.Trim() : null;
}
