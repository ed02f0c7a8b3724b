using Xueheng.Workbooks;

namespace Xueheng.Census;

/// <summary>A sheet of the census as a writer needs it: headings as the contract has them, identifiers and codes as text.</summary>
internal static class SheetAsWorkbook
{
    public static WorkbookSheet Of(Sheet sheet) => new(sheet.Name, [.. sheet.Columns.Select(Of)]) { FrozenColumns = 1 };

    public static WorkbookColumn Of(SheetColumn column) => new(column.Title, TypeOf(column.Kind))
    {
        Required = column.Required,
        Width = Math.Max(ColumnWidth.Measure(column.Title) + 4, WidthOf(column)),
    };

    private static ColumnType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.WholeNumber or ColumnKind.Number => ColumnType.Number,
        ColumnKind.Date => ColumnType.Date,
        _ => ColumnType.Text,
    };

    private static double WidthOf(SheetColumn column) => column.Identifier switch
    {
        IdentifierKind.Pupil => 23,
        IdentifierKind.Identity => 22,
        IdentifierKind.School => 15,
        _ => column.Property.EndsWith("Name", StringComparison.Ordinal) && column.Heading != "姓名" ? 30 : column.Kind == ColumnKind.Date ? 13 : 9,
    };
}
