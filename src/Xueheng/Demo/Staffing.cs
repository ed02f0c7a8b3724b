using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>How many teachers of each kind a school has in a stage and period.</summary>
/// <param name="AboveDegree">Above the degree the stage requires.</param>
internal readonly record struct Staffing(int Teachers, int AboveDegree, int Backbone, int ArtsSports)
{
    /// <summary>From the school's standing in the last period, less of it in the periods before.</summary>
    public static Staffing Of(DemoSchool school, Stage stage, Standing standing, int pupils, int classes, int period, Dice dice)
    {
        if (pupils == 0)
        {
            return default;
        }

        var behind = 2024 - period;
        var share = dice.Between(0.94, 1) - (0.012 * behind);
        if (stage is Stage.Preschool or Stage.Senior or Stage.Vocational || school.Role == SchoolRole.Special)
        {
            return Other(school, stage, standing, pupils, behind, share, dice);
        }

        var above = Counted(Aspect.AboveDegree, 0.012);
        var teachers = (int)Math.Ceiling(above / share);
        if (school.Role is SchoolRole.TeachingPoint or SchoolRole.VillagePrimary)
        {
            // A small class needs a teacher as much as a large one.
            teachers = Math.Max(teachers, (int)Math.Ceiling(classes * (school.Role == SchoolRole.TeachingPoint ? 1.1 : 1.5)));
            above = Math.Max(above, (int)Math.Floor(teachers * share));
        }

        return school.Role == SchoolRole.TeachingPoint && (pupils < 50 || school.CountedWithCentre)
            ? new Staffing(teachers, above, 0, 0)
            : new Staffing(teachers, Math.Min(above, teachers), Counted(Aspect.Backbone, school.Town.Seat ? 0.035 : 0.075), Counted(Aspect.ArtsSports, 0.05));

        int Counted(Aspect aspect, double yearly)
        {
            var count = standing[aspect] * Usual.Of(stage, aspect) * pupils / 100;
            var whole = standing[aspect] >= 1 ? Math.Ceiling(count) : Math.Floor(count);
            return behind == 0 ? (int)whole : (int)Math.Round(whole * (1 - (yearly * behind * dice.Between(0.6, 1.4))));
        }
    }

    private static Staffing Other(DemoSchool school, Stage stage, Standing standing, int pupils, int behind, double share, Dice dice)
    {
        var (ratio, above) = stage switch
        {
            Stage.Preschool => (school.Public ? dice.Between(12.6, 15.4) : dice.Between(13.2, 16.2), share - 0.06),
            Stage.Senior => (dice.Between(12.2, 13.6), 0.11),
            Stage.Vocational => (dice.Between(17, 19), 0.06),
            _ => (dice.Between(3.2, 3.8), 0.97),
        };
        var teachers = (int)Math.Ceiling(pupils / (ratio + (0.4 * behind)));
        return new Staffing(
            teachers,
            (int)Math.Round(teachers * above),
            (int)(Usual.Of(stage, Aspect.Backbone) * standing[Aspect.Backbone] * pupils / 100 * (1 - (0.06 * behind))),
            stage == Stage.Preschool ? 0 : (int)(Usual.Of(stage, Aspect.ArtsSports) * pupils / 100));
    }
}
