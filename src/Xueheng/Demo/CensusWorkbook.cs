using Xueheng.Census;
using Xueheng.Workbooks;

namespace Xueheng.Demo;

/// <summary>The workbook of one period, sheet by sheet.</summary>
internal sealed class CensusWorkbook(CountyPlan plan, Enrolment enrolment, Workforce workforce, Standings standings, int period)
{
    private readonly PupilRoll _pupils = new(plan);

    public void Write(WorkbookWriter workbook, CodeTables codes)
    {
        Write(new SheetRows<SchoolRow>(workbook, SheetKind.Schools, codes), plan.Schools.Select(School));
        Write(new SheetRows<StageRow>(workbook, SheetKind.Stages, codes), Stages());
        var estates = new Estates(enrolment, standings, plan.Dice.Branch(8));
        Write(new SheetRows<ResourceRow>(workbook, SheetKind.Resources, codes), plan.Schools.Select(s => estates.Of(s, period)));
        Write(new SheetRows<ClassRow>(workbook, SheetKind.Classes, codes), Grades().SelectMany(group => Classes(group, codes["grade"])));
        Write(new SheetRows<TeacherRow>(workbook, SheetKind.Teachers, codes), SchoolStages().SelectMany(s => StaffRoll.Of(workforce.Of(s.School, s.Stage), period)));
        Write(new SheetRows<PupilRow>(workbook, SheetKind.Pupils, codes), Grades().SelectMany(group => _pupils.Of(group, period)));
        Write(new SheetRows<CountyItemRow>(workbook, SheetKind.CountyItems, codes), new CountyFigures(plan).Of(period, Migrants(), Seniors()));
    }

    private static void Write<TRow>(SheetRows<TRow> sheet, IEnumerable<TRow> rows)
        where TRow : CensusRow
    {
        foreach (var row in rows)
        {
            sheet.Write(row);
        }
    }

    private IEnumerable<(DemoSchool School, Stage Stage)> SchoolStages() =>
        plan.Schools.SelectMany(school => school.Stages.Select(stage => (school, stage)));

    private IEnumerable<GradeGroup> Grades() =>
        SchoolStages().SelectMany(s => DemoClasses.Of(s.School, s.Stage, period, enrolment));

    private SchoolRow School(DemoSchool school) => new()
    {
        School = school.Code,
        Name = school.Name,
        Type = school.Type,
        UrbanRural = school.UrbanRural,
        Public = school.Public,
        Inclusive = school.Role == SchoolRole.Kindergarten ? school.Inclusive(period) : null,
        Town = school.Town.Name,
        Longitude = school.Longitude,
        Latitude = school.Latitude,
        Founded = school.Founded,
        Boarding = school.Boarding,
        Main = school.CountedWithCentre ? school.Centre!.Code : null,
    };

    private IEnumerable<StageRow> Stages()
    {
        var declarations = new Declarations(enrolment, workforce, plan.Dice.Branch(20 + period));
        foreach (var (school, stage) in SchoolStages())
        {
            var pupils = DemoClasses.Of(school, stage, period, enrolment).SelectMany(group => _pupils.Of(group, period)).ToList();
            yield return declarations.Of(school, stage, period, pupils);
        }
    }

    private static IEnumerable<ClassRow> Classes(GradeGroup group, CodeTable grades)
    {
        var grade = grades.NameOf(group.Grade);
        for (var number = 0; number < group.Classes; number++)
        {
            if (group.Size(number) is > 0 and var size)
            {
                yield return new ClassRow
                {
                    School = group.School.Code,
                    Class = group.Class(number),
                    Stage = group.Stage,
                    Grade = group.Grade,
                    Name = group.Stage == Stage.Preschool ? $"{grade[..1]}({number + 1})班" : $"{grade}({number + 1})班",
                    Declared = size + Miscounted(group, number),
                };
            }
        }
    }

    // A handful of classes whose size on paper is not the size of their roll.
    private static int Miscounted(GradeGroup group, int number) =>
        Dice.Mix(((ulong)group.School.Index << 32) | (uint)((group.Birth * 100) + number)) % 401 == 0 ? 1 : 0;

    private int Migrants() => SchoolStages()
        .Where(s => s.Stage is Stage.Primary or Stage.Junior)
        .SelectMany(s => DemoClasses.Of(s.School, s.Stage, period, enrolment))
        .Sum(g => g.Children.Where(c => plan.Towns[c.Town].Outside).Sum(c => c.Count));

    private int Seniors() => plan.Schools.Where(s => s.Weights.ContainsKey(Stage.Senior)).Sum(s => enrolment.Count(s.Index, period - SchoolYear.Senior, period));
}
