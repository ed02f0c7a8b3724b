using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>What part a school plays in its county; most of its figures follow from it.</summary>
internal enum SchoolRole
{
    Kindergarten,
    SeatPrimary,
    CentrePrimary,
    VillagePrimary,
    TeachingPoint,
    Junior,
    NineYear,
    TwelveYear,
    Complete,
    Senior,
    Vocational,
    Special,
}

/// <summary>A school of the invented county, the same over all periods.</summary>
internal sealed class DemoSchool
{
    /// <summary>Place in <see cref="CountyPlan.Schools"/>.</summary>
    public required int Index { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required SchoolRole Role { get; init; }

    public required Town Town { get; init; }

    public required bool Public { get; init; }

    public required string UrbanRural { get; init; }

    public required double Longitude { get; init; }

    public required double Latitude { get; init; }

    public required int Founded { get; init; }

    public bool Boarding { get; init; }

    /// <summary>For each stage it has, how many of the children who choose between schools come here, relative to the others.</summary>
    public required IReadOnlyDictionary<Stage, double> Weights { get; init; }

    /// <summary>How its draw on new children changes from year to year: 1.05 is five per cent more.</summary>
    public double Growth { get; init; } = 1;

    /// <summary>More children than its classes were meant for.</summary>
    public bool Crowded { get; init; }

    /// <summary>The last primary grade it teaches; its children go on to <see cref="Centre"/>.</summary>
    public int? LastGrade { get; init; }

    /// <summary>The central school of a teaching point.</summary>
    public DemoSchool? Centre { get; init; }

    /// <summary>Counted with its centre (主校标识码).</summary>
    public bool CountedWithCentre { get; init; }

    /// <summary>普惠性民办 from this year on; null when it never is.</summary>
    public int? InclusiveSince { get; init; }

    public IEnumerable<Stage> Stages => Weights.Keys.Order();

    public bool? Inclusive(int period) => Public || Role != SchoolRole.Kindergarten ? null : InclusiveSince <= period;

    public double WeightIn(Stage stage, int year) => Weights.GetValueOrDefault(stage) * Math.Pow(Growth, year - 2022);

    /// <summary>How many classes a new year of so many children is divided into; it keeps them until it leaves the stage.</summary>
    public int Classes(Stage stage, int entered, int children)
    {
        if (!Crowded)
        {
            var most = stage switch { Stage.Preschool => 27.0, Stage.Primary => 42, Stage.Junior => 46, _ => 52 };
            return Math.Max(1, (int)Math.Ceiling(children / most));
        }

        // What was crowded is being undone from the youngest year up.
        var usual = stage switch { Stage.Preschool => 30.0, Stage.Primary => 55, Stage.Junior => 56, _ => 55 };
        var eased = entered switch { <= 2018 => 1.08, <= 2020 => 1.0, <= 2022 => 0.93, _ => 0.84 };
        return Math.Max(1, (int)Math.Round(children / (usual * eased)));
    }
}
