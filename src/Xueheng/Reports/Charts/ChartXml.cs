using System.Globalization;
using System.Xml.Linq;
using Xueheng.Workbooks;

namespace Xueheng.Reports.Charts;

/// <summary>Writes a chart as DrawingML: bars and lines on shared axes, with the values cached and their workbook inside.</summary>
internal static class ChartXml
{
    private const string CategoryAxis = "111111111";

    private const string ValueAxis = "222222222";

    /// <summary>More categories than this are written upright on their side.</summary>
    private const int MostLevelLabels = 8;

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="workbook">Id of the relationship to the workbook the chart is edited with.</param>
    public static XDocument Write(ChartData data, string workbook) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        new XElement(
            C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C),
            new XAttribute(XNamespace.Xmlns + "a", A),
            new XAttribute(XNamespace.Xmlns + "r", R),
            Value("roundedCorners", "0"),
            new XElement(
                C + "chart",
                Title(data.Title, 1000, bold: true),
                Value("autoTitleDeleted", "0"),
                PlotArea(data),
                new XElement(C + "legend", Value("legendPos", "b"), Value("overlay", "0"), Text(800)),
                Value("plotVisOnly", "1"),
                Value("dispBlanksAs", "gap")),
            new XElement(C + "spPr", new XElement(A + "solidFill", Colour("FFFFFF")), new XElement(A + "ln", new XElement(A + "noFill"))),
            Text(800),
            new XElement(C + "externalData", new XAttribute(R + "id", workbook), Value("autoUpdate", "0"))));

    private static XElement PlotArea(ChartData data)
    {
        var numbered = data.Series.Select((series, index) => (Series: series, Index: index)).ToList();
        var (bars, lines) = (numbered.Where(s => !s.Series.Line).ToList(), numbered.Where(s => s.Series.Line).ToList());
        return new XElement(
            C + "plotArea",
            new XElement(C + "layout"),
            bars.Count == 0 ? null : new XElement(
                C + "barChart",
                Value("barDir", "col"), Value("grouping", "clustered"), Value("varyColors", "0"),
                bars.Select(s => Series(data, s.Series, s.Index)),
                Value("gapWidth", data.Categories.Count > MostLevelLabels ? "35" : "120"), Value("overlap", "100"), Value("axId", CategoryAxis), Value("axId", ValueAxis)),
            lines.Count == 0 ? null : new XElement(
                C + "lineChart",
                Value("grouping", "standard"), Value("varyColors", "0"),
                lines.Select(s => Series(data, s.Series, s.Index)),
                Value("marker", "1"), Value("axId", CategoryAxis), Value("axId", ValueAxis)),
            new XElement(
                C + "catAx",
                Value("axId", CategoryAxis), Scaling(), Value("delete", "0"), Value("axPos", "b"),
                new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", "0")),
                Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "low"), Line("808080"),
                data.Categories.Count > MostLevelLabels ? Text(data.Categories.Count switch { > 45 => 500, > 30 => 600, _ => 700 }, "-5400000") : Text(800),
                Value("crossAx", ValueAxis), Value("crosses", "autoZero"), Value("auto", "0"), Value("lblAlgn", "ctr"), Value("lblOffset", "50"),
                Value("tickLblSkip", "1"), Value("noMultiLvlLbl", "1")),
            new XElement(
                C + "valAx",
                Value("axId", ValueAxis), Scaling(lowest: bars.Count > 0 ? "0" : null), Value("delete", "0"), Value("axPos", "l"),
                new XElement(C + "majorGridlines", Line("D9D9D9")),
                data.Unit.Length > 0 ? Title(data.Unit, 800, bold: false) : null,
                new XElement(C + "numFmt", new XAttribute("formatCode", data.ValueFormat == "0.000" ? "0.00" : data.ValueFormat), new XAttribute("sourceLinked", "0")),
                Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"), Line("FFFFFF"), Text(800),
                Value("crossAx", CategoryAxis), Value("crosses", "autoZero"), Value("crossBetween", "between")));
    }

    private static XElement Series(ChartData data, ChartSeries series, int index)
    {
        var (column, last) = (ColumnLetters.Of(index + 1), data.Categories.Count + 1);
        var few = data.Categories.Count <= MostLevelLabels;
        return new XElement(
            C + "ser",
            Value("idx", Number(index)), Value("order", Number(index)),
            new XElement(C + "tx", Strings($"{ChartWorkbook.Sheet}!${column}$1", [series.Name])),
            new XElement(C + "spPr", series.Line ? Stroke(series) : new XElement(A + "solidFill", Colour(series.Colour))),
            series.Line ? new XElement(C + "marker", Value("symbol", series.Dashed ? "none" : "circle"), series.Dashed ? null : Value("size", "5")) : Value("invertIfNegative", "0"),
            few && !series.Dashed ? Labels(data, series) : null,
            new XElement(C + "cat", Strings($"{ChartWorkbook.Sheet}!$A$2:$A${last}", data.Categories)),
            new XElement(
                C + "val",
                new XElement(
                    C + "numRef",
                    new XElement(C + "f", $"{ChartWorkbook.Sheet}!${column}$2:${column}${last}"),
                    new XElement(
                        C + "numCache",
                        new XElement(C + "formatCode", data.ValueFormat),
                        Value("ptCount", Number(series.Values.Count)),
                        series.Values.Select((v, n) => v is { } value
                            ? new XElement(C + "pt", new XAttribute("idx", n), new XElement(C + "v", value.ToString(CultureInfo.InvariantCulture)))
                            : null)))),
            series.Line ? Value("smooth", "0") : null);
    }

    private static XElement Labels(ChartData data, ChartSeries series) => new(
        C + "dLbls",
        new XElement(C + "numFmt", new XAttribute("formatCode", data.ValueFormat == "General" ? "0.00" : data.ValueFormat), new XAttribute("sourceLinked", "0")),
        new XElement(C + "spPr", new XElement(A + "noFill")), Text(800), Value("dLblPos", series.Line ? "t" : "outEnd"),
        Value("showLegendKey", "0"), Value("showVal", "1"), Value("showCatName", "0"), Value("showSerName", "0"), Value("showPercent", "0"), Value("showBubbleSize", "0"));

    private static XElement Strings(string formula, IReadOnlyList<string> texts) => new(
        C + "strRef",
        new XElement(C + "f", formula),
        new XElement(
            C + "strCache",
            Value("ptCount", Number(texts.Count)),
            texts.Select((text, n) => new XElement(C + "pt", new XAttribute("idx", n), new XElement(C + "v", Word.XmlText.Clean(text))))));

    private static XElement Title(string text, int size, bool bold) => new(
        C + "title",
        new XElement(
            C + "tx",
            new XElement(
                C + "rich",
                new XElement(A + "bodyPr"),
                new XElement(
                    A + "p",
                    new XElement(A + "pPr", Characters("defRPr", size, bold)),
                    new XElement(A + "r", Characters("rPr", size, bold), new XElement(A + "t", Word.XmlText.Clean(text)))))),
        Value("overlay", "0"));

    private static XElement Text(int size, string? rotation = null) => new(
        C + "txPr",
        new XElement(A + "bodyPr", rotation is null ? null : new XAttribute("rot", rotation), rotation is null ? null : new XAttribute("vert", "horz")),
        new XElement(A + "p", new XElement(A + "pPr", Characters("defRPr", size, bold: false)), new XElement(A + "endParaRPr", new XAttribute("lang", "zh-CN"))));

    private static XElement Characters(string name, int size, bool bold) => new(
        A + name,
        new XAttribute("lang", "zh-CN"),
        new XAttribute("sz", size),
        new XAttribute("b", bold ? "1" : "0"),
        new XElement(A + "latin", new XAttribute("typeface", "Times New Roman")),
        new XElement(A + "ea", new XAttribute("typeface", "宋体")));

    private static XElement Scaling(string? lowest = null) =>
        new(C + "scaling", Value("orientation", "minMax"), lowest is null ? null : Value("min", lowest));

    private static XElement Stroke(ChartSeries series) => new(
        A + "ln", new XAttribute("w", series.Dashed ? 15875 : 22225),
        new XElement(A + "solidFill", Colour(series.Colour)),
        series.Dashed ? new XElement(A + "prstDash", new XAttribute("val", "dash")) : null);

    private static XElement Line(string colour) =>
        new(C + "spPr", new XElement(A + "ln", new XAttribute("w", 6350), new XElement(A + "solidFill", Colour(colour))));

    private static XElement Colour(string rgb) => new(A + "srgbClr", new XAttribute("val", rgb));

    private static XElement Value(string name, string value) => new(C + name, new XAttribute("val", value));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
