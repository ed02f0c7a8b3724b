using System.Globalization;
using System.Linq.Expressions;
using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>The cells of a row as people read them: codes by name, yes and no in words, without what identifies a person beyond name and number, the number masked.</summary>
internal sealed class RowCells<TRow>
{
    private static readonly string[] Left = [nameof(SchoolRowBase.School), nameof(TeacherRow.Identity), nameof(TeacherRow.Born)];

    private readonly IReadOnlyList<(SheetColumn Column, CodeTable? Table, Func<TRow, object?> Read, bool Hidden)> _columns;

    /// <param name="full">Numbers of persons are not masked.</param>
    public RowCells(Sheet sheet, CodeTables codes, bool full) => _columns =
    [
        .. sheet.Columns
            .Where(c => !Left.Contains(c.Property))
            .Select(c => (c, c.Table is null ? null : codes.Find(c.Table), Reader(c.Property), Masked.Holds(c) && !full)),
    ];

    public IReadOnlyList<SheetColumn> Columns => [.. _columns.Select(c => c.Column)];

    public IReadOnlyList<string> Of(TRow row) => [.. _columns.Select(c => Text(c.Read(row), c.Table, c.Hidden))];

    public static string Number(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Text(object? value, CodeTable? table, bool hidden) => value switch
    {
        null => "",
        bool yes => yes ? "是" : "否",
        Stage stage => stage.Chinese(),
        BackboneLevel level => table?.NameOf(level.ToString().ToLowerInvariant()) ?? level.ToString(),
        string number when hidden => Masked.Of(number),
        string text => table?.NameOf(text) ?? text,
        double number => Number(number),
        DateOnly day => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static Func<TRow, object?> Reader(string property)
    {
        var row = Expression.Parameter(typeof(TRow));
        return Expression.Lambda<Func<TRow, object?>>(Expression.Convert(Expression.Property(row, property), typeof(object)), row).Compile();
    }
}
