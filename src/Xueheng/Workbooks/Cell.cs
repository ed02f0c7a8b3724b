namespace Xueheng.Workbooks;

/// <summary>How a cell is set off from its neighbours.</summary>
public enum CellTone
{
    Plain = 0,

    /// <summary>Red: an error.</summary>
    Wrong = 1,

    /// <summary>Amber: a warning.</summary>
    Doubtful = 2,

    Bold = 3,

    /// <summary>Grey: explains, is not data.</summary>
    Quiet = 4,
}

/// <summary>
/// One typed value. Text stays text whatever it looks like: a cell is never a formula, and an identifier never becomes
/// a number. The value alone says the type; the column only says how it is shown.
/// </summary>
public readonly record struct Cell
{
    internal enum Type : byte
    {
        Blank,
        Text,
        Number,
        Date,
    }

    private Cell(Type kind, string? text, double number) => (Kind, String, Value) = (kind, text, number);

    public static Cell Blank => default;

    public CellTone Tone { get; init; }

    /// <summary>A note on the cell, shown when the pointer rests on it.</summary>
    public string? Note { get; init; }

    internal Type Kind { get; }

    internal string? String { get; }

    internal double Value { get; }

    public static Cell Text(string? text) => string.IsNullOrEmpty(text) ? default : new Cell(Type.Text, text, 0);

    /// <summary>Blank for null and for what no spreadsheet can hold (infinities, not-a-number).</summary>
    public static Cell Number(double? number) =>
        number is { } value && double.IsFinite(value) ? new Cell(Type.Number, null, value) : default;

    /// <summary>A calendar day. Spreadsheets count days wrongly before March 1900; such a day is written as text.</summary>
    public static Cell Date(DateOnly? day)
    {
        if (day is not { } value)
        {
            return default;
        }

        var serial = value.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
        return serial >= 61 ? new Cell(Type.Date, null, serial) : Text($"{value:yyyy-MM-dd}");
    }

    /// <summary>是 or 否; blank for null.</summary>
    public static Cell YesNo(bool? yes) => Text(yes switch { true => "是", false => "否", null => null });

    public static implicit operator Cell(string? text) => Text(text);

    public static implicit operator Cell(double? number) => Number(number);

    public static implicit operator Cell(double number) => Number(number);

    public static implicit operator Cell(int? number) => Number(number);

    public static implicit operator Cell(int number) => Number(number);

    public static implicit operator Cell(decimal? number) => Number((double?)number);

    public static implicit operator Cell(decimal number) => Number((double)number);

    public static implicit operator Cell(DateOnly? day) => Date(day);

    public static implicit operator Cell(DateOnly day) => Date(day);
}
