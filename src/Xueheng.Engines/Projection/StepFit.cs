namespace Xueheng.Engines.Projection;

/// <summary>What the past says of one grade.</summary>
/// <param name="Basis">What it comes from in the end.</param>
/// <param name="Transitions">Years compared.</param>
/// <param name="Ratio">Children of the grade for each child of what it comes from; 1 where the past is too short to tell.</param>
/// <param name="Drift">Yearly change of the ratio's logarithm (migration), or of the entries' where they follow their trend; fades year by year.</param>
/// <param name="Spread">Standard deviation of the ratio from year to year, as a share of it.</param>
/// <param name="Noise">Variance of an area's count about its expectation, for each child expected.</param>
public sealed record StepFit(StepBasis Basis, int Transitions, double Ratio, double Drift, double Spread, double Noise)
{
    /// <summary>Ratio of each area, drawn towards the county's the fewer its children; with its standard error. Empty for shares.</summary>
    internal double[] AreaRatio { get; init; } = [];

    internal double[] AreaError { get; init; } = [];

    /// <summary>Share of each area in all entries; empty for ratios.</summary>
    internal double[] Share { get; init; } = [];

    /// <summary>Standard deviation of a year's change of a share's logarithm.</summary>
    internal double ShareDrift { get; init; }

    /// <summary>The ratio's degrees of freedom: how heavy the tails of its changes are.</summary>
    internal double Freedom => 2 + Transitions;
}

/// <summary>What the number of a grade was worked out from.</summary>
public enum StepBasis
{
    BirthsOfArea,
    BirthsOfCounty,
    Trend,
    GradeOfArea,
    GradeOfCounty,
    Itself,
}
