namespace Xueheng.Engines.Projection;

/// <summary>Children counted in some consecutive years, and how far to look ahead.</summary>
/// <param name="Ladder">The grades; each comes after the one it is from.</param>
/// <param name="FirstYear">Year of the first count.</param>
/// <param name="Counts">Children by year, area and grade; at least one year.</param>
/// <param name="Horizon">Years ahead, at least 1.</param>
public sealed record ProjectionProblem(IReadOnlyList<GradeStep> Ladder, int FirstYear, IReadOnlyList<double[][]> Counts, int Horizon)
{
    /// <summary>Null when nobody knows them.</summary>
    public BirthSeries? Births { get; init; }

    /// <summary>Drawn futures behind the intervals.</summary>
    public int Paths { get; init; } = 400;

    public int Seed { get; init; } = 1;

    public int Areas => Counts[0].Length;

    public int Years => Counts.Count;

    public int LastYear => FirstYear + Years - 1;

    public int Groups => Ladder.Max(s => s.Group) + 1;

    internal double Total(int year, int grade) => Counts[year].Sum(a => a[grade]);
}

/// <summary>Births year by year without a gap.</summary>
/// <param name="FirstYear">The year of the first.</param>
/// <param name="Total">Of the whole county.</param>
/// <param name="ByArea">By year and area; null when only the county's are known.</param>
public sealed record BirthSeries(int FirstYear, IReadOnlyList<double> Total, IReadOnlyList<double[]>? ByArea = null)
{
    public int LastYear => FirstYear + Total.Count - 1;

    internal bool Has(int year) => year >= FirstYear && year <= LastYear;
}

/// <summary>An expected number with its prediction intervals.</summary>
public readonly record struct Estimate(double Expected, double Low80, double High80, double Low95, double High95);

/// <summary>Children to come.</summary>
/// <param name="FirstYear">The year after the last count.</param>
/// <param name="Groups">By area, group and year.</param>
/// <param name="Total">All areas together, by group and year.</param>
/// <param name="Grades">Expected children by year, area and grade.</param>
/// <param name="Steps">What each grade of the ladder was found to follow.</param>
public sealed record Projection(
    int FirstYear,
    IReadOnlyList<Estimate[][]> Groups,
    IReadOnlyList<Estimate[]> Total,
    IReadOnlyList<double[][]> Grades,
    IReadOnlyList<StepFit> Steps);
