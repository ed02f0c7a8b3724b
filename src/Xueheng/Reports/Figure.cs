using System.Text.Json.Serialization;
using Xueheng.Census;

namespace Xueheng.Reports;

/// <summary>Where a figure comes from: everything needed to follow it back.</summary>
/// <param name="Key">What it is, the same in every printing, for example <c>indicator L1 primary mean</c>.</param>
/// <param name="Name">What it is, in words.</param>
/// <param name="Indicator">Id of the indicator or fact.</param>
/// <param name="Stage">Null for a figure of the whole county or school.</param>
/// <param name="School">学校标识码; null for a figure of the county.</param>
/// <param name="Formula">How it is reckoned, in words.</param>
/// <param name="Standard">Id of the standard, or of the fact pack for a plain count.</param>
/// <param name="Version">Version of that pack.</param>
/// <param name="Hash">SHA-256 of that pack.</param>
/// <param name="Page">Address of its page, from the site's root.</param>
public record FigureSource(
    string Key,
    string Name,
    string Indicator,
    Stage? Stage,
    string? School,
    int Period,
    int Revision,
    string Formula,
    string Standard,
    string Version,
    string Hash,
    string Page)
{
    internal static readonly FigureSource None = new("", "", "", null, null, 0, 0, "", "", "", "", "");
}

/// <summary>A figure as a report carries it: where it comes from and what was printed.</summary>
public sealed record Figure : FigureSource
{
    internal Figure(FigureSource source)
        : base(source)
    {
    }

    [JsonConstructor]
    internal Figure()
        : base(None)
    {
    }

    /// <summary>Order of first appearance in the report, from 1; its row in the annex.</summary>
    public required int Number { get; init; }

    /// <summary>As printed; the reason in brackets when the figure is missing.</summary>
    public required string Printed { get; init; }

    /// <summary>Before rounding; null when the figure is a word (达标) or missing.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why there is no figure; null when there is one.</summary>
    public string? Missing { get; init; }
}

public enum FigureChangeKind
{
    Changed = 1,

    /// <summary>The last printing did not carry it.</summary>
    Added = 2,

    /// <summary>The last printing carried it, this one does not.</summary>
    Removed = 3,
}

/// <summary>What became of a figure since the template's last printing for the same county and period.</summary>
/// <param name="Before">As printed last time; null when added.</param>
/// <param name="After">As printed now; null when removed.</param>
public sealed record FigureChange(FigureChangeKind Kind, string Key, string Name, string? Before, string? After, string Page);

/// <summary>A figure that could not be given.</summary>
/// <param name="Reason">In the language of the screens.</param>
public sealed record MissingFigure(int Number, string Name, string Reason, string Page);

/// <summary>Asks for one printing.</summary>
/// <param name="Template">Id of a template in <c>packs/reports</c>, or the path of a .docx.</param>
/// <param name="Site">Address of the site the figures link to, for example <c>http://127.0.0.1:5080</c>.</param>
/// <param name="Standard">The standard to measure by; null for the one the template asks for.</param>
/// <param name="Uploaded">A template that is no file here: its bytes; <paramref name="Template"/> is then its name. Whoever takes a
/// template from a browser gives its bytes, never a path.</param>
public sealed record PrintCommand(
    CountyCode County, Period Period, string Template, Uri Site, string? Standard = null, byte[]? Uploaded = null)
{
    /// <summary>Bytes a template may have.</summary>
    public const int LargestTemplate = 20 * 1024 * 1024;
}

/// <summary>A report as it was printed and stored.</summary>
/// <param name="Document">The .docx.</param>
/// <param name="Figures">In order of first appearance.</param>
/// <param name="Changes">Since the template's last printing; empty when there was none.</param>
/// <param name="Before">When the last printing was made; null when this is the first.</param>
public sealed record PrintedReport(
    Guid Id,
    string Template,
    string Title,
    int Revision,
    DateTimeOffset PrintedAt,
    byte[] Document,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<FigureChange> Changes,
    IReadOnlyList<MissingFigure> Missing,
    DateTimeOffset? Before);
