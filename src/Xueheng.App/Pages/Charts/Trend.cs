namespace Xueheng.App.Pages.Charts;

/// <summary>One line of a chart over periods.</summary>
/// <param name="Values">One for each period of the chart; null where unknown.</param>
/// <param name="Colour">Class of the stylesheet without its first letter: 1 to 4.</param>
public sealed record Trend(string Name, IReadOnlyList<double?> Values, int Colour)
{
    public double? Limit { get; init; }
}
