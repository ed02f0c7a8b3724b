namespace Xueheng.Workbooks;

public static class ColumnWidth
{
    private const double Arrow = 4;

    /// <summary>Wide enough for the heading with its filter arrow, and for a value usual for the type.</summary>
    public static double Of(WorkbookColumn column) =>
        Math.Clamp(Measure(column.Heading) + Arrow, column.Type == ColumnType.Date ? 13 : 9, 60);

    /// <summary>Width of a text in characters of the standard font: a Chinese character takes two.</summary>
    public static double Measure(string text) => text.Sum(c => c >= 0x1100 ? 2.1 : 1.0);
}
