namespace Xueheng.Engines.Groups;

/// <summary>What can be said before solving.</summary>
public static class CheckGroups
{
    /// <exception cref="ArgumentException">The problem is not one: sizes that are not, pupils that are not, a matrix of another size.</exception>
    public static IReadOnlyList<GroupFault> Run(GroupProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var count = problem.Schools.Count;
        if (problem.Least < 1 || problem.Most < problem.Least)
        {
            throw new ArgumentException($"A group of {problem.Least} to {problem.Most} schools.", nameof(problem));
        }

        if (problem.Kilometres.Count != count || problem.Kilometres.Any(row => row.Count != count))
        {
            throw new ArgumentException("Distances are not of these schools.", nameof(problem));
        }

        if (problem.Schools.Any(s => s.Pupils <= 0 || !double.IsFinite(s.Strength)))
        {
            throw new ArgumentException("A school without pupils or strength.", nameof(problem));
        }

        var strong = Enumerable.Range(0, count).Where(i => problem.Schools[i].Strong).ToList();
        return strong.Count == 0 ? [new GroupFault(GroupFaultKind.NoneStrong, null, null, null)]
            : count < problem.Least ? [new GroupFault(GroupFaultKind.TooFewSchools, null, null, null)]
            : Unreached(problem, strong) is { Count: > 0 } unreached ? unreached
            : (long)strong.Count * problem.Most < count ? [new GroupFault(GroupFaultKind.TooFewStrong, null, null, null)]
            : [];
    }

    private static List<GroupFault> Unreached(GroupProblem problem, List<int> strong) =>
    [
        .. Enumerable.Range(0, problem.Schools.Count)
            .Where(school => !strong.Exists(leader => problem.Reaches(leader, school)))
            .Select(school => (School: school, Nearest: strong.MinBy(leader => problem.Kilometres[leader][school])))
            .Select(pair => new GroupFault(GroupFaultKind.OutOfReach, pair.School, pair.Nearest, problem.Kilometres[pair.Nearest][pair.School])),
    ];
}
