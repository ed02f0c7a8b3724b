using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>Every fact of every school of one revision: all that a standard needs to judge a county. Immutable; safe to share.</summary>
public sealed class CountyFacts(
    Revision revision,
    FactPack pack,
    IReadOnlyList<SchoolFacts> schools,
    IReadOnlyDictionary<string, decimal> countyItems)
{
    private readonly Lazy<IReadOnlyList<MergedSchool>> _merged = new(() => MergedSchool.Merge(schools));

    public Revision Revision { get; } = revision;

    public FactPack Pack { get; } = pack;

    /// <summary>In order of school code, each as it stands in 学校.</summary>
    public IReadOnlyList<SchoolFacts> Schools { get; } = schools;

    /// <summary>In order of school code, campuses and teaching points counted with their main school.</summary>
    public IReadOnlyList<MergedSchool> Merged => _merged.Value;

    /// <summary>The rows of 县域 by 项目.</summary>
    public IReadOnlyDictionary<string, decimal> CountyItems { get; } = countyItems;

    /// <summary>The county as it would stand with some facts higher or lower: what is measured to tell what a step would do.</summary>
    /// <param name="changes">By the code of the main school.</param>
    public CountyFacts Changed(IReadOnlyList<FactChange> changes)
    {
        var bySchool = changes.ToLookup(c => c.School);
        return new CountyFacts(
            Revision,
            Pack,
            [
                .. Merged.SelectMany(m => bySchool[m.School.School].ToList() is { Count: > 0 } own ? m.Changed(own).Parts : m.Parts)
                    .OrderBy(s => s.School.School, StringComparer.Ordinal),
            ],
            CountyItems);
    }
}

/// <summary>A fact of a school that a step makes higher or lower.</summary>
/// <param name="School">Code of the main school.</param>
/// <param name="Stage">Null for a fact of the whole school.</param>
/// <param name="By">In the fact's unit.</param>
public sealed record FactChange(string School, Stage? Stage, string Fact, decimal By);

/// <summary>The facts of one school.</summary>
public sealed class SchoolFacts(
    SchoolRow school,
    IReadOnlyList<Stage> stages,
    IReadOnlyDictionary<(string Fact, Stage? Stage), FactValue> values,
    IReadOnlyList<Stage>? stray = null)
{
    public SchoolRow School { get; } = school;

    /// <summary>Stages the school has: those it declares and those its rows are of.</summary>
    public IReadOnlyList<Stage> Stages { get; } = stages;

    /// <summary>Those of <see cref="Stages"/> that only rows of teachers speak of: a wrong 任课学段 rather than a stage of the school.</summary>
    public IReadOnlyList<Stage> Stray { get; } = stray ?? [];

    /// <summary>All values held, keyed by fact and stage; the stage is null for facts of the whole school (资源).</summary>
    public IReadOnlyDictionary<(string Fact, Stage? Stage), FactValue> Values { get; } = values;

    /// <summary>The value of a fact for a stage, or for the whole school when it is a school fact.</summary>
    public FactValue this[string fact, Stage? stage] =>
        Values.GetValueOrDefault((fact, stage))
        ?? Values.GetValueOrDefault((fact, null))
        ?? FactValue.NotGiven;

    internal SchoolFacts Changed(FactChange change)
    {
        if (!Values.TryGetValue((change.Fact, change.Stage), out var value))
        {
            return this;
        }

        var changed = new Dictionary<(string, Stage?), FactValue>(Values)
        {
            [(change.Fact, change.Stage)] = value with { Counted = value.Counted + change.By, Declared = value.Declared + change.By },
        };
        return new SchoolFacts(School, Stages, changed, Stray);
    }
}
