using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>Rows of 资源: rooms, grounds, equipment and money. They grow to what the school's standing says in the last period.</summary>
internal sealed class Estates(Enrolment enrolment, Standings standings, Dice dice)
{
    private const int LastPeriod = 2024;

    /// <summary>A school that did not hand in the value of its equipment in the last period, so that something is unknown.</summary>
    private const string Unreported = "3199000002";

    public ResourceRow Of(DemoSchool school, int period)
    {
        // The same throws for a school in every period.
        var own = dice.Branch(school.Index);
        return school.Role == SchoolRole.Kindergarten ? Kindergarten(school, period, own) : School(school, period, own);
    }

    private ResourceRow School(DemoSchool school, int period, Dice own)
    {
        var behind = LastPeriod - period;
        var pupils = school.Stages.Sum(s => enrolment.Count(school.Index, s, period));
        var last = school.Stages.Sum(s => enrolment.Count(school.Index, s, LastPeriod));
        var classes = school.Stages.Sum(s => DemoClasses.Count(school, s, period, enrolment));

        // A quarter of the schools opened a building or a ground in one of the two years.
        var built = own.Chance(0.25) ? own.Between(0.05, 0.16) : 0;
        var opened = own.Chance(0.5) ? 2023 : LastPeriod;
        var before = period < opened ? 1 - built : 1;
        var indoor = school.Town.Seat || last > 600 ? Math.Round(last * own.Between(0.25, 0.7)) : 0;
        var (equipping, renewing) = (own.Between(0.04, 0.09), own.Between(0.02, 0.06));
        var rooms = Needed(school, Aspect.Multimedia) / 100;
        var shortOfRooms = own.Chance(0.14);
        var music = Math.Max(0, ((classes + 11) / 12) - (shortOfRooms ? 1 : 0));
        var budget = BudgetOf(school, period);
        return new ResourceRow
        {
            School = school.Code,
            TeachingArea = Math.Round((Needed(school, Aspect.TeachingArea) * before) + indoor),
            IndoorSportsArea = indoor,
            OutdoorSportsArea = Math.Round(Math.Max(200, (Needed(school, Aspect.SportsArea) * (own.Chance(0.5) ? before : 1)) - indoor)),
            RentedSportsArea = null,
            EquipmentValue = school.Code == Unreported && period == LastPeriod ? null : Math.Round(Needed(school, Aspect.Equipment) / 10_000 * (1 - (equipping * behind)), 2),
            MultimediaRooms = Math.Max(1, Math.Ceiling((rooms * (1 - (renewing * behind))) - 0.05)),
            Computers = Math.Round(pupils * own.Between(0.12, 0.2) * (1 - (renewing * behind))) + 10,
            Books = Math.Round(pupils * own.Between(22, 38)) + 400,
            MusicRooms = music,
            ArtRooms = own.Chance(0.06) ? Math.Max(0, music - 1) : music,
            OperatingBudget = budget,
            TrainingBudget = Math.Round(budget * (own.Chance(0.07) ? own.Between(0.041, 0.049) : own.Between(0.0505, 0.068)), 2),
        };
    }

    private ResourceRow Kindergarten(DemoSchool school, int period, Dice own)
    {
        // Their houses stay as they are while children become fewer: space for each grows by itself.
        var children = enrolment.Count(school.Index, Stage.Preschool, 2023);
        var (least, most) = school.Public ? (1.02, 1.5) : school.InclusiveSince is not null ? (0.92, 1.35) : (0.86, 1.5);
        if (school.Founded >= 2017)
        {
            least = 1.06;
        }

        var budget = Math.Round(enrolment.Count(school.Index, Stage.Preschool, period) * (school.Public ? 0.08 : 0.11), 2);
        var activity = children * Usual.ActivityRooms * own.Between(least, most);
        return new ResourceRow
        {
            School = school.Code,
            Books = Math.Round(children * own.Between(8, 14)),
            Computers = Math.Round(4 + (children * own.Between(0.02, 0.05))),
            MultimediaRooms = Math.Round(1 + (children / own.Between(24, 40))),
            OperatingBudget = budget,
            TrainingBudget = Math.Round(budget * own.Between(0.045, 0.07), 2),
            ActivityArea = Math.Round(activity),
            PlaygroundArea = Math.Round(children * Usual.Playground * own.Between(least, most)),
            KindergartenArea = Math.Round(Math.Max(activity * 1.08, children * Usual.KindergartenBuildings * own.Between(least, most))),
        };
    }

    // What the standings of its stages add up to, for the pupils of the last period. Where several stages share, a
    // standard that weights them differently leaves one of them short: a little more for all.
    private double Needed(DemoSchool school, Aspect aspect)
    {
        var stages = school.Stages.ToList();
        return stages.Sum(s => enrolment.Count(school.Index, s, LastPeriod) * Usual.Of(s, aspect) * standings.Of(school, s)[aspect]) * (stages.Count > 1 ? 1.05 : 1);
    }

    private double BudgetOf(DemoSchool school, int period) =>
        Math.Round(school.Stages.Sum(s => Math.Max(100, enrolment.Count(school.Index, s, period)) * s switch
        {
            Stage.Primary => school.Role == SchoolRole.Special ? 0.8 : 0.0735,
            Stage.Junior => school.Role == SchoolRole.Special ? 0.8 : 0.0955,
            _ => 0.12,
        }) * (1 - (0.02 * (LastPeriod - period))), 2);
}
