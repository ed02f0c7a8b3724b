namespace Xueheng.Reports.Charts;

/// <summary>A chart as numbers: bars and lines over the same categories.</summary>
/// <param name="Title">Also the alternative text.</param>
/// <param name="Unit">Of the value axis; empty for none.</param>
/// <param name="ValueFormat">A spreadsheet number format, for example <c>0.00</c>.</param>
internal sealed record ChartData(string Title, string Unit, string ValueFormat, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series);

/// <param name="Values">One for each category; null where there is none, which is drawn as a gap.</param>
/// <param name="Colour">RRGGBB.</param>
internal sealed record ChartSeries(string Name, bool Line, bool Dashed, string Colour, IReadOnlyList<decimal?> Values)
{
    public static ChartSeries Bars(string name, string colour, IEnumerable<decimal?> values) => new(name, false, false, colour, [.. values]);

    public static ChartSeries Level(string name, string colour, IEnumerable<decimal?> values) => new(name, true, true, colour, [.. values]);

    public static ChartSeries Course(string name, string colour, IEnumerable<decimal?> values) => new(name, true, false, colour, [.. values]);
}

/// <summary>Colours that stay apart on a grey printer: dark, light, darkest.</summary>
internal static class ChartColours
{
    public const string Meets = "4F7CAC";

    public const string Near = "F0C05A";

    public const string Fails = "A83232";

    public const string Bound = "202020";
}
