using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>Rows of 学生. Everything about a child follows from town, year of birth and number, so no child is ever kept.</summary>
internal sealed class PupilRoll
{
    private readonly CountyPlan _plan;
    private readonly ulong _seed;
    private readonly Dictionary<(int Town, int Birth), int> _firstOrdinal = [];

    public PupilRoll(CountyPlan plan)
    {
        _plan = plan;
        _seed = plan.Dice.Branch(9).Next();
        for (var birth = CountyPlan.FirstBirth; birth <= CountyPlan.LastBirth; birth++)
        {
            var next = 0;
            foreach (var town in plan.Towns)
            {
                _firstOrdinal[(town.Index, birth)] = next;
                next += plan.Births(town, birth);
            }

            if (next > Identities.MostPerYear)
            {
                throw new InvalidOperationException($"{next} children of one year have no identity numbers of their own.");
            }
        }
    }

    public IEnumerable<PupilRow> Of(GradeGroup group, int period)
    {
        for (var number = 0; number < group.Classes; number++)
        {
            var name = group.Class(number);
            foreach (var children in group.Children)
            {
                for (var child = children.FirstInClass(number, group.Classes); child < children.To; child += group.Classes)
                {
                    yield return Row(group, name, children.Town, child, period);
                }
            }
        }
    }

    private PupilRow Row(GradeGroup group, string name, int town, int child, int period)
    {
        var ordinal = _firstOrdinal[(town, group.Birth)] + child;
        var fate = Dice.Mix(_seed ^ Dice.Mix(((ulong)group.Birth << 32) | (uint)ordinal));
        var boy = fate % 1000 < 526;
        var born = Identities.Day(group.Birth, ordinal);
        var identity = Identities.Number(born, ordinal, boy);
        var registered = Luck(1) > 0.002;
        var school = group.School;
        var home = _plan.Towns[town];
        return new PupilRow
        {
            Pupil = (registered ? "G" : "J") + identity,
            Name = PersonNames.Of(Dice.Mix(fate), boy),
            Sex = boy ? "男" : "女",
            Born = born,
            Identity = registered ? identity : "",
            School = school.Code,
            Class = name,
            Stage = group.Stage,
            Grade = group.Grade,
            Migrant = home.Outside,
            LeftBehind = !home.Outside && Luck(2) < (home.Seat ? 0.02 : 0.18 - (0.012 * (period - 2022))),
            Disability = Disability(),
            Attendance = school.Boarding && Luck(4) < Boarding(group.Stage) ? "住宿" : "走读",
            InZone = group.Stage is Stage.Primary or Stage.Junior ? InZone() : null,
            HomeTown = home.Name,
        };

        double Luck(ulong what) => Dice.Share(Dice.Mix(fate + (what * 0x9E3779B97F4A7C15)));

        string Disability() => school.Role == SchoolRole.Special || Luck(3) < 0.0035
            ? Luck(5) switch { < 0.42 => "智力残疾", < 0.58 => "肢体残疾", < 0.70 => "听力残疾", < 0.80 => "言语残疾", < 0.88 => "精神残疾", < 0.94 => "视力残疾", _ => "多重残疾" }
            : "";

        bool InZone() => school.Public
            ? Luck(6) < (group.Stage == Stage.Primary ? 1 - (0.004 * (2024 - period)) : 0.972 - (0.013 * (2024 - period)))
            : Luck(6) < 0.3;
    }

    private static double Boarding(Stage stage) => stage switch { Stage.Primary => 0.2, Stage.Junior => 0.55, _ => 0.8 };
}
