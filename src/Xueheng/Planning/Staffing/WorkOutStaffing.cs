using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Planning.Staffing;

/// <summary>编制与学科: posts by the staffing standard and need by the curriculum, beside the teachers there are.</summary>
public sealed class WorkOutStaffing(XuehengDb db, PackLibrary packs, CountFacts facts)
{
    internal const string FullTime = "teachers.full_time";

    private static readonly Stage[] Stages = [Stage.Primary, Stage.Junior];

    public async Task<Outcome<CountyStaffing>> RunAsync(string county, int period, CancellationToken cancellation)
    {
        var revision = await new Revisions(db).FindPublishedAsync(county, period, cancellation);
        return revision.Succeeded ? await RunAsync(revision.Value, cancellation) : revision.Failure;
    }

    public async Task<Outcome<CountyStaffing>> RunAsync(Revision revision, CancellationToken cancellation)
    {
        var counted = await facts.RunAsync(revision.County, revision.Number, cancellation);
        var teachers = await Rows<TeacherRow>(revision).Where(t => Stages.Contains(t.Stage)).ToListAsync(cancellation);
        var classes = await Rows<ClassRow>(revision).Where(c => Stages.Contains(c.Stage))
            .GroupBy(c => new { c.School, c.Stage, c.Grade }).Select(g => new GradeClasses(g.Key.School, g.Key.Stage, g.Key.Grade, g.Count())).ToListAsync(cancellation);
        return teachers.Count == 0
            ? new Failure("XH6101", "基础数据里没有小学、初中的教师明细，不能按学科核算，请先导入教师表")
            : Of(counted, packs, teachers, classes);
    }

    /// <summary>A pure function of the rows and the packs.</summary>
    internal static CountyStaffing Of(CountyFacts counted, PackLibrary packs, IReadOnlyList<TeacherRow> teachers, IReadOnlyList<GradeClasses> classes)
    {
        var (staffAt, classesAt) = (teachers.ToLookup(t => (t.School, t.Stage)), classes.ToLookup(c => (c.School, c.Stage)));
        var places = new List<StaffedPlace>();
        foreach (var school in counted.Merged)
        {
            List<string> parts = [school.School.School, .. school.Campuses.Select(c => c.School.School)];
            foreach (var stage in school.Stages.Where(s => Stages.Contains(s) && !school.IsStray(s)))
            {
                var staff = parts.SelectMany(p => staffAt[(p, stage)]).ToList();
                var rooms = parts.SelectMany(p => classesAt[(p, stage)]).ToList();
                var (pupils, declared) = (school["pupils", stage].Value, school["classes", stage].Value);
                List<TeacherRow> teaching = [.. staff.Where(t => packs.Facts.Counts(FullTime, t))];
                places.Add(new StaffedPlace(
                    school.School.School,
                    school.School.Name,
                    stage,
                    school.School.Town,
                    school.School.Public,
                    pupils,
                    declared,
                    packs.Staffing.Of(school.School, stage, counted.Revision.Period, pupils, declared),
                    staff.Count(t => packs.Staffing.Posts.Contains(t.StaffType) || (t.StaffType.Length == 0 && t.FullTime)),
                    teaching.Count,
                    rooms.Count > 0,
                    Subjects(packs.Curriculum, stage, rooms, declared ?? 0, teaching)));
            }
        }

        return new CountyStaffing(counted.Revision.County, counted.Revision.Period, counted.Revision.Number, packs.Staffing.Hash, packs.Curriculum.Hash, places);
    }

    private static List<SubjectStaffing> Subjects(Curriculum curriculum, Stage stage, List<GradeClasses> rooms, decimal declared, List<TeacherRow> teaching)
    {
        var grades = curriculum.Week.Keys.Where(g => g[0] == (stage == Stage.Primary ? '1' : '2')).ToList();
        List<SubjectStaffing> subjects =
        [
            .. curriculum.Subjects.Where(s => s.Load.ContainsKey(stage)).Select(s => new SubjectStaffing(
                s.Id,
                s.Name,
                s.English,
                s.PartTime ? 0
                    : rooms.Count > 0 ? rooms.Sum(r => r.Classes * curriculum.Lessons(s, r.Grade))
                    : declared * grades.Average(g => curriculum.Lessons(s, g)),
                s.Load[stage],
                teaching.Count(t => curriculum.Taught(t.Subject, stage) == s),
                0)),
        ];

        // Teachers of several subjects stand in where their school lacks most, one after another.
        foreach (var covering in teaching.Select(t => curriculum.Covers(t.Subject, stage)).OfType<CoveringTeachers>())
        {
            for (var left = 1m; left > 0;)
            {
                var lacking = subjects.Index().Where(s => covering.Subjects.Contains(s.Item.Subject)).MinBy(s => s.Item.Surplus);
                if (lacking.Item is null || lacking.Item.Surplus >= 0)
                {
                    break;
                }

                var part = Math.Min(left, -lacking.Item.Surplus);
                subjects[lacking.Index] = lacking.Item with { Covered = lacking.Item.Covered + part };
                left -= part;
            }
        }

        return subjects;
    }

    private IQueryable<TRow> Rows<TRow>(Revision revision)
        where TRow : CensusRow =>
        db.Set<TRow>().AsNoTracking().Where(r => r.County == revision.County && r.Revision == revision.Number);
}

/// <summary>How many classes of a grade a school has.</summary>
internal sealed record GradeClasses(string School, Stage Stage, string Grade, int Classes);
