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

            foreach (var l in Enumerable.Range(0, count).Where(l => problem.Schools[l].Strong))
            {
                leader[school] = l;
                foreach (var parting in From(school + 1))
                {
                    yield return parting;
                }
            }
        }
    }

    /// <summary>The same with decisions on two schools and groups as they are, of which so much may change.</summary>
    public static GroupProblem Decided(int seed)
    {
        var (dice, problem) = (new Random(seed + 1000), Random(seed, least: 1, most: 7, reach: 8 + (seed % 12)));
        var strong = Enumerable.Range(0, problem.Schools.Count).Where(i => problem.Schools[i].Strong).ToList();
        int School() => dice.Next(problem.Schools.Count);
        int Leader() => strong[dice.Next(strong.Count)];
        return problem with
        {
            Pins = dice.Next(3) > 0 ? [] : [(School(), Leader())],
            Forbidden = dice.Next(3) > 0 ? [] : [(School(), Leader())],
            Now = dice.Next(4) == 0 ? null : [.. problem.Schools.Select((s, i) => s.Strong ? i : dice.Next(5) == 0 ? (int?)null : Leader())],
            MostChanges = dice.Next(4) == 0 ? null : dice.Next(4),
        };
    }

    /// <summary>Every rule from scratch.</summary>
    public static bool Holds(GroupProblem problem, IReadOnlyList<int> leader) =>
        leader.Index().All(s => problem.Schools[s.Item].Strong && leader[s.Item] == s.Item
            && (s.Item == s.Index || problem.Kilometres[s.Item][s.Index] <= problem.Reach || problem.Pins.Contains((s.Index, s.Item))
                || (problem.MostChanges is not null && problem.Now is not null && problem.Now[s.Index] == s.Item)))
        && problem.Pins.All(p => leader[p.School] == p.Leader)
        && problem.Forbidden.All(f => leader[f.School] != f.Leader)
        && (problem.Now is null || problem.MostChanges is null || leader.Index().Count(s => problem.Now[s.Index] is { } now && now != s.Item) <= problem.MostChanges)
        && leader.GroupBy(l => l).All(g => g.Count() >= problem.Least && g.Count() <= problem.Most)
        && problem.Together.All(t => leader[t.One] == leader[t.Other]);
}
