using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>A fact summed over schools. It is there only when every school has a value: a school left out would pass as zero.</summary>
/// <param name="Value">Null when there is no such school or one lacks the fact.</param>
/// <param name="Missing">Why there is no value; null when there is one.</param>
public sealed record FactSum(decimal? Value, string? Missing)
{
    private const int NamesShown = 3;

    /// <param name="stage">Null for all stages; of a fact of the whole school always null.</param>
    public static FactSum Of(IEnumerable<SchoolFacts> schools, Fact fact, Stage? stage)
    {
        var values = schools.SelectMany(s => Parts(s, fact, stage).Select(part => (s.School.Name, s[fact.Id, part].Value))).ToList();
        var missing = values.Where(v => v.Value is null).Select(v => v.Name).Distinct().ToList();
        return values.Count == 0 ? new FactSum(null, "没有这样的学校")
            : missing.Count > 0 ? new FactSum(null, $"{Names(missing)}没有数据")
            : new FactSum(values.Sum(v => v.Value!.Value), null);
    }

    /// <summary>The stages of a school the fact is there for; one null part for a fact of the whole school.</summary>
    public static IEnumerable<Stage?> Parts(SchoolFacts school, Fact fact, Stage? stage) =>
        school.Stages.Where(s => fact.Stages.Contains(s) && (stage is null || s == stage)).Select(s => fact.OfSchool ? null : (Stage?)s).Distinct();

    private static string Names(List<string> schools) => schools.Count <= NamesShown
        ? string.Join('、', schools)
        : $"{string.Join('、', schools.Take(NamesShown))}等 {schools.Count} 所学校";
}
