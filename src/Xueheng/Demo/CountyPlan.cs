namespace Xueheng.Demo;

/// <summary>What does not change from period to period: towns, schools, and how many children are born.</summary>
internal sealed class CountyPlan
{
    // Births of a county by school year of birth, 2003 first: rising to the two-child years, falling since.
    private static readonly int[] YearlyBirths =
        [5500, 5550, 5600, 5650, 5700, 5800, 5900, 6000, 6050, 6250, 6150, 6300, 6000, 6400, 6150, 6250, 5950, 5650];

    private readonly double _scale;

    private CountyPlan(DemoSize size, Dice dice)
    {
        Dice = dice;
        Parts = size == DemoSize.City ? 10 : 1;
        _scale = size == DemoSize.Small ? 0.011 : 0.965;
        var builder = new SchoolPlan(dice.Branch(1));
        if (size == DemoSize.Small)
        {
            builder.AddSmall();
        }
        else
        {
            for (var part = 0; part < Parts; part++)
            {
                builder.AddPart(part);
            }
        }

        (Towns, Schools) = (builder.Towns, builder.Schools);
    }

    public static int FirstBirth => 2003;

    public static int LastBirth => FirstBirth + YearlyBirths.Length - 1;

    public Dice Dice { get; }

    public int Parts { get; }

    public IReadOnlyList<Town> Towns { get; }

    public IReadOnlyList<DemoSchool> Schools { get; }

    public static CountyPlan Of(DemoSize size, int seed) => new(size, new Dice(Dice.Mix((ulong)(uint)seed)));

    /// <summary>Children born in a school year (September to August) who live in the town, or outside and may move in.</summary>
    public int Births(Town town, int year) =>
        (int)Math.Round(YearlyBirths[Math.Clamp(year - FirstBirth, 0, YearlyBirths.Length - 1)] * _scale * town.Share);
}
