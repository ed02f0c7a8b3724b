using System.Linq.Expressions;
using Xueheng.Workbooks;

namespace Xueheng.Census;

/// <summary>Writes typed rows as a sheet of the census workbook: each column shows the property it fills, as a bureau would type it.</summary>
public sealed class SheetRows<TRow>
    where TRow : CensusRow
{
    private readonly SheetWriter _writer;
    private readonly Func<TRow, Cell>[] _columns;
    private readonly Cell[] _cells;

    public SheetRows(WorkbookWriter workbook, SheetKind kind, CodeTables codes)
    {
        var sheet = SheetLayout.Of(kind);
        _columns = [.. sheet.Columns.Select(column => Column(column, codes))];
        _cells = new Cell[_columns.Length];
        _writer = workbook.Begin(SheetAsWorkbook.Of(sheet));
    }

    public void Write(TRow row)
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] = _columns[i](row);
        }

        _writer.Write(_cells);
    }

    private static Func<TRow, Cell> Column(SheetColumn column, CodeTables codes)
    {
        var row = Expression.Parameter(typeof(TRow));
        var property = Expression.Property(row, column.Property);
        if (property.Type == typeof(string))
        {
            // Two-digit grade codes are for machines; people write the name.
            var read = Expression.Lambda<Func<TRow, string?>>(property, row).Compile();
            var names = column.Table == "grade" ? codes["grade"] : null;
            return names is null ? r => Cell.Text(read(r)) : r => Cell.Text(names.NameOf(read(r) ?? ""));
        }

        var value = Expression.Lambda<Func<TRow, object?>>(Expression.Convert(property, typeof(object)), row).Compile();
        return column.Kind == ColumnKind.Month
            ? r => Cell.Text(value(r) is DateOnly month ? $"{month:yyyyMM}" : null)
            : column.Property == nameof(SchoolRow.Public)
                ? r => Cell.Text(value(r) is true ? "公办" : "民办")
                : r => CellOf(value(r));
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => Cell.Blank,
        bool yes => Cell.YesNo(yes),
        double number => number,
        int number => number,
        DateOnly day => day,
        Stage stage => stage.Chinese(),
        BackboneLevel level => level switch
        {
            BackboneLevel.School => "校级",
            BackboneLevel.County => "县级",
            BackboneLevel.City => "市级",
            BackboneLevel.Province => "省级",
            _ => "无",
        },
        _ => throw new InvalidOperationException($"No cell for {value.GetType().Name}."),
    };
}
