namespace Xueheng.Plans.Measuring;

/// <summary>What documents call a figure of the census, from <c>packs/metrics/synonyms.yaml</c>.</summary>
/// <param name="SuggestFrom">Likeness of a name, 0 to 1, from which it is suggested.</param>
/// <param name="SureFrom">Likeness from which it is offered as the one to accept at once.</param>
/// <param name="Most">How many are suggested at most.</param>
/// <param name="Words">Words by metric, in the order of the pack.</param>
public sealed record MetricNames(decimal SuggestFrom, decimal SureFrom, int Most, IReadOnlyList<(Metric Metric, IReadOnlyList<string> Words)> Words);

/// <summary>All that plans need of the packs to speak of the census.</summary>
/// <param name="Divisions">科室 that are suggested.</param>
public sealed record MetricPacks(MetricNames Names, UnitKinds Units, IReadOnlyList<string> Divisions);
