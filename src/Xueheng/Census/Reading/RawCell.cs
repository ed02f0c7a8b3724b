namespace Xueheng.Census;

internal enum RawKind : byte
{
    Blank,
    Text,
    Number,

    /// <summary>A number the spreadsheet formats as a date.</summary>
    Moment,

    Boolean,

    /// <summary>A formula that ended in an error, such as #N/A.</summary>
    Error,
}

/// <summary>What stands in a cell, before anyone asks what it means.</summary>
internal readonly struct RawCell
{
    private readonly string? _text;
    private readonly double _number;

    private RawCell(RawKind kind, string? text, double number) => (Kind, _text, _number) = (kind, text, number);

    public static RawCell Blank => default;

    public RawKind Kind { get; }

    /// <summary>The text, tidied; empty for other kinds.</summary>
    public string Text => _text ?? "";

    public double Number => _number;

    public bool Flag => _number != 0;

    public DateTime Moment => DateTime.FromOADate(_number);

    /// <summary>Blank when nothing is left of the text but spaces.</summary>
    public static RawCell Of(string? text)
    {
        var tidy = Tidy.Text(text);
        return tidy.Length == 0 ? default : new RawCell(RawKind.Text, tidy, 0);
    }

    public static RawCell Of(double number) => new(RawKind.Number, null, number);

    public static RawCell Of(DateTime moment) => new(RawKind.Moment, null, moment.ToOADate());

    public static RawCell Of(bool flag) => new(RawKind.Boolean, null, flag ? 1 : 0);

    public static RawCell Fault(string shown) => new(RawKind.Error, shown, 0);

    /// <summary>As a person would read it off the sheet.</summary>
    public string Shown => Kind switch
    {
        RawKind.Blank => "",
        RawKind.Number => _number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        RawKind.Moment => Moment.TimeOfDay == TimeSpan.Zero ? $"{Moment:yyyy-MM-dd}" : $"{Moment:yyyy-MM-dd HH:mm}",
        RawKind.Boolean => Flag ? "TRUE" : "FALSE",
        _ => Text,
    };
}
