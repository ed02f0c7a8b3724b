using Xueheng.Census;
using Xueheng.Engines.LeastChange;

namespace Xueheng.Standards.Trying;

/// <summary>Why something a standard asks for cannot be had by steps.</summary>
public enum ObstacleKind
{
    /// <summary>A figure is missing: what it takes cannot be told before it is there.</summary>
    UnknownFigure = 1,

    /// <summary>A person judges it.</summary>
    Judged = 2,

    /// <summary>No step adds to what it looks at.</summary>
    NoStep = 3,

    /// <summary>Its formula does not grow evenly with steps, so that the exact model cannot hold it.</summary>
    NotEven = 4,
}

/// <summary>Something a standard asks for that no step can mend.</summary>
/// <param name="School">Null for the county.</param>
/// <param name="Indicator">Null where it is the whole school.</param>
/// <param name="Words">In plain words, what and why.</param>
public sealed record Obstacle(ObstacleKind Kind, string? School, string? SchoolName, Stage? Stage, string? Indicator, string Words);

/// <summary>What one requirement of the problem stands for.</summary>
/// <param name="School">Null for the county.</param>
/// <param name="Indicator">Null for a school's rule over all its indicators.</param>
/// <param name="Words">For example 青禾小学（小学）达标.</param>
public sealed record RequirementName(string? School, Stage? Stage, string? Indicator, string Words);

/// <summary>Everything a standard asks of a county, as requirements on the number of steps taken.</summary>
/// <param name="Names">Of the problem's requirements, in their order.</param>
/// <param name="Obstacles">What the problem leaves out because no step can mend it. Never empty-handed: each with its reason.</param>
public sealed record StandardRequirements(LeastChangeProblem Problem, IReadOnlyList<RequirementName> Names, IReadOnlyList<Obstacle> Obstacles);
