namespace Xueheng.Plans.Importing;

/// <summary>Where a document was published.</summary>
public static class SourceAddress
{
    public const int Longest = 500;

    /// <returns>An http or https address; null when the text is none.</returns>
    public static Uri? Parse(string? text) =>
        text?.Trim() is { Length: > 0 and <= Longest } trimmed && Uri.TryCreate(trimmed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0
            ? address
            : null;
}
