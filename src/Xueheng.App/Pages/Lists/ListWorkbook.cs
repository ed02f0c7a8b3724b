using Microsoft.Extensions.Localization;
using Xueheng.Census;
using Xueheng.Standards;
using Xueheng.Workbooks;

namespace Xueheng.App.Pages.Lists;

/// <summary>A view as a sheet: the same rows in the same order, the same columns, text as text.</summary>
internal static class ListWorkbook
{
    public static async Task WriteAsync<TRow>(
        Listing<TRow> listing, ListQuery query, Stream output, IStringLocalizer text, CancellationToken cancellation)
    {
        var columns = listing.Shown(query);
        using var workbook = new WorkbookWriter(output);
        var sheet = workbook.Begin(new WorkbookSheet(text[listing.Title], [.. columns.Select(c => new WorkbookColumn(text[c.Heading], KindOf(c)) { Format = c.Format })]));
        var cells = new Cell[columns.Count];
        await foreach (var row in listing.AllAsync(query).WithCancellation(cancellation))
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = CellOf(columns[i], columns[i].Value(row), text);
            }

            sheet.Write(cells);
        }
    }

    private static ColumnType KindOf<TRow>(ListColumn<TRow> column) =>
        column.Number ? ColumnType.Number : column.Day ? ColumnType.Date : ColumnType.Text;

    private static Cell CellOf<TRow>(ListColumn<TRow> column, object? value, IStringLocalizer text) => value switch
    {
        null => Cell.Blank,
        string s => Cell.Text(column.Translated ? text[s].Value : s),
        DateOnly day => Cell.Date(day),
        decimal number => number,
        double number => number,
        int number => number,
        long number => (double)number,
        Verdict or Stage or bool or DateTimeOffset => Cell.Text(ListText.Of(column, value, text)),
        _ => Cell.Text(value.ToString()),
    };
}
