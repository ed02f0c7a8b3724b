using System.Globalization;
using System.Xml;

namespace Xueheng.Workbooks;

/// <summary>
/// Notes on the cells of one sheet. A note is kept in two parts: its text, and a drawing in the older VML that says where
/// its box stands; without the drawing some programs do not show it.
/// </summary>
internal sealed class SheetNotes
{
    private const string Vml = "urn:schemas-microsoft-com:vml";
    private const string Office = "urn:schemas-microsoft-com:office:office";
    private const string OfficeExcel = "urn:schemas-microsoft-com:office:excel";
    private const string Author = "学衡";

    private readonly List<(int Column, int Row, string Text)> _notes = [];

    public bool Any => _notes.Count > 0;

    /// <param name="column">From 0.</param>
    /// <param name="row">From 1, as the spreadsheet shows it.</param>
    /// <param name="text">The note.</param>
    public void Add(int column, int row, string text) => _notes.Add((column, row, CellText.Clean(text)));

    public void WriteComments(XmlWriter xml)
    {
        xml.WriteStartElement("comments", WorkbookParts.Main);
        xml.WriteStartElement("authors", WorkbookParts.Main);
        xml.WriteElementString("author", WorkbookParts.Main, Author);
        xml.WriteEndElement();
        xml.WriteStartElement("commentList", WorkbookParts.Main);
        foreach (var (column, row, text) in _notes)
        {
            xml.WriteStartElement("comment", WorkbookParts.Main);
            xml.WriteAttributeString("ref", string.Create(CultureInfo.InvariantCulture, $"{ColumnLetters.Of(column)}{row}"));
            xml.WriteAttributeString("authorId", "0");
            xml.WriteStartElement("text", WorkbookParts.Main);
            xml.WriteStartElement("t", WorkbookParts.Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(text);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public void WriteDrawing(XmlWriter xml)
    {
        xml.WriteStartElement("xml");
        xml.WriteAttributeString("xmlns", "v", null, Vml);
        xml.WriteAttributeString("xmlns", "o", null, Office);
        xml.WriteAttributeString("xmlns", "x", null, OfficeExcel);
        xml.WriteStartElement("shapetype", Vml);
        xml.WriteAttributeString("id", "note");
        xml.WriteAttributeString("coordsize", "21600,21600");
        xml.WriteAttributeString("spt", Office, "202");
        xml.WriteAttributeString("path", "m,l,21600r21600,l21600,xe");
        xml.WriteEndElement();
        for (var i = 0; i < _notes.Count; i++)
        {
            WriteShape(xml, i, _notes[i]);
        }

        xml.WriteEndElement();
    }

    private static void WriteShape(XmlWriter xml, int index, (int Column, int Row, string Text) note)
    {
        var lines = 2 + (note.Text.Length / 16) + note.Text.Count(c => c == '\n');
        xml.WriteStartElement("shape", Vml);
        xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"n{index + 1}"));
        xml.WriteAttributeString("type", "#note");
        xml.WriteAttributeString("style", "position:absolute;width:220pt;height:80pt;visibility:hidden");
        xml.WriteAttributeString("fillcolor", "#ffffe1");
        xml.WriteStartElement("ClientData", OfficeExcel);
        xml.WriteAttributeString("ObjectType", "Note");
        xml.WriteElementString("Anchor", OfficeExcel, string.Create(
            CultureInfo.InvariantCulture,
            $"{note.Column + 1}, 8, {note.Row - 1}, 2, {note.Column + 4}, 8, {note.Row - 1 + Math.Clamp(lines, 3, 24)}, 2"));
        xml.WriteElementString("AutoFill", OfficeExcel, "False");
        xml.WriteElementString("Row", OfficeExcel, (note.Row - 1).ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("Column", OfficeExcel, note.Column.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
