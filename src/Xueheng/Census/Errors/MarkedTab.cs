namespace Xueheng.Census;

/// <summary>Where the marks of one tab go: which cell of a row is which column, and which is the column 错误.</summary>
/// <param name="HeadingLine">Row of the headings.</param>
/// <param name="Headings">By field, as findings name the columns.</param>
/// <param name="ErrorField">Field of the column 错误: the one the tab has from before, or the first free one.</param>
/// <param name="Marked">The tab has been marked before; old marks must go.</param>
internal sealed record MarkedTab(int HeadingLine, IReadOnlyDictionary<int, string> Headings, int ErrorField, bool Marked, RowMarks Marks)
{
    /// <summary>The tabs of a workbook that findings are of, by name. Opens the workbook through the gate.</summary>
    public static IReadOnlyDictionary<string, MarkedTab> Find(CensusFile file, ReadLimits limits, IReadOnlyList<Finding> findings)
    {
        using var book = WorkbookGate.Open(file.Name, file.Path, limits);
        var byTab = findings.ToLookup(f => f.Sheet);
        var tabs = new Dictionary<string, MarkedTab>();
        for (var tab = 0; tab < book.Tabs.Count; tab++)
        {
            var name = book.Tabs[tab];
            if (SheetLayout.Find(name) is null && !byTab.Contains(name))
            {
                continue;
            }

            var rows = book.Open(tab);
            var located = SheetHeader.Locate(rows, SheetLayout.Find(name));
            var cells = located?.Cells ?? [];
            var old = cells.Where(c => c.Text == SheetHeader.ErrorColumn).Select(c => (int?)c.Field).LastOrDefault();
            if (byTab.Contains(name) || old is not null)
            {
                tabs[name] = new MarkedTab(
                    located?.Line ?? 1,
                    cells.Where(c => c.Field != old).ToDictionary(c => c.Field, c => CopiedSheets.HeadingOf(name, c.Text)),
                    old ?? rows.Fields,
                    old is not null,
                    new RowMarks(byTab[name]));
            }
        }

        return tabs;
    }
}
