namespace Xueheng.Engines.Groups;

public enum GroupStatus
{
    /// <summary>Alike enough or, within <see cref="FormGroups.Grain"/>, no more alike can be; and of those the nearest: proven.</summary>
    Optimal = 1,

    /// <summary>Time ran out before both were proven.</summary>
    Feasible = 2,

    Infeasible = 3,

    /// <summary>Time ran out before any were found.</summary>
    Unknown = 4,
}

/// <param name="Leader">Of each school the index of its leader, a leader's own its own; null when there is none.</param>
/// <param name="Unlikeness">Largest distance of a group's mean strength from that of all schools.</param>
/// <param name="UnlikenessBound">No parting is more alike than this.</param>
/// <param name="Kilometres">From each school to its leader, in all.</param>
/// <param name="KilometresBound">No parting as alike has less.</param>
/// <param name="Faults">Why there is none, where that can be said of single schools; empty otherwise.</param>
public sealed record GroupAnswer(
    GroupStatus Status,
    IReadOnlyList<int>? Leader,
    double Unlikeness,
    double UnlikenessBound,
    double Kilometres,
    double KilometresBound,
    double Seconds,
    IReadOnlyList<GroupFault> Faults);

/// <summary>Something that keeps every parting from holding.</summary>
/// <param name="School">The school; null when it is of all.</param>
/// <param name="Nearest">The strong school nearest to it; null when there is none.</param>
/// <param name="Kilometres">How far that is: the reach that would do.</param>
public sealed record GroupFault(GroupFaultKind Kind, int? School, int? Nearest, double? Kilometres);

public enum GroupFaultKind
{
    /// <summary>No strong school is within reach of it.</summary>
    OutOfReach = 1,

    /// <summary>There is no strong school.</summary>
    NoneStrong = 2,

    /// <summary>The strong schools cannot take so many: groups of the largest size are too few.</summary>
    TooFewStrong = 3,

    /// <summary>There are fewer schools than the smallest group has.</summary>
    TooFewSchools = 4,
}
