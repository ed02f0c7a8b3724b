using System.IO.Compression;
using System.Xml;
using Xueheng.Workbooks;

namespace Xueheng.Census;

/// <summary>Copies an .xlsx part by part into a new one, marking the sheets concerned on the way. Memory does not grow with the rows.</summary>
internal static class MarkedWorkbook
{
    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false };

    private static readonly XmlWriterSettings Writing = new() { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false };

    public static bool Write(
        string from, string to, IReadOnlyDictionary<string, MarkedTab> tabs, IEnumerable<FindingLine> lines, CancellationToken cancellation)
    {
        using var source = ZipFile.OpenRead(from);
        using var file = File.Create(to);
        using var target = new ZipArchive(file, ZipArchiveMode.Create);
        var parts = new MarkedParts(source);
        var marked = tabs.Where(t => parts.Sheets.ContainsKey(t.Key)).ToDictionary(t => parts.Sheets[t.Key], t => t.Value);
        var findings = parts.AddFirst(FindingSheet.Name);
        foreach (var entry in source.Entries.Where(e => e.FullName != parts.StylesPart && e.FullName != findings && !e.FullName.EndsWith('/')))
        {
            cancellation.ThrowIfCancellationRequested();
            using var stream = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
            if (parts.ChangeOf(entry.FullName) is { } changed)
            {
                changed.Save(stream, System.Xml.Linq.SaveOptions.DisableFormatting);
                continue;
            }

            using var original = entry.Open();
            if (marked.TryGetValue(entry.FullName, out var tab))
            {
                using var reader = XmlReader.Create(original, Reading);
                using var writer = XmlWriter.Create(stream, Writing);
                new MarkedSheet(tab, parts.Styles, cancellation).Copy(reader, writer);
            }
            else
            {
                original.CopyTo(stream);
            }
        }

        using (var stream = target.CreateEntry(findings, CompressionLevel.Fastest).Open())
        using (var writer = XmlWriter.Create(stream, Writing))
        {
            WriteFindings(writer, parts, lines);
        }

        // Last, for the sheets above asked for styles as they went.
        using var styles = target.CreateEntry(parts.StylesPart, CompressionLevel.Fastest).Open();
        parts.Styles.Save(styles);
        return true;
    }

    private static void WriteFindings(XmlWriter xml, MarkedParts parts, IEnumerable<FindingLine> lines)
    {
        var main = parts.Main.NamespaceName;
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("cols", main);
        for (var i = 0; i < FindingSheet.Columns.Count; i++)
        {
            xml.WriteStartElement("col", main);
            xml.WriteAttributeString("min", Invariant(i + 1));
            xml.WriteAttributeString("max", Invariant(i + 1));
            xml.WriteAttributeString("width", Invariant(FindingSheet.Columns[i].Width ?? 10));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", main);
        WriteRow(xml, main, 1, [.. FindingSheet.Columns.Select(c => (c.Heading, parts.Styles.Heading))]);
        var line = 1;
        foreach (var finding in lines.Take(WorkbookWriter.MaxRows - 1))
        {
            var texts = FindingSheet.TextsOf(finding);
            WriteRow(xml, main, ++line, [.. texts.Select((text, i) => (text, i == 0 ? parts.Styles.Marked(0, finding.Finding.Severity) : 0))]);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", main);
        xml.WriteAttributeString("ref", $"A1:{ColumnLetters.Of(FindingSheet.Columns.Count - 1)}{Invariant(line)}");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, string main, int line, IReadOnlyList<(string Text, int Style)> cells)
    {
        xml.WriteStartElement("row", main);
        xml.WriteAttributeString("r", Invariant(line));
        for (var field = 0; field < cells.Count; field++)
        {
            var (text, style) = cells[field];
            xml.WriteStartElement("c", main);
            xml.WriteAttributeString("r", ColumnLetters.Of(field) + Invariant(line));
            xml.WriteAttributeString("s", Invariant(style));
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", main);
            xml.WriteElementString("t", main, CellText.Clean(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Invariant(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
