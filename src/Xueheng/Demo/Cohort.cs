using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>The children of one part and one year of birth, moved on year by year.</summary>
internal sealed class Cohort
{
    // Children leave the villages for the county town at every step, most of them between schools.
    private const double PrimaryEntryToSeat = 0.035;
    private const double YearlyToSeat = 0.014;
    private const double JuniorEntryToSeat = 0.075;
    private const double YearlyOut = 0.006;

    // The outside sends its children over the years: half when primary school begins.
    private const double OutsideAtEntry = 0.55;
    private const double OutsideYearly = 0.075;

    // Of those who finish junior school elsewhere; the rest leave the county or school.
    private const double Seniors = 0.46;
    private const double Vocationals = 0.13;

    private readonly CountyPlan _plan;
    private readonly int _birth;
    private readonly Dice _dice;
    private readonly List<Town> _towns;
    private readonly List<DemoSchool> _schools;
    private readonly Town _seat;
    private readonly Town? _outside;
    private List<Children> _here = [];
    private int _arrived;

    public Cohort(CountyPlan plan, int part, int birth)
    {
        (_plan, _birth) = (plan, birth);
        _dice = plan.Dice.Branch((part * 1000) + birth);
        _towns = [.. plan.Towns.Where(t => t.Part == part && !t.Outside)];
        _schools = [.. plan.Schools.Where(s => s.Town.Part == part)];
        _seat = _towns.First(t => t.Seat);
        _outside = plan.Towns.FirstOrDefault(t => t.Part == part && t.Outside);
    }

    /// <summary>Where the children are in a year; years are asked for in order.</summary>
    public IReadOnlyList<Children> Enter(int year)
    {
        switch (year - _birth)
        {
            case SchoolYear.Preschool:
                _here = EnterKindergarten(year);
                break;
            case < SchoolYear.Primary:
                break;
            case SchoolYear.Primary:
                _here = EnterPrimary(year);
                break;
            case < SchoolYear.Junior:
                _here = MoveOn(Stage.Primary, year, YearlyToSeat);
                Arrive(Stage.Primary, year, OutsideYearly);
                break;
            case SchoolYear.Junior:
                _here = EnterJunior(year);
                break;
            case < SchoolYear.Senior:
                _here = MoveOn(Stage.Junior, year, 0.004);
                break;
            case SchoolYear.Senior:
                _here = EnterSenior(year);
                break;
            default:
                _here = [.. _here.SelectMany(group => Split(group, YearlyOut, Children.None))];
                break;
        }

        return _here;
    }

    private List<Children> EnterKindergarten(int year)
    {
        // The share that goes to kindergarten rises a little.
        var attending = 0.915 + (0.006 * (year - 2022));
        return [.. _towns.SelectMany(town => Children.Deal(
            [new Children(town.Index, 0, (int)(_plan.Births(town, _birth) * attending), Children.None)], Choices(town, Stage.Preschool, year)))];
    }

    private List<Children> EnterPrimary(int year)
    {
        var (here, toSeat) = (new List<Children>(), new List<Children>());
        foreach (var town in _towns)
        {
            var born = new Children(town.Index, 0, _plan.Births(town, _birth), Children.None);
            var leaving = town.Seat ? 0 : (int)(born.Count * PrimaryEntryToSeat);
            here.AddRange(Children.Deal([born with { To = born.To - leaving }], Choices(town, Stage.Primary, year)));
            toSeat.Add(born with { From = born.To - leaving });
        }

        here.AddRange(Children.Deal(toSeat, Choices(_seat, Stage.Primary, year)));
        _here = here;
        Arrive(Stage.Primary, year, OutsideAtEntry);
        return _here;
    }

    private List<Children> EnterJunior(int year)
    {
        var (here, toSeat) = (new List<Children>(), new List<Children>());
        foreach (var town in _towns)
        {
            var choosing = new List<Children>();
            foreach (var group in _here.Where(g => g.School != Children.None && SchoolOf(g).Town == town))
            {
                if (SchoolOf(group).Weights.ContainsKey(Stage.Junior))
                {
                    here.Add(group);
                }
                else
                {
                    var (stay, leave) = Cut(group, town.Seat ? 0 : JuniorEntryToSeat);
                    choosing.Add(stay);
                    toSeat.Add(leave);
                }
            }

            here.AddRange(Children.Deal(choosing, Choices(town, Stage.Junior, year)));
        }

        here.AddRange(Children.Deal(Shuffled(toSeat), Choices(_seat, Stage.Junior, year)));
        return here;
    }

    private List<Children> EnterSenior(int year)
    {
        var (here, choosing) = (new List<Children>(), new List<Children>());
        foreach (var group in _here.Where(g => g.School != Children.None && SchoolOf(g).Role != SchoolRole.Special))
        {
            var (stay, leave) = Cut(group, SchoolOf(group).Role switch { SchoolRole.TwelveYear => 0.25, SchoolRole.Complete => 0.6, _ => 1 });
            here.Add(stay);
            choosing.Add(leave);
        }

        var seniors = _schools.Select(s => (School: s.Index, Weight: s.WeightIn(Stage.Senior, year))).Where(s => s.Weight > 0).ToList();
        var vocationals = _schools.Select(s => (School: s.Index, Weight: s.WeightIn(Stage.Vocational, year))).Where(s => s.Weight > 0).ToList();
        var (senior, vocational) = (seniors.Sum(s => s.Weight), vocationals.Sum(s => s.Weight));
        here.AddRange(Children.Deal(Shuffled(choosing),
        [
            .. seniors.Select(s => (s.School, s.Weight / senior * Seniors)),
            .. vocationals.Select(s => (s.School, s.Weight / vocational * Vocationals)),
            (Children.None, 1 - Seniors - Vocationals),
        ]));
        return here;
    }

    // Within a stage: teaching points pass their eldest on to the centre, some children leave for the county town.
    private List<Children> MoveOn(Stage stage, int year, double toSeat)
    {
        var (here, leaving) = (new List<Children>(), new List<Children>());
        foreach (var group in _here)
        {
            if (group.School == Children.None)
            {
                continue;
            }

            var school = SchoolOf(group);
            var moved = school.LastGrade < year - _birth - SchoolYear.Primary + 1 ? group with { School = school.Centre!.Index } : group;
            var (stay, leave) = Cut(moved, school.Town.Seat ? YearlyOut : toSeat);
            here.Add(stay);
            leaving.Add(school.Town.Seat ? leave with { School = Children.None } : leave);
        }

        here.AddRange(leaving.Where(g => g.School == Children.None));
        here.AddRange(Children.Deal([.. leaving.Where(g => g.School != Children.None && g.Count > 0)], Choices(_seat, stage, year)));
        return here;
    }

    private void Arrive(Stage stage, int year, double share)
    {
        if (_outside is { } outside)
        {
            var to = Math.Min(_plan.Births(outside, _birth), _arrived + (int)(_plan.Births(outside, _birth) * share));
            _here.AddRange(Children.Deal([new Children(outside.Index, _arrived, to, Children.None)], Choices(_seat, stage, year)));
            _arrived = to;
        }
    }

    private List<(int School, double Weight)> Choices(Town town, Stage stage, int year) =>
        [.. _schools.Where(s => s.Town == town).Select(s => (s.Index, s.WeightIn(stage, year))).Where(s => s.Item2 > 0)];

    private DemoSchool SchoolOf(Children group) => _plan.Schools[group.School];

    private (Children Stay, Children Leave) Cut(Children group, double share)
    {
        var leaving = (int)((group.Count * share) + _dice.Share());
        var at = group.To - Math.Min(leaving, group.Count);
        return (group with { To = at }, group with { From = at });
    }

    private IEnumerable<Children> Split(Children group, double share, int to)
    {
        var (stay, leave) = Cut(group, share);
        return [stay, leave with { School = to }];
    }

    // In small handfuls, so that each school gets children of every town.
    private List<Children> Shuffled(List<Children> groups)
    {
        const int Handful = 12;
        var handfuls = new List<Children>();
        foreach (var group in groups)
        {
            for (var from = group.From; from < group.To; from += Handful)
            {
                handfuls.Add(group with { From = from, To = Math.Min(group.To, from + Handful) });
            }
        }

        _dice.Shuffle(handfuls);
        return handfuls;
    }
}
