using Xueheng.Engines.Groups;

namespace Xueheng.Engines.Tests.Groups;

/// <summary>Problems small enough to try every parting.</summary>
internal static class SmallGroups
{
    public static GroupProblem Random(int seed, int least = 2, int most = 4, double reach = 8)
    {
        var dice = new Random(seed);
        var count = dice.Next(4, 8);
        var places = Enumerable.Range(0, count).Select(_ => (X: dice.NextDouble() * 10, Y: dice.NextDouble() * 10)).ToList();
        var strong = dice.Next(1, 4);
        return new GroupProblem(
            [.. Enumerable.Range(0, count).Select(i => new GroupSchool(dice.Next(50, 2000), Math.Round(dice.NextDouble(), 3), i < strong))],
            [.. places.Select(a => places.Select(b => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2))).ToArray())],
            least,
            most,
            reach,
            0,
            []);
    }

    public static IEnumerable<int[]> Partings(GroupProblem problem)
    {
        var count = problem.Schools.Count;
        var leader = new int[count];
        return From(0);

        IEnumerable<int[]> From(int school)
        {
            if (school == count)
            {
                if (Holds(problem, leader))
                {
                    yield return [.. leader];
                }

                yield break;
            }

            for (var l = 0; l < count; l++)
            {
                leader[school] = l;
                foreach (var parting in From(school + 1))
                {
                    yield return parting;
                }
            }
        }
    }

    /// <summary>Every rule from scratch.</summary>
    public static bool Holds(GroupProblem problem, IReadOnlyList<int> leader) =>
        leader.Index().All(s => problem.Schools[s.Item].Strong && leader[s.Item] == s.Item && (s.Item == s.Index || problem.Kilometres[s.Item][s.Index] <= problem.Reach))
        && leader.GroupBy(l => l).All(g => g.Count() >= problem.Least && g.Count() <= problem.Most)
        && problem.Together.All(t => leader[t.One] == leader[t.Other]);
}
