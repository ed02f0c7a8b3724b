using Xueheng.Workbooks;

namespace Xueheng.Census;

/// <summary>Writes the tabs of a file anew, cell for cell, with the marks: for .csv and .xls, and where several files become one workbook.</summary>
internal static class CopiedSheets
{
    public static void Write(WorkbookWriter book, CensusFile file, ReadLimits limits, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        using var open = WorkbookGate.Open(file.Name, file.Path, limits);
        for (var tab = 0; tab < open.Tabs.Count; tab++)
        {
            var name = open.Tabs[tab];
            WriteTab(book, name, open.Open(tab), new RowMarks(findings.Where(f => f.Sheet == name)), cancellation);
        }
    }

    private static void WriteTab(WorkbookWriter book, string name, SheetRows rows, RowMarks marks, CancellationToken cancellation)
    {
        if (SheetHeader.Locate(rows, SheetLayout.Find(name)) is not { } located)
        {
            return;
        }

        // Rows keep their numbers: findings name them.
        var fields = located.Cells.Where(c => c.Text != SheetHeader.ErrorColumn && c.Field < WorkbookWriter.MaxColumns - 1).ToDictionary(c => c.Field, c => c.Text);
        var error = fields.Count == 0 ? 0 : fields.Keys.Max() + 1;
        IReadOnlyList<string> headings = [.. Enumerable.Range(0, error).Select(f => fields.GetValueOrDefault(f, ""))];
        var sheet = book.Begin(new WorkbookSheet(name, [.. headings.Select(h => new WorkbookColumn(h)), new WorkbookColumn(SheetHeader.ErrorColumn) { Width = 60 }])
        {
            Preface = [.. Enumerable.Repeat(" ", located.Line - 1)],
        });
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var mark = marks[rows.Line];
            var cells = new Cell[error + 1];
            for (var field = 0; field < error && field < rows.Fields; field++)
            {
                var cell = CellOf(rows[field]);
                cells[field] = mark?.Of(HeadingOf(name, headings[field])) is { } severity ? cell with { Tone = FindingSheet.ToneOf(severity) } : cell;
            }

            cells[error] = mark is null ? Cell.Blank : Cell.Text(mark.Text) with { Tone = FindingSheet.ToneOf(mark.Severity) };
            sheet.Write(cells);
        }
    }

    /// <summary>As findings name the column: by the layout's heading where it is a column of the layout.</summary>
    public static string HeadingOf(string tab, string heading) => SheetLayout.Find(tab)?.Find(heading)?.Heading ?? heading;

    private static Cell CellOf(in RawCell cell) => cell.Kind switch
    {
        RawKind.Number => Cell.Number(cell.Number),
        RawKind.Moment when cell.Moment.TimeOfDay == TimeSpan.Zero => Cell.Date(DateOnly.FromDateTime(cell.Moment)),
        _ => Cell.Text(cell.Shown),
    };
}
