using Xueheng.Facts;

namespace Xueheng.Census;

/// <summary>A school that goes by another name now.</summary>
public sealed record SchoolRenamed(string School, string Before, string After);

/// <summary>A fact of a school that is not what it was. Null where one side has no value.</summary>
/// <param name="Stage">Null for facts of the whole school.</param>
public sealed record FactChanged(string School, string SchoolName, Stage? Stage, Fact Fact, decimal? Before, decimal? After);

/// <summary>What one revision says that another does not.</summary>
public sealed record RevisionChanges(
    Revision From,
    Revision To,
    IReadOnlyList<SchoolRow> Added,
    IReadOnlyList<SchoolRow> Removed,
    IReadOnlyList<SchoolRenamed> Renamed,
    IReadOnlyList<FactChanged> Facts);

/// <summary>Compares two revisions of a county, usually a draft with what is in force, before it is published.</summary>
public sealed class CompareRevisions(Revisions revisions, CountFacts count)
{
    /// <param name="from">Null for the revision that <paramref name="to"/> would take the place of: the published one of its period before it, else of the last period before.</param>
    public async Task<Outcome<RevisionChanges>> RunAsync(string county, int? from, int to, CancellationToken cancellation)
    {
        var after = await revisions.FindAsync(county, to, cancellation);
        if (!after.Succeeded)
        {
            return after.Failure;
        }

        var before = from is { } number
            ? await revisions.FindAsync(county, number, cancellation)
            : await ReplacedByAsync(after.Value, cancellation);
        if (!before.Succeeded)
        {
            return before.Failure;
        }

        var (old, now) = (await count.RunAsync(county, before.Value.Number, cancellation), await count.RunAsync(county, to, cancellation));
        return Compare(old, now);
    }

    private async Task<Outcome<Revision>> ReplacedByAsync(Revision revision, CancellationToken cancellation)
    {
        var all = await revisions.ListAsync(revision.County, cancellation);
        var found = all
            .Where(r => r.State == RevisionState.Published && r.Number != revision.Number
                && (r.Period < revision.Period || (r.Period == revision.Period && r.Number < revision.Number)))
            .OrderByDescending(r => r.Period).ThenByDescending(r => r.Number)
            .FirstOrDefault();
        return found is null
            ? new Failure("XH1006", $"{revision.County} 在第 {revision.Number} 版之前没有已发布的版本，没有可以对比的")
            : found;
    }

    private static RevisionChanges Compare(CountyFacts old, CountyFacts now)
    {
        var before = old.Schools.ToDictionary(s => s.School.School);
        var after = now.Schools.ToDictionary(s => s.School.School);
        var both = now.Schools.Where(s => before.ContainsKey(s.School.School)).Select(s => (Old: before[s.School.School], Now: s)).ToList();
        return new RevisionChanges(
            old.Revision,
            now.Revision,
            [.. now.Schools.Select(s => s.School).Where(s => !before.ContainsKey(s.School))],
            [.. old.Schools.Select(s => s.School).Where(s => !after.ContainsKey(s.School))],
            [.. both.Where(p => p.Old.School.Name != p.Now.School.Name).Select(p => new SchoolRenamed(p.Now.School.School, p.Old.School.Name, p.Now.School.Name))],
            [.. both.SelectMany(p => Changes(p.Old, p.Now, now.Pack))]);
    }

    private static IEnumerable<FactChanged> Changes(SchoolFacts old, SchoolFacts now, FactPack pack)
    {
        var keys = old.Values.Keys.Union(now.Values.Keys).ToHashSet();
        foreach (var fact in pack.Facts)
        {
            foreach (var stage in (Stage?[])[null, .. Enum.GetValues<Stage>()])
            {
                if (!keys.Contains((fact.Id, stage)))
                {
                    continue;
                }

                var (before, after) = (old.Values.GetValueOrDefault((fact.Id, stage))?.Value, now.Values.GetValueOrDefault((fact.Id, stage))?.Value);
                if (before != after)
                {
                    yield return new FactChanged(now.School.School, now.School.Name, stage, fact, before, after);
                }
            }
        }
    }
}
