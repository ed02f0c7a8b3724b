using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

internal enum BlockWord
{
    Each = 1,
    If = 2,
    With = 3,
}

/// <summary>What a generated listing lists.</summary>
internal enum Listing
{
    Sources = 1,
    Changes = 2,
    Missing = 3,
}

/// <summary>What kind of chart; the words after say of what.</summary>
internal enum ChartWord
{
    /// <summary>Schools against the threshold.</summary>
    Schools = 1,

    /// <summary>Disparity of every indicator against its limit.</summary>
    Disparity = 2,

    /// <summary>The county's mean over periods.</summary>
    Trend = 3,

    /// <summary>Disparity of one indicator over periods.</summary>
    DisparityTrend = 4,
}

/// <summary>What stands between <c>{{</c> and <c>}}</c>.</summary>
internal abstract record Marker
{
    private Marker()
    {
    }

    /// <summary>Markers that shape the document rather than print in place.</summary>
    public bool IsControl => this is Open or Else or Close;

    internal sealed record Value(FieldPath Path, FigureFormat? Format) : Marker;

    internal abstract record Open(BlockWord Word) : Marker;

    /// <param name="Where">Only the things that meet it; null for all.</param>
    /// <param name="First">Only so many of them; null for all.</param>
    internal sealed record Each(FieldPath Path, Condition? Where, int? First) : Open(BlockWord.Each);

    internal sealed record If(Condition Condition) : Open(BlockWord.If);

    internal sealed record With(FieldPath Path) : Open(BlockWord.With);

    internal sealed record Else : Marker;

    internal sealed record Close(BlockWord Word) : Marker;

    internal sealed record Chart(ChartWord Word, FieldPath Path, ChartSize Size) : Marker;

    internal sealed record List(Listing Listing) : Marker;

    /// <summary>Names the standard of the template; prints nothing.</summary>
    internal sealed record Use(string Standard) : Marker;
}

/// <summary>Size of a chart in centimetres.</summary>
internal sealed record ChartSize(decimal Width, decimal Height)
{
    /// <summary>The width of the text on an official A4 page (156 mm).</summary>
    public static ChartSize Usual { get; } = new(15.6m, 7.2m);
}
