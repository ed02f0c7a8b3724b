using Xueheng.Reports.Fields;

namespace Xueheng.Reports;

/// <summary>Gathers the figures of one printing in order of first appearance and gives each its number.</summary>
/// <param name="former">The figures of the last printing; null when there was none.</param>
internal sealed class FigureLedger(IReadOnlyList<Figure>? former)
{
    private readonly List<Figure> _figures = [];

    private readonly Dictionary<(string Key, string Printed), Figure> _byPrint = [];

    private readonly ILookup<string, Figure>? _former = former?.ToLookup(f => f.Key);

    public IReadOnlyList<Figure> Figures => _figures;

    public static string Missing(string reason) => $"（缺：{reason}）";

    /// <summary>The figure as this printing carries it; the same figure printed alike twice is one.</summary>
    public Figure Take(Reading.Amount amount, FigureFormat? format)
    {
        var printed = amount.Missing is { } reason ? Missing(reason)
            : amount.Word ?? FigureFormat.Print(amount.Value!.Value, format?.Pattern ?? amount.Format, amount.Bound);
        return Take(amount.Source, printed, amount.Value, amount.Missing);
    }

    public Figure Take(FigureSource source, string printed, decimal? value, string? missing)
    {
        if (_byPrint.TryGetValue((source.Key, printed), out var figure))
        {
            return figure;
        }

        figure = new Figure(source) { Number = _figures.Count + 1, Printed = printed, Value = value, Missing = missing };
        _figures.Add(figure);
        _byPrint[(source.Key, printed)] = figure;
        return figure;
    }

    /// <summary>Whether the last printing carried it with another value.</summary>
    public bool IsChanged(Figure figure) => _former is not null && FigureChanges.IsChanged(figure, _former[figure.Key]);
}
