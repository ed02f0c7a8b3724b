using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Xueheng.Workbooks;

/// <summary>Writes the rows of one sheet, one after another; nothing is kept but notes.</summary>
public sealed class SheetWriter
{
    private const double LineHeight = 15;

    /// <summary>A row cannot be higher.</summary>
    private const int MaxLines = 27;

    private readonly XmlWriter _xml;
    private readonly WorkbookSheet _sheet;
    private readonly CellStyles _styles;
    private readonly DropDowns _choices;
    private readonly SheetNotes _notes;
    private readonly string[] _letters;
    private readonly Dictionary<CellStyle, string> _styleNumbers = [];
    private readonly int _headingRow;
    private readonly bool _wraps;
    private int _row;

    internal SheetWriter(XmlWriter xml, WorkbookSheet sheet, CellStyles styles, DropDowns choices, SheetNotes notes)
    {
        (_xml, _sheet, _styles, _choices, _notes) = (xml, sheet, styles, choices, notes);
        _letters = [.. Enumerable.Range(0, sheet.Columns.Count).Select(ColumnLetters.Of)];
        _headingRow = sheet.Preface.Count + 1;
        _wraps = sheet.Columns.Any(c => c.Wrap);
        Open();
    }

    /// <summary>Number of the last row written, as the spreadsheet shows it.</summary>
    public int LastRow => _row;

    /// <summary>Writes one row under the last; cells beyond the columns are refused, missing ones stay empty.</summary>
    /// <exception cref="InvalidOperationException">The sheet is full: 1,048,576 rows with the headings.</exception>
    public void Write(params ReadOnlySpan<Cell> cells)
    {
        if (cells.Length > _letters.Length)
        {
            throw new ArgumentException($"{_sheet.Name} has {_letters.Length} columns, {cells.Length} cells were given.", nameof(cells));
        }

        var row = StartRow(_wraps ? LinesOf(cells) : 1);
        for (var column = 0; column < cells.Length; column++)
        {
            ref readonly var cell = ref cells[column];
            WriteCell(row, column, cell, LookOf(cell.Tone), _sheet.Columns[column]);
            if (cell.Note is { } note)
            {
                _notes.Add(column, _row, note);
            }
        }

        _xml.WriteEndElement();
    }

    /// <summary>Ends the sheet: filter, drop-downs, and the drawing its notes stand in.</summary>
    internal void Close()
    {
        _xml.WriteEndElement();
        if (_sheet.Filter)
        {
            new AutoFilter { Reference = Range(_headingRow, Math.Max(_row, _headingRow)) }.WriteTo(_xml);
        }

        _choices.RulesOf(_sheet, _headingRow + 1)?.WriteTo(_xml);
        new PageMargins { Left = 0.7, Right = 0.7, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 }.WriteTo(_xml);
        new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 }.WriteTo(_xml);
        if (_notes.Any)
        {
            new LegacyDrawing { Id = WorkbookParts.DrawingRelation }.WriteTo(_xml);
        }

        _xml.WriteEndElement();
    }

    private void Open()
    {
        _xml.WriteStartElement("worksheet", WorkbookParts.Main);
        _xml.WriteAttributeString("xmlns", "r", null, WorkbookParts.Relations);
        new SheetProperties(new PageSetupProperties { FitToPage = true }).WriteTo(_xml);
        new SheetViews(new SheetView(new Pane
        {
            HorizontalSplit = _sheet.FrozenColumns > 0 ? _sheet.FrozenColumns : null,
            VerticalSplit = _headingRow,
            TopLeftCell = string.Create(CultureInfo.InvariantCulture, $"{ColumnLetters.Of(_sheet.FrozenColumns)}{_headingRow + 1}"),
            ActivePane = _sheet.FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }).WriteTo(_xml);
        new SheetFormatProperties { DefaultRowHeight = 15 }.WriteTo(_xml);
        new Columns(_sheet.Columns.Select((column, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = column.Width ?? ColumnWidth.Of(column),
            CustomWidth = true,
            Style = _styles.Number(new CellStyle(FormatOf(column), CellLook.Plain, column.Wrap, false)),
        })).WriteTo(_xml);

        _xml.WriteStartElement("sheetData", WorkbookParts.Main);
        foreach (var line in _sheet.Preface)
        {
            var row = StartRow();
            WriteCell(row, 0, line, _row == 1 ? CellLook.Title : CellLook.Quiet, Plain);
            _xml.WriteEndElement();
        }

        var headings = StartRow();
        for (var i = 0; i < _sheet.Columns.Count; i++)
        {
            var column = _sheet.Columns[i];
            WriteCell(headings, i, column.Heading, column.Required ? CellLook.RequiredHeading : CellLook.Heading, Plain);
            if (column.Note is { } note)
            {
                _notes.Add(i, _row, note);
            }
        }

        _xml.WriteEndElement();
    }

    private static readonly WorkbookColumn Plain = new("");

    private string StartRow(int lines = 1)
    {
        if (_row == WorkbookWriter.MaxRows)
        {
            throw new InvalidOperationException($"{_sheet.Name} is full: a sheet has {WorkbookWriter.MaxRows} rows. Narrow the filter or write several sheets.");
        }

        _row++;
        var number = _row.ToString(CultureInfo.InvariantCulture);
        _xml.WriteStartElement("row", WorkbookParts.Main);
        _xml.WriteAttributeString("r", number);
        if (lines > 1)
        {
            // Not every program makes room for wrapped text by itself.
            _xml.WriteAttributeString("ht", (Math.Min(lines, MaxLines) * LineHeight).ToString(CultureInfo.InvariantCulture));
            _xml.WriteAttributeString("customHeight", "1");
        }

        return number;
    }

    private int LinesOf(ReadOnlySpan<Cell> cells)
    {
        var most = 1;
        for (var column = 0; column < cells.Length; column++)
        {
            if (_sheet.Columns[column].Wrap && cells[column].String is { } text)
            {
                var width = _sheet.Columns[column].Width ?? ColumnWidth.Of(_sheet.Columns[column]);
                most = Math.Max(most, text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(ColumnWidth.Measure(line) / (width - 1)))));
            }
        }

        return most;
    }

    private void WriteCell(string row, int column, in Cell cell, CellLook look, WorkbookColumn shown)
    {
        if (cell.Kind == Cell.Type.Blank && look == CellLook.Plain)
        {
            return;
        }

        _xml.WriteStartElement("c", WorkbookParts.Main);
        _xml.WriteAttributeString("r", string.Concat(_letters[column], row));
        switch (cell.Kind)
        {
            case Cell.Type.Number:
                WriteStyle(new CellStyle(shown.Type == ColumnType.Number ? FormatOf(shown) : CellStyles.General, look, shown.Wrap, false));
                WriteValue(cell.Value);
                break;
            case Cell.Type.Date:
                WriteStyle(new CellStyle(shown.Type == ColumnType.Date ? FormatOf(shown) : CellStyles.Day, look, shown.Wrap, false));
                WriteValue(cell.Value);
                break;
            case Cell.Type.Text:
                WriteText(cell.String!, look, shown.Wrap);
                break;
            default:
                WriteStyle(new CellStyle(FormatOf(shown), look, shown.Wrap, false));
                break;
        }

        _xml.WriteEndElement();
    }

    private void WriteText(string value, CellLook look, bool wrap)
    {
        var text = CellText.Clean(value);
        WriteStyle(new CellStyle(CellStyles.Text, look, wrap, text.Length > 0 && CellText.LooksLikeFormula(text)));
        _xml.WriteAttributeString("t", "inlineStr");
        _xml.WriteStartElement("is", WorkbookParts.Main);
        _xml.WriteStartElement("t", WorkbookParts.Main);
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
        {
            _xml.WriteAttributeString("xml", "space", null, "preserve");
        }

        _xml.WriteString(text);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteStyle(CellStyle style)
    {
        if (!_styleNumbers.TryGetValue(style, out var number))
        {
            number = _styles.Number(style).ToString(CultureInfo.InvariantCulture);
            _styleNumbers.Add(style, number);
        }

        _xml.WriteAttributeString("s", number);
    }

    private void WriteValue(double value) =>
        _xml.WriteElementString("v", WorkbookParts.Main, value.ToString("R", CultureInfo.InvariantCulture));

    private string Range(int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"A{from}:{_letters[^1]}{to}");

    private static string FormatOf(WorkbookColumn column) => column.Type switch
    {
        ColumnType.Text => CellStyles.Text,
        ColumnType.Date => column.Format ?? CellStyles.Day,
        _ => column.Format ?? CellStyles.General,
    };

    private static CellLook LookOf(CellTone tone) => tone switch
    {
        CellTone.Wrong => CellLook.Wrong,
        CellTone.Doubtful => CellLook.Doubtful,
        CellTone.Bold => CellLook.Bold,
        CellTone.Quiet => CellLook.Quiet,
        _ => CellLook.Plain,
    };
}
