namespace Xueheng.Engines.Projection;

/// <summary>Where the children of a grade come from.</summary>
public enum StepKind
{
    /// <summary>From births, so many years before; without births from the trend of the grade itself.</summary>
    Entry,

    /// <summary>From another grade of the same area, the year before.</summary>
    Follow,

    /// <summary>From another grade of all areas together, the year before, divided by the areas' shares: children choose a school anew.</summary>
    Spread,

    /// <summary>From itself the year before: classes of mixed ages, or a total without grades.</summary>
    Stock,
}

/// <summary>One grade of the ladder children climb.</summary>
/// <param name="From">The grade before, an index into the ladder; only for <see cref="StepKind.Follow"/> and <see cref="StepKind.Spread"/>.</param>
/// <param name="Age">Years since birth on entering; only for <see cref="StepKind.Entry"/>.</param>
/// <param name="Group">Which sum (a stage) it counts towards, from 0.</param>
public sealed record GradeStep(StepKind Kind, int Group, int From = -1, int Age = 0);
