namespace Xueheng.Reports.Fields;

/// <summary>What a field reads: words, a day, a number of no consequence, a figure, one thing or many.</summary>
internal abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>Printed as they stand: names, units, sentences.</summary>
    internal sealed record Words(string Text) : Reading;

    internal sealed record Day(DateOnly Date) : Reading;

    /// <summary>A number that is not a figure of the county, such as the order of a row.</summary>
    internal sealed record Ordinal(int Value) : Reading;

    /// <summary>A figure: a value or a word, or missing with the reason. It becomes a link and a row of the annex.</summary>
    /// <param name="Format">How it is printed where the template does not say.</param>
    /// <param name="Bound">What it is held against; it is never rounded onto or past this.</param>
    /// <param name="Truth">What a bare condition over it says; null where only a comparison makes sense.</param>
    internal sealed record Amount(
        FigureSource Source,
        decimal? Value,
        string? Word,
        string? Missing,
        string Format = "0.##",
        decimal? Bound = null,
        bool? Truth = null) : Reading;

    internal sealed record One(object Subject, FieldKind Kind) : Reading;

    internal sealed record Many(IReadOnlyList<object> Subjects, FieldKind Kind) : Reading;
}
