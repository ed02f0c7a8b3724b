using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Facts;

/// <summary>
/// Counts every fact of every school of a revision: one grouped statement for each row set, and the declared figures of
/// 学段, 资源 and 县域. What was counted from a published revision is kept, for it never changes.
/// </summary>
public sealed class CountFacts(XuehengDb db, PackLibrary packs, FactCache? cache = null)
{
    /// <exception cref="InvalidOperationException">The county has no such revision; callers look it up first.</exception>
    public async Task<CountyFacts> RunAsync(string county, int revision, CancellationToken cancellation)
    {
        var found = (await new Revisions(db).FindAsync(county, revision, cancellation)).Value;
        if (cache?.Find(found, packs.Facts) is { } kept)
        {
            return kept;
        }

        var facts = await CountAsync(found, cancellation);
        cache?.Keep(facts);
        return facts;
    }

    private async Task<CountyFacts> CountAsync(Revision revision, CancellationToken cancellation)
    {
        var counters = packs.Facts.Counters;
        var tally = new RowTally(counters)
        {
            Pupils = await counters.Pupils.CountAsync(Rows<PupilRow>(revision), cancellation),
            Teachers = await counters.Teachers.CountAsync(Rows<TeacherRow>(revision), cancellation),
            Classes = await counters.Classes.CountAsync(Rows<ClassRow>(revision), cancellation),
        };
        var schools = await Rows<SchoolRow>(revision).ToListAsync(cancellation);
        var stages = (await Rows<StageRow>(revision).ToListAsync(cancellation)).ToLookup(r => r.School);
        var resources = (await Rows<ResourceRow>(revision).ToListAsync(cancellation)).ToDictionary(r => r.School);
        var items = await Rows<CountyItemRow>(revision).ToDictionaryAsync(r => r.Item, r => (decimal)r.Value, cancellation);
        var taught = tally.Teachers.Keys.ToLookup(k => k.School, k => k.Stage);
        var attended = tally.Pupils.Keys.Concat(tally.Classes.Keys).ToLookup(k => k.School, k => k.Stage);
        return new CountyFacts(
            revision,
            packs.Facts,
            [
                .. schools.OrderBy(s => s.School, StringComparer.Ordinal).Select(s => FactsOf(
                    s, stages[s.School].ToDictionary(r => r.Stage), resources.GetValueOrDefault(s.School), attended[s.School], taught[s.School], tally)),
            ],
            items);
    }

    private IQueryable<TRow> Rows<TRow>(Revision revision)
        where TRow : CensusRow =>
        db.Set<TRow>().AsNoTracking().Where(r => r.County == revision.County && r.Revision == revision.Number);

    private SchoolFacts FactsOf(
        SchoolRow school,
        Dictionary<Stage, StageRow> declared,
        ResourceRow? resources,
        IEnumerable<Stage> attended,
        IEnumerable<Stage> taught,
        RowTally tally)
    {
        var own = declared.Keys.Union(attended).ToList();
        var stages = own.Union(taught).Order().ToList();
        var values = new Dictionary<(string, Stage?), FactValue>();
        foreach (var fact in packs.Facts.Facts)
        {
            if (fact.OfSchool)
            {
                values.Add((fact.Id, null), Value(default, Declared(resources, fact)));
                continue;
            }

            foreach (var stage in stages.Where(fact.Stages.Contains))
            {
                values.Add((fact.Id, stage), Value(tally.Read(fact, school.School, stage), Declared(declared.GetValueOrDefault(stage), fact)));
            }
        }

        return new SchoolFacts(school, stages, values, [.. stages.Except(own)]);
    }

    private static FactValue Value((decimal? Counted, string? Uncounted) rows, decimal? declared) =>
        rows.Counted is null && declared is null
            ? rows.Uncounted is { } reason ? new FactValue(null, null, reason, reason) : FactValue.NotGiven
            : new FactValue(rows.Counted, declared, null, rows.Uncounted);

    private static decimal? Declared<TRow>(TRow? row, Fact fact)
        where TRow : class => row is null || fact.Declared is null ? null : (decimal?)DeclaredFigures<TRow>.Of(fact.Declared)(row);
}
