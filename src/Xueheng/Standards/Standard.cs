using Xueheng.Census;

namespace Xueheng.Standards;

/// <summary>标准: one official document of one year, from <c>packs/standards/&lt;id&gt;/pack.yaml</c>.</summary>
/// <param name="Id">For example <c>quality-balance-2017</c>.</param>
/// <param name="Document">Title and number of the official document.</param>
/// <param name="Hash">SHA-256 of the pack's text, kept with every stored result.</param>
/// <param name="Stages">Stages it judges.</param>
/// <param name="Indicators">Indicators of each school.</param>
/// <param name="CountyIndicators">Indicators of the county as a whole, computed or judged.</param>
/// <param name="Sources">Where numbers were read: title and address by id.</param>
public sealed record Standard(
    string Id,
    string Name,
    string English,
    string Document,
    string Version,
    string Hash,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<Indicator> Indicators,
    SchoolRule? SchoolRule,
    DisparityRule? Disparity,
    IReadOnlyList<SplitRule> Splits,
    IReadOnlyList<Exclusion> Exclusions,
    IReadOnlyList<CountyIndicator> CountyIndicators,
    IReadOnlyDictionary<string, string> Sources)
{
    public Indicator? FindIndicator(string id) => Indicators.FirstOrDefault(i => i.Id == id);

    public CountyIndicator? FindCountyIndicator(string id) => CountyIndicators.FirstOrDefault(i => i.Id == id);
}

/// <summary>An indicator of each school.</summary>
/// <param name="Label">Short name for narrow tables.</param>
/// <param name="Formula">Over facts, for example <c>100 * teachers.backbone / pupils</c>; computed exactly, never rounded.</param>
/// <param name="Words">The formula in words.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="ToDo">What to do when it falls short.</param>
/// <param name="Step">What the numerator is counted in, for 还差 2 名骨干教师: the noun and its measure word.</param>
/// <param name="Facts">Ids of the facts of the formula, in order of appearance.</param>
/// <param name="Source">Ids of <see cref="Standard.Sources"/> where the thresholds were read.</param>
/// <param name="Confirmed">False for a threshold that stands from memory: shown as unconfirmed.</param>
/// <param name="Note">What is open about it; null when nothing is.</param>
public sealed record Indicator(
    string Id,
    string Name,
    string English,
    string Label,
    string Unit,
    string Formula,
    string Words,
    string Why,
    string ToDo,
    IndicatorStep? Step,
    IReadOnlyList<string> Facts,
    IReadOnlyDictionary<Stage, Threshold> Thresholds,
    string Source,
    bool Confirmed,
    string? Note)
{
    internal Formula Compiled { get; init; } = null!;
}

/// <summary>Bounds of one indicator in one stage; null where the document sets none.</summary>
/// <param name="AtLeast">达标值.</param>
/// <param name="Floor">85% 下限, as printed to full precision: never rounded before a comparison.</param>
/// <param name="DisparityLimit">校际差异系数 limit of this indicator.</param>
public sealed record Threshold(decimal? AtLeast, decimal? Floor, decimal? DisparityLimit);

/// <summary>How a shortfall is said in real units.</summary>
/// <param name="Fact">The fact to raise.</param>
/// <param name="Unit">For example 名.</param>
/// <param name="Noun">For example 骨干教师.</param>
/// <param name="Whole">True when only whole units exist (teachers, rooms).</param>
public sealed record IndicatorStep(string Fact, string Unit, string Noun, bool Whole);

/// <summary>A school passes when at least <paramref name="MeetsAtLeast"/> indicators meet and every other reaches its floor.</summary>
public sealed record SchoolRule(int MeetsAtLeast, string Words, string Source);

/// <summary>Whether the county is held to each indicator's disparity limit, to the composite's, or to both.</summary>
public sealed record DisparityRule(bool EachIndicator, IReadOnlyDictionary<Stage, decimal> CompositeLimits, string Words, string Source);

/// <summary>How whole-school resources are shared between stages in schools of these types: share = n·w ÷ Σ n·w.</summary>
/// <param name="Types">办学类型码; empty for every type that no other rule names.</param>
/// <param name="Weights">Stages without a weight take no share.</param>
public sealed record SplitRule(
    IReadOnlyList<string> Types,
    IReadOnlyDictionary<Stage, decimal> Weights,
    string Words,
    string Source,
    bool Confirmed);

/// <summary>Schools the standard does not judge.</summary>
/// <param name="Where">System.Linq.Dynamic.Core over <see cref="SchoolSubject"/>.</param>
public sealed record Exclusion(string Where, string Reason, string Source, bool Confirmed)
{
    internal Func<SchoolSubject, bool> Applies { get; init; } = null!;
}

/// <summary>A bound that a later document may have changed: the value in force in a school year is the last one from that year or before.</summary>
public sealed record DatedBound(int From, decimal Value, string? Source, bool Confirmed);

/// <summary>An indicator of the county: computed when every part is, judged where a part asks for a person.</summary>
public sealed record CountyIndicator(
    string Id,
    string Name,
    string English,
    string Group,
    string Why,
    string ToDo,
    IReadOnlyList<CountyCondition> Conditions,
    string Source,
    bool Confirmed,
    string? Note)
{
    /// <summary>A person has a part in it.</summary>
    public bool Judged => Conditions.Any(c => c.Kind == CountyConditionKind.Judged);
}

/// <summary>What kind of condition it is.</summary>
public enum CountyConditionKind
{
    /// <summary>A formula over county totals of facts and county items.</summary>
    Total = 1,

    /// <summary>The number of schools that break the formula's bound; met at none.</summary>
    EverySchool = 2,

    /// <summary>The share of schools that keep the formula's bound.</summary>
    ShareOfSchools = 3,

    /// <summary>A person judges, with evidence; unknown until then.</summary>
    Judged = 4,
}

/// <summary>One condition of a county indicator; all must be met.</summary>
/// <param name="Words">The condition in words, bound included.</param>
/// <param name="Formula">Over facts, county items (<c>county.教师平均工资</c>) and terms; null when judged.</param>
/// <param name="Stages">Stages whose facts are added up; those of the standard when the pack names none.</param>
/// <param name="Schools">Filter over <see cref="SchoolSubject"/>; null for all judged schools.</param>
/// <param name="Undecided">Schools of which the filter cannot say whether they count, with the reason: the condition is unknown.</param>
/// <param name="Terms">Sums over other schools than <paramref name="Schools"/>, by the name the formula gives them.</param>
/// <param name="AtLeast">Bound from below, by date; empty for none.</param>
/// <param name="AtMost">Bound from above, by date; empty for none.</param>
/// <param name="Share">For <see cref="CountyConditionKind.ShareOfSchools"/>: the share, in percent, of schools that must keep the bound.</param>
public sealed record CountyCondition(
    CountyConditionKind Kind,
    string Words,
    string? Formula,
    IReadOnlyList<Stage> Stages,
    string? Schools,
    IReadOnlyList<UndecidedSchools> Undecided,
    IReadOnlyDictionary<string, CountyTerm> Terms,
    IReadOnlyList<DatedBound> AtLeast,
    IReadOnlyList<DatedBound> AtMost,
    decimal? Share,
    string Unit)
{
    internal Formula? Compiled { get; init; }

    /// <summary>Ids of the facts its formula adds up, rows of 县域 left out.</summary>
    public IEnumerable<string> Facts => (Compiled?.Names ?? [])
        .Where(n => !n.StartsWith(ReadCountyIndicators.ItemPrefix, StringComparison.Ordinal))
        .Select(n => Terms.TryGetValue(n, out var term) ? term.Fact : n);

    internal Func<SchoolSubject, bool> Includes { get; init; } = _ => true;
}

/// <param name="If">System.Linq.Dynamic.Core over <see cref="SchoolSubject"/>.</param>
/// <param name="Reason">For example 没有填建校年.</param>
public sealed record UndecidedSchools(string If, string Reason)
{
    internal Func<SchoolSubject, bool> Applies { get; init; } = null!;
}

/// <summary>A county total of one fact over some schools.</summary>
public sealed record CountyTerm(string Fact, string Schools)
{
    internal Func<SchoolSubject, bool> Includes { get; init; } = null!;
}
