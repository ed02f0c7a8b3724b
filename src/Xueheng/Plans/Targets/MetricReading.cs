namespace Xueheng.Plans.Targets;

/// <summary>What the census of a period says of a metric.</summary>
/// <param name="Name">What was read, in words: 「普惠性幼儿园覆盖率」.</param>
/// <param name="Unit">Empty where it has none.</param>
/// <param name="Value">Not rounded; null when it cannot be told.</param>
/// <param name="Missing">Why there is no value; null when there is one.</param>
/// <param name="Formula">How it is reckoned, in words.</param>
/// <param name="Page">Address of the page that opens the figure to its rows, from the site's root.</param>
public sealed record MetricReading(
    string Name, string Unit, double? Value, string? Missing, string Formula, int Period, int Revision, string Page);
