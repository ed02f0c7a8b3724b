namespace Xueheng.Engines.Examples;

/// <summary>The examples of the package's README, in its order; each writes what the README says it writes.</summary>
public static class Every
{
    public static IReadOnlyList<(string Name, Action<TextWriter> Run)> Example { get; } =
    [
        ("Disparity", DisparityOfSchools.Run),
        ("LeastChange", LeastSteps.Run),
        ("Rotation", TeachersMove.Run),
        ("Seats", SeatsOverYears.Run),
        ("Groups", SchoolsInGroups.Run),
        ("Projection", ChildrenToCome.Run),
        ("Location", WhereToOpen.Run),
    ];
}
