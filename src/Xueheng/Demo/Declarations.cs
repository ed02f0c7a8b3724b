using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>
/// Rows of 学段: what schools say of themselves. Most say what their rolls say; here and there a school counts a pupil or
/// a teacher that its roll does not have.
/// </summary>
internal sealed class Declarations(Enrolment enrolment, Workforce workforce, Dice dice)
{
    private static readonly string[] Intermediate = ["一级教师", "高级教师", "正高级教师", "讲师", "高级讲师"];

    /// <param name="school">The school.</param>
    /// <param name="stage">One of its stages.</param>
    /// <param name="period">The period.</param>
    /// <param name="pupils">The pupils of its roll.</param>
    public StageRow Of(DemoSchool school, Stage stage, int period, IReadOnlyList<PupilRow> pupils)
    {
        var staff = workforce.Of(school, stage);
        var teachers = staff.Teachers;
        var compulsory = stage is Stage.Primary or Stage.Junior;
        var row = new StageRow
        {
            School = school.Code,
            Stage = stage,
            Pupils = pupils.Count,
            Classes = DemoClasses.Count(school, stage, period, enrolment),
            FullTimeTeachers = teachers.Count,
            AboveDegreeTeachers = teachers.Count(t => Degrees.IsAbove(t.Degree, stage)),
            BackboneTeachers = teachers.Count(t => t.Backbone >= BackboneLevel.County),
            ArtsSportsTeachers = teachers.Count(t => Subjects.IsArts(t.Subject)),
            IntermediateTitleTeachers = teachers.Count(t => Intermediate.Contains(t.Title(stage, period))),
            CertifiedTeachers = teachers.Count(t => t.Certified),
            TrainedTeachers = teachers.Count(t => t.TrainingHours(period) >= 360),
            RotationEligibleTeachers = compulsory ? staff.Eligible : null,
            RotatedTeachers = teachers.Count(t => t.Rotated),
            RotatedBackboneTeachers = teachers.Count(t => t.Rotated && t.Backbone >= BackboneLevel.County),
            MigrantPupils = pupils.Count(p => p.Migrant == true),
            InZonePupils = compulsory ? pupils.Count(p => p.InZone == true) : null,
        };
        if (stage == Stage.Junior)
        {
            Graduate(row, school, period);
        }

        Misstate(row, school, period);
        return row;
    }

    // This summer's graduates, who entered three years before.
    private void Graduate(StageRow row, DemoSchool school, int period)
    {
        var (birth, entry, last) = (period - SchoolYear.Senior, period - 3, period - 1);
        var (entered, stayed, left) = (enrolment.Count(school.Index, birth, entry), enrolment.Stayed(school.Index, birth, entry, last), enrolment.Count(school.Index, birth, last));
        var lost = (int)((entered * 0.006) + dice.Share());
        row.Graduates = Math.Max(0, left - lost);
        row.EntryPupils = entered;
        row.TransfersIn = left - stayed;
        row.TransfersOut = Math.Max(0, entered - stayed);
        row.Deaths = entered > 500 && dice.Chance(0.15) ? 1 : 0;
    }

    private static void Misstate(StageRow row, DemoSchool school, int period)
    {
        switch ((school.Index + (period * 31)) % 97)
        {
            case 5 when row.Pupils > 40:
                row.Pupils += 2;
                break;
            case 41 when row.BackboneTeachers > 3:
                row.BackboneTeachers += 1;
                break;
            default:
                break;
        }
    }
}
