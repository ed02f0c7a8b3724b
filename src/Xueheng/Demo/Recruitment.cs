using System.Globalization;
using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>Hires, lets go, promotes and retrains until a school has the teachers it should have.</summary>
internal sealed class Recruitment(Dice dice)
{
    private readonly Dictionary<int, int> _bornInYear = [];
    private int _numbers;

    public void Fill(Staff staff, Staffing wanted, int period, bool first)
    {
        var teachers = staff.Teachers;
        while (teachers.Count > wanted.Teachers)
        {
            // Young teachers without a title go first.
            var leaving = teachers.Where(t => t.Backbone < BackboneLevel.County).MinBy(t => t.Age(period)) ?? teachers[^1];
            teachers.Remove(leaving);
        }

        while (teachers.Count < wanted.Teachers)
        {
            teachers.Add(Hire(staff, period, first));
        }

        SetDegrees(staff, wanted.AboveDegree, period);
        SetArts(staff, wanted.ArtsSports);
        SetBackbone(teachers, wanted.Backbone, period);
        foreach (var teacher in teachers.Where(t => !t.Certified && dice.Chance(0.55)))
        {
            teacher.Certified = !first;
        }

        if (first)
        {
            AddOthers(staff, period);
        }
    }

    private DemoTeacher Hire(Staff staff, int period, bool first)
    {
        var age = first ? 23 + (int)(34 * Math.Pow(dice.Share(), 0.9)) : 22 + dice.Below(6);
        var started = Math.Min(period, period - age + 22 + dice.Below(4));
        var atSchool = first ? Math.Max(started, period - dice.Below(22)) : period;
        var certain = staff.School.Public ? (first ? 0.988 : 0.997) : (first ? 0.93 : 0.97);
        return Person(staff, period, age, male: dice.Chance(staff.Stage == Stage.Preschool ? 0.03 : staff.Stage == Stage.Primary ? 0.3 : 0.45), started, atSchool, certain);
    }

    private DemoTeacher Person(Staff staff, int period, int age, bool male, int started, int atSchool, double certified)
    {
        // Whoever is of an age in September was born before it.
        var year = period - age;
        var ordinal = _bornInYear[year] = _bornInYear.GetValueOrDefault(year) + 1;
        var fate = dice.Next();
        var born = Identities.Day(year - 1, ordinal);
        return new DemoTeacher
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"T{++_numbers:0000000}"),
            Name = PersonNames.Of(fate, male),
            Male = male,
            Born = born,
            Identity = Identities.Number(born, ordinal, male),
            Fate = fate,
            TeachingSince = new DateOnly(started, 9, 1),
            AtSchoolSince = new DateOnly(atSchool, 9, 1),
            Subject = Subjects.Of(staff.Stage, arts: false, dice),
            Degree = Below(staff.Stage),
            Certified = dice.Chance(certified),
        };
    }

    private void SetDegrees(Staff staff, int wanted, int period)
    {
        var teachers = staff.Teachers;
        var above = teachers.Count(t => Degrees.IsAbove(t.Degree, staff.Stage));

        // The young have their degree from the start, the old study for it.
        foreach (var teacher in teachers.Where(t => !Degrees.IsAbove(t.Degree, staff.Stage)).OrderBy(t => t.Age(period)).Take(wanted - above).ToList())
        {
            teacher.Degree = Degrees.Above(staff.Stage, teacher.Age(period), dice);
        }

        foreach (var teacher in teachers.Where(t => Degrees.IsAbove(t.Degree, staff.Stage)).OrderByDescending(t => t.Age(period)).Take(above - wanted).ToList())
        {
            // Replaced by someone without it rather than losing it: the oldest go.
            teachers.Remove(teacher);
            teachers.Add(Hire(staff, period, first: false));
        }
    }

    private void SetArts(Staff staff, int wanted)
    {
        var teachers = staff.Teachers;
        var arts = teachers.Count(t => Subjects.IsArts(t.Subject));
        foreach (var teacher in teachers.Where(t => !Subjects.IsArts(t.Subject)).OrderByDescending(t => t.TeachingSince).ThenBy(t => t.Fate).Take(wanted - arts).ToList())
        {
            teacher.Subject = Subjects.Of(staff.Stage, arts: true, dice);
        }

        foreach (var teacher in teachers.Where(t => Subjects.IsArts(t.Subject)).OrderByDescending(t => t.TeachingSince).ThenBy(t => t.Fate).Take(arts - wanted).ToList())
        {
            teacher.Subject = Subjects.Of(staff.Stage, arts: false, dice);
        }
    }

    private void SetBackbone(List<DemoTeacher> teachers, int wanted, int period)
    {
        var backbone = teachers.Count(t => t.Backbone >= BackboneLevel.County);
        foreach (var teacher in teachers.Where(t => t.Backbone < BackboneLevel.County).OrderBy(t => Math.Abs(t.Age(period) - 42)).ThenBy(t => t.Fate).Take(wanted - backbone).ToList())
        {
            teacher.Backbone = dice.Share() switch { < 0.72 => BackboneLevel.County, < 0.94 => BackboneLevel.City, _ => BackboneLevel.Province };
        }

        // A title is given for some years and is not always given again.
        foreach (var teacher in teachers.Where(t => t.Backbone >= BackboneLevel.County).OrderBy(t => t.Backbone).ThenByDescending(t => t.Age(period)).Take(backbone - wanted).ToList())
        {
            teacher.Backbone = BackboneLevel.School;
        }

        foreach (var teacher in teachers.Where(t => t.Backbone == BackboneLevel.None && t.Fate % 9 == 0 && t.Age(period) > 30))
        {
            teacher.Backbone = BackboneLevel.School;
        }
    }

    private void AddOthers(Staff staff, int period)
    {
        if (staff.Stage != staff.School.Stages.First())
        {
            return;
        }

        var count = (int)((staff.Teachers.Count * dice.Between(0.02, 0.07)) + dice.Share());
        for (var i = 0; i < count; i++)
        {
            var (type, degree) = dice.Pick<(string, string)>([("2", "21"), ("3", "31"), ("4", "61"), ("6", "31"), ("6", "21"), ("7", "21")]);
            var age = 25 + dice.Below(25);
            var person = Person(staff, period, age, dice.Chance(0.5), period - age + 24, Math.Max(period - age + 24, period - dice.Below(10)), type is "6" or "7" ? 0.8 : 0.3);
            staff.Others.Add(new DemoTeacher
            {
                Number = person.Number,
                Name = person.Name,
                Male = person.Male,
                Born = person.Born,
                Identity = person.Identity,
                Fate = person.Fate,
                TeachingSince = person.TeachingSince,
                AtSchoolSince = person.AtSchoolSince,
                Subject = type is "6" or "7" ? person.Subject : "其他",
                Degree = degree,
                Certified = person.Certified,
                StaffType = type,
                FullTime = false,
            });
        }
    }

    private static string Below(Stage stage) => stage switch { Stage.Junior => "31", Stage.Senior or Stage.Vocational => "21", _ => "41" };
}
