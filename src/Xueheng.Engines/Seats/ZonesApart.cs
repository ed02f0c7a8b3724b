namespace Xueheng.Engines.Seats;

/// <summary>Parts of a school's zone that do not hang together with the area it stands in.</summary>
internal static class ZonesApart
{
    /// <param name="school">The school of each area in each year.</param>
    /// <returns>Each part by itself, with its school; empty where zones need not be connected.</returns>
    public static List<(int Site, IReadOnlyList<int> Areas)> Find(SeatPlanProblem problem, IReadOnlyList<IReadOnlyList<int>> school, int year)
    {
        if (problem.Neighbours is null)
        {
            return [];
        }

        var parts = new List<(int, IReadOnlyList<int>)>();
        var seen = new bool[problem.Areas];
        for (var j = 0; j < problem.Seats.Count; j++)
        {
            if (school[problem.StandsIn[j]][year] == j && !seen[problem.StandsIn[j]])
            {
                Spread(problem, school, year, problem.StandsIn[j], seen);
            }
        }

        for (var a = 0; a < problem.Areas; a++)
        {
            if (!seen[a] && school[a][year] >= 0)
            {
                parts.Add((school[a][year], Spread(problem, school, year, a, seen)));
            }
        }

        return parts;
    }

    /// <summary>The areas of one school that hang together with an area.</summary>
    private static List<int> Spread(SeatPlanProblem problem, IReadOnlyList<IReadOnlyList<int>> school, int year, int from, bool[] seen)
    {
        List<int> part = [from];
        seen[from] = true;
        for (var at = 0; at < part.Count; at++)
        {
            foreach (var next in problem.Neighbours![part[at]])
            {
                if (!seen[next] && school[next][year] == school[from][year])
                {
                    seen[next] = true;
                    part.Add(next);
                }
            }
        }

        return part;
    }
}
