namespace Xueheng.Engines.Rotation;

/// <summary>One school in one stage: what teachers leave and where they come to.</summary>
/// <param name="Site">Row of the distances; the stages of one school share it.</param>
/// <param name="Stage">Any number; teachers move within a stage.</param>
/// <param name="Pupils">In the stage; used only where the place is measured.</param>
/// <param name="Need">Teachers needed in each subject, hundredths of a full post.</param>
public sealed record RotationPlace(int Site, int Stage, double Pupils, IReadOnlyList<int> Need)
{
    /// <summary>False for a place that neither gives nor takes, such as a private school.</summary>
    public bool Open { get; init; } = true;

    /// <summary>False for a place the standard does not judge: it is no part of any disparity.</summary>
    public bool Measured { get; init; } = true;

    /// <summary>Newly built: <see cref="CoreOfNewSchool"/> asks for a core of backbone teachers.</summary>
    public bool New { get; init; }

    /// <summary>编制 of the place by the staffing standard; null when not known.</summary>
    public int? Posts { get; init; }
}

/// <summary>One teacher.</summary>
/// <param name="Place">Where the teacher is, 0-based.</param>
/// <param name="Subject">What the teacher teaches, 0-based.</param>
/// <param name="Counts">Bit i is set when the teacher counts in indicator i of the disparity.</param>
public sealed record RotationTeacher(int Place, int Subject, uint Counts)
{
    /// <summary>县级以上骨干.</summary>
    public bool Backbone { get; init; }

    /// <summary>Years at the present school; null when not known, and then the teacher has not served any.</summary>
    public double? Years { get; init; }

    /// <summary>Excused by age, pregnancy, illness or the last years before retirement.</summary>
    public bool Exempt { get; init; }

    /// <summary>Moved in the year before.</summary>
    public bool MovedLastYear { get; init; }

    /// <summary>Places the teacher volunteers to go to.</summary>
    public IReadOnlyList<int> Wishes { get; init; } = [];

    /// <summary>Husband or wife, 0-based; −1 for none. Both name one another.</summary>
    public int Partner { get; init; } = -1;
}

/// <summary>What a person has decided beforehand. A pin stands above who may move; it does not lift a rule that binds the county.</summary>
public sealed record RotationPins
{
    public static RotationPins None { get; } = new();

    /// <summary>Teacher → place: goes there.</summary>
    public IReadOnlyDictionary<int, int> Goes { get; init; } = new Dictionary<int, int>();

    /// <summary>Teachers who stay.</summary>
    public IReadOnlySet<int> Stays { get; init; } = new HashSet<int>();

    /// <summary>Teacher and place that must not come together.</summary>
    public IReadOnlySet<(int Teacher, int Place)> Forbidden { get; init; } = new HashSet<(int, int)>();
}

/// <summary>交流轮岗 of one county and one year.</summary>
/// <param name="Subjects">How many subjects there are.</param>
/// <param name="Indicators">How many indicators the disparity is taken of (L1–L3), at most 32.</param>
/// <param name="Metres">Distance between sites, sites × sites.</param>
public sealed record RotationProblem(
    IReadOnlyList<RotationPlace> Places, IReadOnlyList<RotationTeacher> Teachers, int Subjects, int Indicators, int[,] Metres)
{
    /// <summary>Metres between the sites of two places.</summary>
    public int Between(int place, int other) => Metres[Places[place].Site, Places[other].Site];
}
