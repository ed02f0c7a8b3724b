using Xueheng.Standards;

namespace Xueheng.App.Pages.Charts;

/// <summary>One bar of a chart.</summary>
/// <param name="Value">Null when unknown.</param>
/// <param name="Text">The value as it is written.</param>
public sealed record Bar(string Name, string? Address, double? Value, string Text, Verdict? Verdict)
{
    /// <summary>The limit of this bar alone; null where the chart has one for all.</summary>
    public double? Limit { get; init; }
}
