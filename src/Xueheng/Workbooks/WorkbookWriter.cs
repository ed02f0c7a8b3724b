using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Xueheng.Workbooks;

/// <summary>
/// Writes an .xlsx as a stream: sheet after sheet, row after row, with memory that does not grow with the rows. Cells are
/// typed, text is inline, nothing is ever a formula; the same calls give the same bytes. Writes synchronously: a web
/// response that refuses this writes to a file first. The file is whole only after <see cref="Dispose"/>.
/// </summary>
public sealed class WorkbookWriter : IDisposable
{
    /// <summary>The most rows a sheet can have, headings included.</summary>
    public const int MaxRows = 1_048_576;

    /// <summary>The most columns a sheet can have.</summary>
    public const int MaxColumns = 16_384;

    // A file's time of writing is none of its content: one fixed time keeps equal content equal in bytes.
    private static readonly DateTimeOffset FixedTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Xml = new()
    {
        Encoding = new UTF8Encoding(false),
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly ZipArchive _zip;
    private readonly CellStyles _styles = new();
    private readonly DropDowns _choices = new();
    private readonly SheetNames _names = new();
    private readonly List<WorkbookParts.Sheet> _sheets = [];
    private (XmlWriter Xml, Stream Stream, SheetWriter Writer, SheetNotes Notes, WorkbookSheet Sheet, string Name)? _open;
    private bool _disposed;

    /// <param name="output">Need not seek; left open.</param>
    public WorkbookWriter(Stream output)
    {
        _zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        _names.Take(DropDowns.SheetName);
    }

    /// <summary>Begins a sheet with its headings; the sheet before it is finished and takes no more rows.</summary>
    public SheetWriter Begin(WorkbookSheet sheet)
    {
        if (sheet.Columns.Count is 0 or > MaxColumns)
        {
            throw new ArgumentException($"{sheet.Name} has {sheet.Columns.Count} columns; a sheet has 1 to {MaxColumns}.", nameof(sheet));
        }

        Finish();
        return Open(sheet, _names.Take(sheet.Name));
    }

    /// <summary>Finishes the workbook.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Finish();
        WriteChoices();
        Part("xl/styles.xml", xml => _styles.ToStylesheet().WriteTo(xml));
        Part("xl/workbook.xml", xml => WorkbookParts.WriteWorkbook(xml, _sheets));
        Part("xl/_rels/workbook.xml.rels", xml => WorkbookParts.WriteRelations(xml, WorkbookParts.WorkbookRelations(_sheets.Count)));
        Part("_rels/.rels", xml => WorkbookParts.WriteRelations(xml, [("rId1", "officeDocument", "xl/workbook.xml")]));
        Part("[Content_Types].xml", xml => WorkbookParts.WriteContentTypes(xml, _sheets));
        _zip.Dispose();
    }

    private SheetWriter Open(WorkbookSheet sheet, string name)
    {
        var stream = Entry($"xl/worksheets/sheet{_sheets.Count + 1}.xml");
        var xml = XmlWriter.Create(stream, Xml);
        xml.WriteStartDocument(standalone: true);
        var notes = new SheetNotes();
        var writer = new SheetWriter(xml, sheet, _styles, _choices, notes);
        _open = (xml, stream, writer, notes, sheet, name);
        return writer;
    }

    private void Finish()
    {
        if (_open is not { } open)
        {
            return;
        }

        _open = null;
        open.Writer.Close();
        open.Xml.Dispose();
        open.Stream.Dispose();
        _sheets.Add(new WorkbookParts.Sheet(open.Name, open.Sheet.Hidden, open.Notes.Any));
        if (open.Notes.Any)
        {
            var n = _sheets.Count;
            Part($"xl/comments{n}.xml", open.Notes.WriteComments);
            Part($"xl/drawings/vmlDrawing{n}.vml", open.Notes.WriteDrawing);
            Part($"xl/worksheets/_rels/sheet{n}.xml.rels", xml => WorkbookParts.WriteRelations(xml,
            [
                (WorkbookParts.DrawingRelation, "vmlDrawing", $"../drawings/vmlDrawing{n}.vml"),
                ("rId2", "comments", $"../comments{n}.xml"),
            ]));
        }
    }

    private void WriteChoices()
    {
        var lists = _choices.Lists;
        if (lists.Count == 0)
        {
            return;
        }

        // The rules refer to rows from 1, so the first value stands where a heading would.
        var sheet = new WorkbookSheet(DropDowns.SheetName, [.. lists.Select(list => new WorkbookColumn(list[0]))]) { Hidden = true, Filter = false };
        var writer = Open(sheet, DropDowns.SheetName);
        for (var row = 1; row < lists.Max(list => list.Count); row++)
        {
            writer.Write([.. lists.Select(list => Cell.Text(row < list.Count ? list[row] : null))]);
        }

        Finish();
    }

    private void Part(string path, Action<XmlWriter> write)
    {
        using var stream = Entry(path);
        using var xml = XmlWriter.Create(stream, Xml);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private Stream Entry(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = FixedTime;
        return entry.Open();
    }
}
