using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>The teachers of one school in one stage.</summary>
internal sealed record Staff(DemoSchool School, Stage Stage)
{
    public List<DemoTeacher> Teachers { get; } = [];

    /// <summary>Office staff, workers and substitutes, who are no full-time teachers.</summary>
    public List<DemoTeacher> Others { get; } = [];

    /// <summary>符合交流条件教师数 of this period, before anyone moved.</summary>
    public int Eligible { get; set; }

    public bool InRotation => School.Public && School.Role is not (SchoolRole.Special or SchoolRole.Kindergarten) && Stage is Stage.Primary or Stage.Junior;
}

/// <summary>All teachers, moved on from period to period: some retire, some rotate, schools hire and promote until they have what they should.</summary>
internal sealed class Workforce
{
    private const int RotationAfterYears = 6;

    // Out of the teachers eligible for rotation.
    private const double RotationShare = 0.112;

    private readonly Dice _dice;
    private readonly Recruitment _recruitment;
    private readonly List<Staff> _staff;
    private readonly Dictionary<(int School, Stage Stage), Staff> _find;

    public Workforce(CountyPlan plan)
    {
        _dice = plan.Dice.Branch(6);
        _recruitment = new Recruitment(plan.Dice.Branch(7));
        _staff = [.. plan.Schools.SelectMany(school => school.Stages.Select(stage => new Staff(school, stage)))];
        _find = _staff.ToDictionary(s => (s.School.Index, s.Stage));
    }

    public Staff Of(DemoSchool school, Stage stage) => _find[(school.Index, stage)];

    /// <summary>The teachers of a period; periods come in order, the first fills the schools.</summary>
    public void Enter(int period, bool first, Func<Staff, Staffing> wanted)
    {
        foreach (var staff in _staff)
        {
            staff.Teachers.ForEach(t => t.Rotated = false);
            staff.Teachers.RemoveAll(t => t.Age(period) >= (t.Male ? 60 : 55));
            staff.Eligible = staff.InRotation ? staff.Teachers.Count(t => IsEligible(t, period)) : 0;
        }

        if (!first)
        {
            Rotate(period);
        }

        foreach (var staff in _staff)
        {
            _recruitment.Fill(staff, wanted(staff), period, first);
            if (first && staff.InRotation)
            {
                staff.Eligible = staff.Teachers.Count(t => IsEligible(t, period));
            }
        }

        if (first)
        {
            Rotate(period);
        }
    }

    private static bool IsEligible(DemoTeacher teacher, int period) =>
        period - teacher.AtSchoolSince.Year >= RotationAfterYears && teacher.Age(period) < (teacher.Male ? 53 : 50);

    // Teachers change places in pairs that are alike in what is counted, so that no school loses by it.
    private void Rotate(int period)
    {
        var since = new DateOnly(period, 9, 1);
        foreach (var pool in _staff.Where(s => s.InRotation).GroupBy(s => (s.School.Town.Part, s.Stage)))
        {
            var candidates = pool.SelectMany(s => s.Teachers.Where(t => IsEligible(t, period)).Select(t => (Staff: s, Teacher: t))).ToList();
            var wanted = (int)Math.Ceiling(candidates.Count * RotationShare);
            _dice.Shuffle(candidates);
            var backbone = (int)Math.Ceiling(wanted * (period switch { 2022 => 0.15, 2023 => 0.19, _ => 0.24 }));
            var moved = Swap([.. candidates.Where(c => c.Teacher.Backbone >= BackboneLevel.County)], backbone, pool.Key.Stage, since);
            Swap([.. candidates.Where(c => c.Teacher.Backbone < BackboneLevel.County)], wanted - moved, pool.Key.Stage, since);
        }
    }

    // First within a subject; where a county is too small for that, within what is counted alike.
    private static int Swap(List<(Staff Staff, DemoTeacher Teacher)> candidates, int wanted, Stage stage, DateOnly since)
    {
        var moved = Pair(candidates.GroupBy(c => $"{c.Teacher.Subject} {c.Teacher.Degree}"), wanted, since);
        return moved + Pair(
            candidates.Where(c => !c.Teacher.Rotated).GroupBy(c => $"{Subjects.IsArts(c.Teacher.Subject)} {Degrees.IsAbove(c.Teacher.Degree, stage)}"), wanted - moved, since);
    }

    private static int Pair(IEnumerable<IEnumerable<(Staff Staff, DemoTeacher Teacher)>> groups, int wanted, DateOnly since)
    {
        var moved = 0;
        foreach (var alike in groups)
        {
            (Staff Staff, DemoTeacher Teacher)? waiting = null;
            foreach (var candidate in alike)
            {
                if (moved >= wanted)
                {
                    return moved;
                }

                if (waiting is { } other && other.Staff != candidate.Staff)
                {
                    Exchange(other, candidate, since);
                    (moved, waiting) = (moved + 2, null);
                }
                else
                {
                    waiting ??= candidate;
                }
            }
        }

        return moved;
    }

    private static void Exchange((Staff Staff, DemoTeacher Teacher) a, (Staff Staff, DemoTeacher Teacher) b, DateOnly since)
    {
        a.Staff.Teachers[a.Staff.Teachers.IndexOf(a.Teacher)] = b.Teacher;
        b.Staff.Teachers[b.Staff.Teachers.IndexOf(b.Teacher)] = a.Teacher;
        foreach (var teacher in (DemoTeacher[])[a.Teacher, b.Teacher])
        {
            (teacher.Rotated, teacher.AtSchoolSince) = (true, since);
        }
    }
}
