using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Xueheng.Workbooks;

namespace Xueheng.Census;

/// <summary>
/// Copies the XML of one sheet from reader to writer and changes only the rows with marks, so that everything else the
/// bureau put there (formats, drop-downs, comments, merged cells) stays as it was.
/// </summary>
internal sealed class MarkedSheet(MarkedTab tab, MarkedStyles styles, CancellationToken cancellation)
{
    private const double ErrorWidth = 60;

    private readonly Queue<int> _waiting = new(tab.Marks.Lines.Append(tab.HeadingLine).Distinct().Order());
    private XNamespace _main = XNamespace.None;
    private int _line;
    private bool _columnsDone;

    public void Copy(XmlReader reader, XmlWriter writer)
    {
        reader.MoveToContent();
        _main = reader.NamespaceURI;
        writer.WriteStartDocument(standalone: true);
        StartElement(reader, writer);
        var more = reader.Read();
        while (more && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == 0))
        {
            switch (reader)
            {
                case { NodeType: XmlNodeType.Element, LocalName: "sheetData" }:
                    CopyColumns(null, writer);
                    CopyRows(reader, writer);
                    break;
                case { NodeType: XmlNodeType.Element, LocalName: "cols" }:
                    CopyColumns((XElement)XNode.ReadFrom(reader), writer);
                    break;
                case { NodeType: XmlNodeType.Element, LocalName: "dimension" }:
                    // One column short now, and optional.
                    reader.Skip();
                    break;
                default:
                    writer.WriteNode(reader, defattr: false);
                    break;
            }

            more = !reader.EOF;
        }

        writer.WriteEndElement();
    }

    private static void StartElement(XmlReader reader, XmlWriter writer)
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, defattr: false);
    }

    private void CopyRows(XmlReader reader, XmlWriter writer)
    {
        StartElement(reader, writer);
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            reader.Read();
            while (!(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    CopyRow(reader, writer);
                }
                else
                {
                    reader.Read();
                }
            }
        }

        InsertRows(int.MaxValue, writer);
        reader.Read();
        writer.WriteEndElement();
    }

    private void CopyRow(XmlReader reader, XmlWriter writer)
    {
        cancellation.ThrowIfCancellationRequested();
        _line = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : _line + 1;
        InsertRows(_line, writer);
        if (_waiting.TryPeek(out var next) && next == _line)
        {
            _waiting.Dequeue();
        }
        else if (!tab.Marked)
        {
            writer.WriteNode(reader, defattr: false);
            return;
        }

        var row = (XElement)XNode.ReadFrom(reader);
        Change(row);
        row.WriteTo(writer);
    }

    /// <summary>Rows that have marks but are not in the file, as when a whole sheet is empty.</summary>
    private void InsertRows(int before, XmlWriter writer)
    {
        while (_waiting.TryPeek(out var next) && next < before)
        {
            _waiting.Dequeue();
            var here = _line;
            _line = next;
            var row = new XElement(_main + "row", new XAttribute("r", next));
            Change(row);
            row.WriteTo(writer);
            _line = here;
        }
    }

    private void Change(XElement row)
    {
        var mark = tab.Marks[_line];
        var cells = new SortedDictionary<int, XElement>();
        var last = -1;
        foreach (var cell in row.Elements(_main + "c"))
        {
            last = (string?)cell.Attribute("r") is { } reference ? Field(reference) : last + 1;
            if (tab.Marked && (int?)cell.Attribute("s") is { } old && styles.Unmarked(old) is var clean && clean != old)
            {
                cell.SetAttributeValue("s", clean);
            }

            cells[last] = cell;
        }

        cells.Remove(tab.ErrorField);
        foreach (var (field, heading) in tab.Headings)
        {
            if (mark?.Of(heading) is { } severity)
            {
                var cell = cells.TryGetValue(field, out var found) ? found : cells[field] = Cell(field);
                cell.SetAttributeValue("s", styles.Marked((int?)cell.Attribute("s") ?? 0, severity));
            }
        }

        if (_line == tab.HeadingLine)
        {
            // The heading must stay one, for the workbook to come back: what is wrong with the headings is told by the first sheet and by colour.
            cells[tab.ErrorField] = Text(tab.ErrorField, SheetHeader.ErrorColumn, mark is null ? styles.Heading : styles.Marked(0, mark.Severity));
        }
        else if (mark is not null)
        {
            cells[tab.ErrorField] = Text(tab.ErrorField, mark.Text, styles.Marked(0, mark.Severity, wrap: true));
        }

        row.Attribute("spans")?.Remove();
        row.Elements(_main + "c").Remove();
        row.AddFirst(cells.Values);
    }

    private void CopyColumns(XElement? columns, XmlWriter writer)
    {
        if (_columnsDone)
        {
            return;
        }

        _columnsDone = true;
        columns ??= new XElement(_main + "cols");
        var column = tab.ErrorField + 1;
        if (!columns.Elements(_main + "col").Any(c => (int)c.Attribute("min")! <= column && (int)c.Attribute("max")! >= column))
        {
            var added = new XElement(_main + "col", new XAttribute("min", column), new XAttribute("max", column), new XAttribute("width", ErrorWidth), new XAttribute("customWidth", 1));
            var before = columns.Elements(_main + "col").LastOrDefault(c => (int)c.Attribute("max")! < column);
            if (before is null)
            {
                columns.AddFirst(added);
            }
            else
            {
                before.AddAfterSelf(added);
            }
        }

        columns.WriteTo(writer);
    }

    private XElement Cell(int field) => new(_main + "c", new XAttribute("r", Reference(field)));

    private XElement Text(int field, string text, int style) => new(_main + "c",
        new XAttribute("r", Reference(field)), new XAttribute("s", style), new XAttribute("t", "inlineStr"),
        new XElement(_main + "is", new XElement(_main + "t", CellText.Clean(text))));

    private string Reference(int field) => string.Create(CultureInfo.InvariantCulture, $"{ColumnLetters.Of(field)}{_line}");

    private static int Field(string reference)
    {
        var field = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter))
        {
            field = (field * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return field - 1;
    }
}
