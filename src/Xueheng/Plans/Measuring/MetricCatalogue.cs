using Xueheng.Packs;

namespace Xueheng.Plans.Measuring;

/// <summary>Every figure of the census a commitment can be linked to, and those a commitment's words speak of.</summary>
public sealed class MetricCatalogue(PackLibrary packs)
{
    /// <summary>County indicators with a figure, then facts of all stages, each under the name of where it stands.</summary>
    public IReadOnlyList<MetricDefinition> All { get; } =
    [
        .. packs.Standards.SelectMany(s => s.CountyIndicators.Select(i => new Metric { Standard = s.Id, Indicator = i.Id })).SelectMany(m => Defined(packs, m)),
        .. packs.Facts.Facts.SelectMany(f => Defined(packs, new Metric { Fact = f.Id })),
    ];

    /// <summary>Indicators of schools: the county's mean in each stage, then the disparity where the standard knows one.</summary>
    public IReadOnlyList<MetricDefinition> OfSchools { get; } =
    [
        .. from standard in packs.Standards
           from indicator in standard.Indicators
           from disparity in new[] { false, true }
           from stage in indicator.Thresholds.Keys.Order()
           where !disparity || standard.Disparity is not null
           from defined in Defined(packs, new Metric { Standard = standard.Id, Indicator = indicator.Id, Disparity = disparity, Stage = stage })
           select defined,
    ];

    public Outcome<MetricDefinition> Find(Metric metric) => MetricDefinition.Of(metric, packs.Facts, packs.Standards);

    /// <summary>Those that a subject most likely speaks of, the likeliest first. Only a suggestion: a person decides.</summary>
    /// <param name="stage">The stage the commitment names; facts are then of that stage.</param>
    /// <param name="unit">The unit of the commitment; figures in units it cannot be compared with come last.</param>
    public IReadOnlyList<MetricDefinition> Suggest(string subject, Census.Stage? stage, string? unit) =>
        [.. Ranked(subject, stage, unit).Where(r => r.Score >= (double)packs.Metrics.Names.SuggestFrom).Select(r => r.Definition).Take(packs.Metrics.Names.Most)];

    /// <summary>The one a subject so surely speaks of that it is offered to be accepted at once; null when there is none.</summary>
    public MetricDefinition? Likely(string subject, Census.Stage? stage, string? unit) =>
        Ranked(subject, stage, unit).FirstOrDefault() is { Fits: true } first && first.Score >= (double)packs.Metrics.Names.SureFrom ? first.Definition : null;

    private IEnumerable<(MetricDefinition Definition, double Score, bool Fits)> Ranked(string subject, Census.Stage? stage, string? unit) =>
        Scored(subject, packs.Metrics.Names.Words)
            .Select(s => (Definition: Staged(s.Metric, stage), s.Score))
            .Where(s => s.Definition is not null)
            .Select(s => (Definition: s.Definition!, s.Score, Fits: unit is null || packs.Metrics.Units.Comparable(unit, s.Definition!.Unit)))
            .OrderByDescending(s => s.Fits).ThenByDescending(s => s.Score).ThenBy(s => s.Definition.Metric.ToString(), StringComparer.Ordinal)
            .DistinctBy(s => s.Definition.Metric);

    /// <summary>Those whose name or a synonym has all the words, separated by blanks.</summary>
    public IReadOnlyList<MetricDefinition> Search(string words)
    {
        var wanted = words.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var also = packs.Metrics.Names.Words.ToLookup(w => w.Metric with { Stage = null }, w => string.Join(' ', w.Words));
        return wanted.Length == 0
            ? []
            : [.. All.Concat(OfSchools).Where(d => wanted.All(w =>
                $"{d.Name} {d.Metric} {string.Join(' ', also[d.Metric with { Stage = null }])}".Contains(w, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>A fact of a stage, where facts of its kind have stages; anything else as it is.</summary>
    public Metric At(Metric metric, Census.Stage? stage) =>
        metric.Fact is { } fact && packs.Facts.Find(fact) is { OfSchool: false } ? metric with { Stage = stage } : metric;

    private IEnumerable<(Metric Metric, double Score)> Scored(string subject, IReadOnlyList<(Metric Metric, IReadOnlyList<string> Words)> synonyms) =>
        synonyms.Select(s => (s.Metric, s.Words.Max(w => NameLikeness.Of(subject, w))))
            .Concat(All.Select(d => (d.Metric, NameLikeness.Of(subject, d.Name))));

    /// <summary>The fact of the commitment's stage, where the fact has it.</summary>
    private MetricDefinition? Staged(Metric metric, Census.Stage? stage) =>
        metric.Fact is not null && metric.Stage is null && stage is not null && Find(metric with { Stage = stage }) is { Succeeded: true, Value: var staged } ? staged
        : Find(metric) is { Succeeded: true, Value: var plain } ? plain
        : null;

    private static IEnumerable<MetricDefinition> Defined(PackLibrary packs, Metric metric) =>
        MetricDefinition.Of(metric, packs.Facts, packs.Standards) is { Succeeded: true, Value: var found } ? [found] : [];
}
