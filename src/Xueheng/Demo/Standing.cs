using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>How well off a school is in one stage in the last period: for each aspect, the usual figure times a factor.</summary>
internal sealed class Standing(double[] factors)
{
    public double this[Aspect aspect] => factors[(int)aspect];

    /// <summary>
    /// Draws a standing: within the range of its kind of school everywhere, and less in what it is short of. What is short
    /// differs by kind: space and arts teachers in the county town, backbone and arts teachers in the villages.
    /// </summary>
    public static Standing Draw(DemoSchool school, Stage stage, Shortage shortage, Dice dice)
    {
        var kind = Kind(school);
        var factors = new double[Usual.Aspects];
        for (var i = 0; i < factors.Length; i++)
        {
            var (least, most) = Ranges[kind][i];
            factors[i] = dice.Between(least, most);
        }

        if (school.Crowded)
        {
            // The schools everyone wants are the schools the best teachers are at.
            factors[(int)Aspect.Backbone] = stage == Stage.Primary ? dice.Between(2.75, 3.15) : dice.Between(1.9, 2.3);
        }

        var aspects = new List<Aspect>(Shortages[kind]);
        dice.Shuffle(aspects);
        aspects = [.. aspects.Distinct()];
        for (var i = 0; i < shortage.Near; i++)
        {
            factors[(int)aspects[i]] = dice.Between(0.88, 0.985);
        }

        for (var i = 0; i < shortage.Failing; i++)
        {
            var aspect = aspects[shortage.Near + i];
            factors[(int)aspect] = aspect == Aspect.Backbone ? dice.Between(0.2, 0.7) : dice.Between(0.55, 0.82);
        }

        return new Standing(factors);
    }

    private enum SchoolKind
    {
        Seat,
        Town,
        Village,
        Private,
    }

    // Least and most of each aspect where nothing is short.
    private static readonly Dictionary<SchoolKind, (double Least, double Most)[]> Ranges = new()
    {
        [SchoolKind.Seat] = [(1.08, 1.36), (1.05, 1.5), (1.03, 1.35), (1.03, 1.24), (1.03, 1.22), (1.06, 1.5), (1.03, 1.35)],
        [SchoolKind.Town] = [(1.3, 1.75), (1.03, 1.4), (1.03, 1.3), (1.06, 1.42), (1.06, 1.5), (1.05, 1.4), (1.05, 1.45)],
        [SchoolKind.Village] = [(1.4, 1.95), (1.02, 1.2), (1.02, 1.25), (1.1, 1.65), (1.15, 1.8), (1.03, 1.35), (1.05, 1.5)],
        [SchoolKind.Private] = [(1.04, 1.22), (1.03, 1.2), (1.03, 1.3), (1.03, 1.3), (1.03, 1.25), (1.05, 1.6), (1.05, 1.4)],
    };

    private static readonly Dictionary<SchoolKind, Aspect[]> Shortages = new()
    {
        [SchoolKind.Seat] = [Aspect.TeachingArea, Aspect.SportsArea, Aspect.SportsArea, Aspect.ArtsSports, Aspect.AboveDegree],
        [SchoolKind.Town] = [Aspect.Backbone, Aspect.Backbone, Aspect.ArtsSports, Aspect.SportsArea, Aspect.Multimedia],
        [SchoolKind.Village] = [Aspect.Backbone, Aspect.Backbone, Aspect.ArtsSports, Aspect.ArtsSports, Aspect.Equipment],
        [SchoolKind.Private] = [Aspect.Backbone, Aspect.Backbone, Aspect.SportsArea, Aspect.Equipment],
    };

    private static SchoolKind Kind(DemoSchool school) => school switch
    {
        { Public: false } => SchoolKind.Private,
        { Role: SchoolRole.VillagePrimary or SchoolRole.TeachingPoint } => SchoolKind.Village,
        { Town.Seat: true } => SchoolKind.Seat,
        _ => SchoolKind.Town,
    };
}

/// <summary>In how many aspects a school nearly reaches the usual figure, and in how many it is far from it.</summary>
internal readonly record struct Shortage(int Near, int Failing)
{
    // Out of a hundred schools of a stage.
    private static readonly (int Percent, Shortage Shortage)[] Primary =
        [(38, new(0, 0)), (27, new(1, 0)), (9, new(2, 0)), (17, new(0, 1)), (9, new(1, 1))];

    private static readonly (int Percent, Shortage Shortage)[] Junior =
        [(33, new(0, 0)), (24, new(1, 0)), (12, new(2, 0)), (20, new(0, 1)), (11, new(1, 1))];

    // Where a percentage means little: something of each.
    private static readonly Shortage[] Few = [new(1, 0), new(0, 1), new(0, 0), new(1, 1)];

    /// <summary>Shortages for so many schools, in the proportions of the stage and in no order.</summary>
    public static List<Shortage> Deal(Stage stage, int schools, Dice dice)
    {
        if (schools <= Few.Length)
        {
            return [.. Few.Take(schools)];
        }

        var dealt = new List<Shortage>();
        var sum = 0;
        foreach (var (percent, shortage) in stage == Stage.Junior ? Junior : Primary)
        {
            sum += percent;
            while (dealt.Count < (int)Math.Round(schools * sum / 100.0))
            {
                dealt.Add(shortage);
            }
        }

        dice.Shuffle(dealt);
        return dealt;
    }
}
