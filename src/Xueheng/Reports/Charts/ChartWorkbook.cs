using Xueheng.Workbooks;

namespace Xueheng.Reports.Charts;

/// <summary>The workbook inside a chart, which Word opens when someone edits its data.</summary>
internal static class ChartWorkbook
{
    public const string Sheet = "数据";

    public static byte[] Write(ChartData data)
    {
        using var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream))
        {
            WorkbookColumn[] columns = [new("名称"), .. data.Series.Select(s => new WorkbookColumn(s.Name, ColumnType.Number))];
            var sheet = workbook.Begin(new WorkbookSheet(Sheet, columns) { Filter = false });
            for (var row = 0; row < data.Categories.Count; row++)
            {
                Cell[] cells = [data.Categories[row], .. data.Series.Select(s => (Cell)s.Values[row])];
                sheet.Write(cells);
            }
        }

        return stream.ToArray();
    }
}
