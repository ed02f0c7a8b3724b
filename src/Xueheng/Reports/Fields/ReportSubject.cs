using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Plans.Accounts;
using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>One period as it was measured, for trends.</summary>
internal sealed record MeasuredPeriod(int Period, Measurement Measurement);

/// <summary>All that a report is about. A pure function of it makes the document.</summary>
/// <param name="Former">Earlier periods, oldest first; empty when the template asks for none.</param>
internal sealed record ReportSubject(
    ReportPacks Packs,
    Measurement Measurement,
    CountyFacts Facts,
    int Period,
    DateOnly Today,
    IReadOnlyList<MeasuredPeriod> Former,
    DateOnly? Before,
    IReadOnlyList<FigureChange> Changes,
    IReadOnlyList<MissingFigure> Missing)
{
    /// <summary>Plans in force in the period; empty when the template asks for none.</summary>
    public IReadOnlyList<PlanAccount> Plans { get; init; } = [];

    private readonly Dictionary<(string School, Stage Stage), SchoolMeasurement> _schools =
        Measurement.Schools.ToDictionary(s => (s.School, s.Stage));

    public Standard Standard => Packs.Standard;

    public PageAddress Address => new(Measurement.County, Period);

    public IReadOnlyList<SchoolMeasurement> SchoolsOf(Stage stage) => [.. Measurement.Schools.Where(s => s.Stage == stage)];

    public SchoolMeasurement? FindSchool(string school, Stage stage) => _schools.GetValueOrDefault((school, stage));

    /// <summary>A figure made by the standard.</summary>
    public FigureSource Measured(string key, string name, string indicator, Stage? stage, string? school, string formula, string page) =>
        new(key, name, indicator, stage, school, Period, Measurement.Revision, formula, Standard.Id, Standard.Version, Standard.Hash, page);

    /// <summary>A plain count or sum of facts.</summary>
    public FigureSource Counted(string key, string name, string fact, Stage? stage, string? school, string formula, string page) =>
        new(key, name, fact, stage, school, Period, Measurement.Revision, formula, "facts", Packs.Facts.Version, Packs.Facts.Hash, page);
}
