using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Standards.Trying;

namespace Xueheng.Planning.Levers;

/// <summary>A lever at a school, or at one stage of it.</summary>
/// <param name="Step">What one step does to the facts, its cost and limit.</param>
public sealed record LeverStep(Lever Lever, MergedSchool School, FactStep Step)
{
    public string Code => School.School.School;

    public string Name => School.School.Name;
}

/// <summary>Every lever at every school a standard measures.</summary>
public static class LeverSteps
{
    /// <param name="school">Code of one school; null for all.</param>
    public static IReadOnlyList<LeverStep> Of(TrialCounty county, LeverPack levers, string? school = null) =>
    [
        .. county.MeasuredSchools.Where(s => school is null || s.School.School.School == school)
            .SelectMany(s => levers.Levers.Where(l => l.Moves is null).SelectMany(l => At(county.Facts.Pack, l, s.School, s.Stages))),
    ];

    /// <summary>The fact changes of so many steps of each kind.</summary>
    public static IReadOnlyList<FactChange> Changes(IReadOnlyList<LeverStep> steps, IReadOnlyList<int> counts, FactPack facts) =>
        [.. steps.SelectMany((s, i) => counts[i] == 0 ? [] : s.Step.Changes(facts, counts[i]))];

    private static IEnumerable<LeverStep> At(FactPack facts, Lever lever, MergedSchool school, IReadOnlyList<Stage> stages)
    {
        var there = stages.Where(lever.Stages.Contains).ToList();
        IEnumerable<Stage?> places = there.Count == 0 ? []
            : lever.Adds.Keys.All(f => facts.Find(f)!.OfSchool) ? [null]
            : there.Select(s => (Stage?)s);
        return places.Select(stage => new LeverStep(
            lever, school, new FactStep(school.School.School, stage, lever.Adds, lever.Cost, MostOf(facts, lever, school, stage))));
    }

    private static int? MostOf(FactPack facts, Lever lever, MergedSchool school, Stage? stage)
    {
        if (lever.Most is not { } most)
        {
            return null;
        }

        return most.Fixed ?? (int)Math.Clamp(decimal.Floor(Value(most.Fact!) - (most.Less is { } less ? Value(less) : 0)), 0, int.MaxValue);

        decimal Value(string fact) => school[fact, facts.Find(fact)!.OfSchool ? null : stage].Value ?? 0;
    }
}
