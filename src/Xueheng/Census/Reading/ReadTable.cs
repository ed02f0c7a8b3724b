namespace Xueheng.Census;

/// <summary>A row of a small table.</summary>
/// <param name="Line">As the spreadsheet shows it.</param>
/// <param name="Cells">By heading; trimmed, full-width digits as plain ones; empty where nothing stands.</param>
public sealed record ListedRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string heading] => Cells.GetValueOrDefault(heading, "");
}

/// <summary>Reads a sheet of an .xlsx, .xls or .csv that is no census, through the same gate: a list of people, a list of wishes.</summary>
public static class ReadTable
{
    /// <param name="name">How messages call the file.</param>
    /// <param name="needed">Headings it must have.</param>
    /// <param name="known">Headings it may have; others are left aside.</param>
    /// <param name="sheet">The sheet to read where the file has several; null for the first.</param>
    public static Outcome<IReadOnlyList<ListedRow>> Run(string path, string name, IReadOnlyList<string> needed, IReadOnlyList<string> known, ReadLimits limits, string? sheet = null)
    {
        if (!File.Exists(path))
        {
            return new Failure("XH1010", $"找不到文件“{name}”，请检查路径");
        }

        try
        {
            using var book = WorkbookGate.Open(name, path, limits);
            var tab = sheet is null || book.Tabs.Count == 1 ? 0 : book.Tabs.ToList().IndexOf(sheet);
            return tab < 0
                ? new Failure("XH6119", $"文件“{name}”里没有工作表“{sheet}”，请核对表名")
                : BrokenFile.Guard<Outcome<IReadOnlyList<ListedRow>>>(name, () => Rows(book.Open(tab), name, needed, known, limits));
        }
        catch (BrokenFile e)
        {
            return e.Failure;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Failure("XH1010", $"文件“{name}”打不开：{e.Message}");
        }
    }

    private static Outcome<IReadOnlyList<ListedRow>> Rows(SheetRows sheet, string name, IReadOnlyList<string> needed, IReadOnlyList<string> known, ReadLimits limits)
    {
        Dictionary<string, int>? headings = null;
        var rows = new List<ListedRow>();
        while (sheet.Read())
        {
            if (headings is null)
            {
                headings = Enumerable.Range(0, sheet.Fields).Select(f => (Heading: Tidy.Compact(sheet[f].Shown), Field: f)).Where(h => known.Contains(h.Heading))
                    .GroupBy(h => h.Heading).ToDictionary(g => g.Key, g => g.First().Field);
                if (needed.FirstOrDefault(n => !headings.ContainsKey(n)) is { } lacking)
                {
                    return new Failure("XH6110", $"文件“{name}”第 {sheet.Line} 行表头里没有“{lacking}”，请核对表头");
                }

                continue;
            }

            var cells = headings.ToDictionary(h => h.Key, h => h.Value < sheet.Fields ? Tidy.Text(sheet[h.Value].Shown) : "");
            if (cells.Values.Any(c => c.Length > 0))
            {
                rows.Add(new ListedRow(sheet.Line, cells));
            }

            if (rows.Count > limits.Rows)
            {
                return new Failure("XH6111", $"文件“{name}”超过 {limits.Rows} 行，请拆开");
            }
        }

        return rows;
    }
}
