using Xueheng.Census;
using Xueheng.Engines.Balance;
using Xueheng.Facts;

namespace Xueheng.Standards;

/// <summary>What a name of a county formula is worth over some schools; missing at any of them, it is missing.</summary>
/// <param name="Values">In the order of the formula's names; as many as names unless something is missing.</param>
/// <param name="Missing">With the school that lacks it; the school is empty for a row of 县域.</param>
internal sealed record NamedValues(IReadOnlyList<Fraction> Values, IReadOnlyList<(string School, MissingFact Fact)> Missing);

/// <summary>Works out the names of county formulas: facts added up over schools, rows of 县域, and terms of the condition.</summary>
internal sealed class CountySums(CountyFacts facts)
{
    /// <param name="schools">The schools the condition is about.</param>
    /// <param name="all">All judged schools, for terms that choose among them.</param>
    public NamedValues Read(CountyCondition condition, IReadOnlyList<JudgedSchool> schools, IReadOnlyList<JudgedSchool> all)
    {
        var values = new List<Fraction>();
        var missing = new List<(string, MissingFact)>();
        foreach (var name in condition.Compiled!.Names)
        {
            var before = missing.Count;
            var value = name.StartsWith(ReadCountyIndicators.ItemPrefix, StringComparison.Ordinal) ? Item(name, missing)
                : condition.Terms.TryGetValue(name, out var term)
                    ? Sum(term.Fact, condition.Stages, [.. all.Where(s => term.Includes(s.Subject))], missing)
                    : Sum(name, condition.Stages, schools, missing);
            if (missing.Count == before)
            {
                values.Add(value);
            }
        }

        return new NamedValues(values, [.. missing.Distinct()]);
    }

    /// <summary>Where the facts of each name of a formula stand, in the order of its names; nowhere for rows of 县域.</summary>
    public IReadOnlyList<IReadOnlyList<(string School, Stage? Stage, string Fact)>> Reach(
        CountyCondition condition, IReadOnlyList<JudgedSchool> schools, IReadOnlyList<JudgedSchool> all) =>
    [
        .. condition.Compiled!.Names.Select(name => name.StartsWith(ReadCountyIndicators.ItemPrefix, StringComparison.Ordinal) ? []
            : condition.Terms.TryGetValue(name, out var term) ? Reach(term.Fact, condition.Stages, all.Where(s => term.Includes(s.Subject)))
            : Reach(name, condition.Stages, schools)),
    ];

    private IReadOnlyList<(string School, Stage? Stage, string Fact)> Reach(string id, IReadOnlyList<Stage> stages, IEnumerable<JudgedSchool> schools)
    {
        var fact = facts.Pack.Find(id)!;
        return [.. schools.SelectMany(s => Places(fact, stages, s).Select(stage => (s.Code, stage, id)))];
    }

    private Fraction Item(string name, List<(string, MissingFact)> missing)
    {
        var item = name[ReadCountyIndicators.ItemPrefix.Length..];
        if (facts.CountyItems.TryGetValue(item, out var value))
        {
            return value;
        }

        missing.Add(("", new(name, $"县域表没有填报“{item}”")));
        return 0;
    }

    private Fraction Sum(
        string id, IReadOnlyList<Stage> stages, IReadOnlyList<JudgedSchool> schools, List<(string School, MissingFact Fact)> missing)
    {
        var fact = facts.Pack.Find(id)!;
        Fraction sum = 0;
        foreach (var school in schools)
        {
            foreach (var stage in Places(fact, stages, school))
            {
                var value = school.School[id, stage];
                if (value.Value is { } number)
                {
                    sum += number;
                }
                else
                {
                    missing.Add((school.Code, new(id, $"{fact.Name}：{value.Missing}")));
                }
            }
        }

        return sum;
    }

    /// <summary>The stages of a school in which a fact is added up; one null for a fact of the whole school.</summary>
    private static IEnumerable<Stage?> Places(Fact fact, IReadOnlyList<Stage> stages, JudgedSchool school) => fact.OfSchool
        ? [null]
        : school.Stages.Select(s => s.Stage).Where(s => stages.Contains(s) && fact.Stages.Contains(s)).Select(s => (Stage?)s);
}
