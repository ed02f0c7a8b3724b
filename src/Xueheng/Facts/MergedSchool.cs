using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>A school with the campuses and teaching points that are counted with it (主校标识码).</summary>
public sealed class MergedSchool
{
    private readonly IReadOnlyList<SchoolFacts> _parts;

    private MergedSchool(SchoolFacts main, IReadOnlyList<SchoolFacts> campuses)
    {
        Main = main;
        Campuses = campuses;
        _parts = [main, .. campuses];
        Stages = [.. _parts.SelectMany(p => p.Stages).Distinct().Order()];
    }

    public SchoolFacts Main { get; }

    /// <summary>In order of school code; empty for most schools.</summary>
    public IReadOnlyList<SchoolFacts> Campuses { get; }

    public SchoolRow School => Main.School;

    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>Whether only rows of teachers speak of the stage.</summary>
    public bool IsStray(Stage stage) => _parts.All(p => p.Stray.Contains(stage) || !p.Stages.Contains(stage));

    /// <summary>
    /// The value of all parts together: counted when every part is, else the sum of what each part counts or declares.
    /// Missing when any part that has the stage lacks it, with the part's name.
    /// </summary>
    public FactValue this[string fact, Stage? stage]
    {
        get
        {
            if (_parts.Count == 1)
            {
                return Main[fact, stage];
            }

            List<(SchoolRow School, FactValue Value)> values =
                [.. _parts.Where(p => stage is null || (p.Stages.Contains(stage.Value) && (!p.Stray.Contains(stage.Value) || IsStray(stage.Value)))).Select(p => (p.School, p[fact, stage]))];
            if (values.Count == 0)
            {
                return FactValue.NotGiven;
            }

            if (values.FirstOrDefault(v => v.Value.Value is null) is { School: { } lacking } missing)
            {
                return new FactValue(null, null, $"{lacking.Name}：{missing.Value.Missing}", missing.Value.Uncounted);
            }

            var uncounted = values.Find(v => v.Value.Uncounted is not null).Value?.Uncounted;
            return values.TrueForAll(v => v.Value.Counted is not null)
                ? new FactValue(values.Sum(v => v.Value.Counted), Sum(values), null)
                : new FactValue(null, values.Sum(v => v.Value.Value), null, uncounted);
        }
    }

    /// <summary>The same school with some facts higher or lower. A fact of a stage changes at the first part that has the stage; one that is missing stays missing.</summary>
    public MergedSchool Changed(IReadOnlyList<FactChange> changes)
    {
        var parts = _parts.ToArray();
        foreach (var change in changes)
        {
            var at = change.Stage is { } stage ? Math.Max(0, Array.FindIndex(parts, p => p.Stages.Contains(stage) && (!p.Stray.Contains(stage) || IsStray(stage)))) : 0;
            parts[at] = parts[at].Changed(change);
        }

        return new MergedSchool(parts[0], parts[1..]);
    }

    internal IReadOnlyList<SchoolFacts> Parts => _parts;

    /// <summary>Joins campuses to their main schools. A campus of a campus counts with the main school of that one.</summary>
    internal static IReadOnlyList<MergedSchool> Merge(IReadOnlyList<SchoolFacts> schools)
    {
        var byCode = schools.ToDictionary(s => s.School.School);
        return
        [
            .. schools
                .GroupBy(s => MainOf(s, byCode))
                .OrderBy(g => g.Key.School.School, StringComparer.Ordinal)
                .Select(g => new MergedSchool(g.Key, [.. g.Where(s => s != g.Key)])),
        ];
    }

    private static SchoolFacts MainOf(SchoolFacts school, Dictionary<string, SchoolFacts> byCode)
    {
        var seen = new HashSet<SchoolFacts>();
        var at = school;
        while (seen.Add(at) && at.School.Main is { Length: > 0 } code && byCode.TryGetValue(code, out var main))
        {
            at = main;
        }

        // Schools that name one another in a circle each count for themselves.
        return seen.Contains(at) && at.School.Main is { Length: > 0 } again && byCode.ContainsKey(again) ? school : at;
    }

    private static decimal? Sum(List<(SchoolRow School, FactValue Value)> values) =>
        values.TrueForAll(v => v.Value.Declared is not null) ? values.Sum(v => v.Value.Declared) : null;
}
