using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.Planning.Seats;

/// <summary>Children by school and grade of the consecutive published periods up to one.</summary>
internal sealed class CountChildren(XuehengDb db, SeatRules rules)
{
    /// <summary>The last period and those before it without a gap, the oldest first.</summary>
    public async Task<IReadOnlyList<PeriodChildren>> RunAsync(Revision last, CancellationToken cancellation)
    {
        var found = new List<PeriodChildren> { await OfAsync(last, cancellation) };
        while (found.Count < rules.History
            && (await new Revisions(db).FindPublishedAsync(last.County, last.Period - found.Count, cancellation)) is { Succeeded: true, Value: var before })
        {
            found.Add(await OfAsync(before, cancellation));
        }

        found.Reverse();
        return found;
    }

    private async Task<PeriodChildren> OfAsync(Revision revision, CancellationToken cancellation)
    {
        var stages = rules.Stages;
        var schools = await Rows<SchoolRow>(revision).ToListAsync(cancellation);
        var classes = await Rows<ClassRow>(revision).Where(c => stages.Contains(c.Stage))
            .GroupBy(c => new { c.School, c.Stage, c.Grade })
            .Select(g => new GradeChildren(g.Key.School, g.Key.Stage, g.Key.Grade, g.Sum(c => c.Pupils ?? 0), g.Count()))
            .ToListAsync(cancellation);
        var homes = await Rows<PupilRow>(revision).Where(p => stages.Contains(p.Stage))
            .GroupBy(p => new { p.HomeTown, p.Stage, p.Grade })
            .Select(g => new TownChildren(g.Key.HomeTown, g.Key.Stage, g.Key.Grade, g.Count()))
            .ToListAsync(cancellation);

        // A stage without rows of classes is known by its declared sum alone.
        var known = classes.Select(c => (c.School, c.Stage)).ToHashSet();
        var declared = (await Rows<StageRow>(revision).Where(s => stages.Contains(s.Stage) && s.Pupils > 0).ToListAsync(cancellation)).Where(s => !known.Contains((s.School, s.Stage)));
        List<GradeChildren> even = [.. declared.SelectMany(Evenly)];
        return new PeriodChildren(revision.Period, schools, [.. classes, .. even], homes, even.Select(e => (e.School, e.Stage)).ToHashSet());
    }

    private IEnumerable<GradeChildren> Evenly(StageRow row)
    {
        var grades = rules.Ladder.Where(g => g.Stage == row.Stage && !g.Mixed).ToList();
        var classes = (int)(row.Classes ?? 0);
        return grades.Select((g, i) => new GradeChildren(row.School, row.Stage, g.Grade, row.Pupils!.Value / grades.Count, (classes / grades.Count) + (i < classes % grades.Count ? 1 : 0)));
    }

    private IQueryable<TRow> Rows<TRow>(Revision revision)
        where TRow : CensusRow =>
        db.Set<TRow>().AsNoTracking().Where(r => r.County == revision.County && r.Revision == revision.Number);
}

/// <param name="Even">Places whose children are not known by grade.</param>
internal sealed record PeriodChildren(
    int Period, IReadOnlyList<SchoolRow> Schools, IReadOnlyList<GradeChildren> Grades, IReadOnlyList<TownChildren> Homes, IReadOnlySet<(string School, Stage Stage)> Even);

internal sealed record GradeChildren(string School, Stage Stage, string Grade, double Children, int Classes);

internal sealed record TownChildren(string Town, Stage Stage, string Grade, int Children);
