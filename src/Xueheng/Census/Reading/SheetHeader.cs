namespace Xueheng.Census;

/// <summary>Which cell of a row is which column of the layout, as the headings of one tab say.</summary>
internal sealed record SheetHeader(Sheet Sheet, IReadOnlyList<(int Field, SheetColumn Column)> Columns)
{
    /// <summary>Headings stand in row 1; people put a title above them, so a few rows more are looked at.</summary>
    private const int RowsToTry = 10;

    /// <summary>The heading the error workbook adds; passed over when the workbook comes back.</summary>
    public const string ErrorColumn = "错误";

    private static readonly string[] OtherUnits = ["元", "百元", "千元", "亿元", "亩", "公顷", "平方公里", "平方千米", "km2"];

    /// <summary>Reads on until the headings are found, and says what is wrong with them.</summary>
    /// <returns>Null when the sheet is empty or a required column is missing; the findings say so.</returns>
    public static SheetHeader? Read(SheetRows rows, Sheet sheet, int file, string tab, FindingLog log)
    {
        if (Locate(rows, sheet) is not { } found)
        {
            log.Add(CheckKind.MissingColumn, new Place(file, tab, 0), expected: Required(sheet, []));
            return null;
        }

        return Match(found.Cells, sheet, new Place(file, tab, found.Line), log);
    }

    /// <summary>Reads on until the row that looks like headings; the first row with anything on it when none does.</summary>
    /// <param name="sheet">Null for a tab that is no sheet of the layout.</param>
    public static (int Line, List<(int Field, string Text)> Cells)? Locate(SheetRows rows, Sheet? sheet)
    {
        (int Line, List<(int, string)> Cells)? best = null;
        for (var row = 0; row < RowsToTry && rows.Read(); row++)
        {
            var cells = new List<(int, string)>();
            for (var field = 0; field < rows.Fields; field++)
            {
                if (rows[field] is { Kind: not RawKind.Blank } cell)
                {
                    cells.Add((field, cell.Shown));
                }
            }

            if (cells.Count == 0)
            {
                continue;
            }

            best ??= (rows.Line, cells);
            if (sheet is null || cells.Count(c => sheet.Find(c.Item2) is not null) >= Math.Min(2, sheet.Columns.Count(c => c.Required)))
            {
                return (rows.Line, cells);
            }
        }

        return best;
    }

    private static SheetHeader? Match(List<(int Field, string Text)> cells, Sheet sheet, Place place, FindingLog log)
    {
        var columns = new List<(int Field, SheetColumn Column)>();
        var unknown = new List<string>();
        var usable = true;
        foreach (var (field, text) in cells)
        {
            if (sheet.Find(text) is not { } column)
            {
                if (text != ErrorColumn)
                {
                    unknown.Add(text);
                }
            }
            else if (columns.Exists(c => c.Column == column))
            {
                usable = false;
                log.Add(CheckKind.RepeatedColumn, place, column.Heading, text, "每列一次");
            }
            else
            {
                columns.Add((field, column));
                if (column.Unit is { } unit && OtherUnits.Contains(SheetHeading.Bracketed(text)))
                {
                    usable = false;
                    log.Add(CheckKind.WrongUnit, place, column.Heading, text, unit);
                }
            }
        }

        if (unknown.Count > 0)
        {
            log.Add(CheckKind.UnknownColumn, place, unknown[0], string.Join("、", unknown.Take(20)), "", other: $"{unknown.Count}");
        }

        var missing = Required(sheet, columns);
        if (missing.Length > 0)
        {
            usable = false;
            log.Add(CheckKind.MissingColumn, place, expected: missing);
        }

        return usable ? new SheetHeader(sheet, columns) : null;
    }

    private static string Required(Sheet sheet, List<(int Field, SheetColumn Column)> present) =>
        string.Join("、", sheet.Columns.Where(c => c.Required && !present.Exists(p => p.Column == c)).Select(c => c.Heading));
}
