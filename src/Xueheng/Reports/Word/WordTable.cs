using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>A plain ruled table whose headings repeat on every page.</summary>
/// <param name="style">Id of the paragraph style of its text.</param>
internal sealed class WordTable(string style, params (string Heading, int Percent)[] columns)
{
    private readonly List<TableRow> _rows = [];

    /// <summary>Rows may run over the end of a page: for rows that can be longer than one.</summary>
    public bool RowsBreak { get; init; }

    public bool HasRows => _rows.Count > 0;

    public void Add(params OpenXmlElement[][] cells) =>
        _rows.Add(new TableRow([.. Properties(), .. cells.Select((content, column) => Cell(column, content))]));

    public Table Build()
    {
        var headings = new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. columns.Select((c, column) => Cell(column, [Heading(c.Heading)], filled: true))]);
        return new Table(
        [
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 },
                    new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
            new TableGrid([.. columns.Select(c => new GridColumn { Width = Number(c.Percent * 100) })]),
            headings,
            .. _rows,
        ]);
    }

    public static Run Text(string text) => RunText.Of(null, text);

    private IEnumerable<OpenXmlElement> Properties() => RowsBreak ? [] : [new TableRowProperties(new CantSplit())];

    private static Run Heading(string text)
    {
        var run = Text(text);
        run.RunProperties = new RunProperties(new Bold());
        return run;
    }

    private TableCell Cell(int column, OpenXmlElement[] content, bool filled = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Pct, Width = Number(columns[column].Percent * 50) });
        if (filled)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EDEDED" });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
