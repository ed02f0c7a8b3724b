using Xueheng.Engines.Rotation;

namespace Xueheng.Engines.Tests.Rotation;

/// <summary>Counties so small that every answer can be tried.</summary>
internal static class SmallCounty
{
    public static (RotationProblem Problem, List<RotationRule> Rules, RotationPins Pins) Draw(int seed)
    {
        var random = new Random(seed);
        var stages = random.Next(1, 3);
        var places = random.Next(3, 5);
        var teachers = random.Next(4, 7);
        var subjects = random.Next(1, 4);
        var spots = Enumerable.Range(0, places).Select(_ => (X: random.Next(0, 10_000), Y: random.Next(0, 10_000))).ToList();
        var metres = new int[places, places];
        for (var i = 0; i < places * places; i++)
        {
            var (a, b) = (spots[i / places], spots[i % places]);
            metres[i / places, i % places] = (int)Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
        }

        List<RotationPlace> all =
        [
            .. Enumerable.Range(0, places).Select(p => new RotationPlace(p, random.Next(stages), random.Next(20, 200), [.. Enumerable.Range(0, subjects).Select(_ => random.Next(0, 250))])
            {
                Open = random.Next(8) > 0,
                Measured = random.Next(8) > 0,
                New = random.Next(4) == 0,
                Posts = random.Next(3) == 0 ? random.Next(0, 4) : null,
            }),
        ];
        List<RotationTeacher> staff =
        [
            .. Enumerable.Range(0, teachers).Select(_ => random.Next(places)).Select(place => new RotationTeacher(place, random.Next(subjects), (uint)random.Next(0, 4))
            {
                Backbone = random.Next(3) == 0,
                Years = random.Next(0, 12),
                Exempt = random.Next(5) == 0,
                MovedLastYear = random.Next(6) == 0,
                Wishes = random.Next(4) == 0 ? [.. Enumerable.Range(0, places).Where(p => p != place && all[p].Stage == all[place].Stage && random.Next(2) == 0)] : [],
            }),
        ];
        if (random.Next(2) == 0)
        {
            (staff[0], staff[1]) = (staff[0] with { Partner = 1 }, staff[1] with { Partner = 0 });
        }

        var pins = random.Next(3) > 0 ? RotationPins.None : new RotationPins
        {
            Goes = Pinned(random, all, staff),
            Stays = new HashSet<int> { teachers - 1 },
            Forbidden = new HashSet<(int, int)> { (2, random.Next(places)) },
        };
        return (new RotationProblem(all, staff, subjects, 2, metres), RulesOf(random, teachers), pins);
    }

    private static Dictionary<int, int> Pinned(Random random, List<RotationPlace> places, List<RotationTeacher> staff)
    {
        var (from, to) = (staff[0].Place, random.Next(places.Count));
        return random.Next(2) == 0 || from == to || places[from].Stage != places[to].Stage || !places[from].Open || !places[to].Open ? [] : new() { [0] = to };
    }

    private static List<RotationRule> RulesOf(Random random, int teachers)
    {
        RotationRule[] every =
        [
            new YearsAtSchool("任教年限", 6, random.Next(2) == 0),
            new Exemptions("免交流"),
            new NotTwoYearsRunning("不连年交流"),
            new LeastMovers("交流比例", random.Next(0, 3)),
            new MostMovers("交流规模", random.Next(1, teachers)),
            new LeastBackbone("骨干比例", random.Next(10, 60)),
            new FarthestMove("单程距离", random.Next(2_000, 9_000)),
            new FarthestTogether("通勤总量", random.Next(3_000, 20_000)),
            new CouplesWithin("夫妻就近", random.Next(0, 6_000)),
            new VolunteersFirst("自愿优先"),
            new CoreOfNewSchool("新建学校骨干", 1),
            new KeepNeed("不缺科"),
            new WithinPosts("不超编"),
            new MostGivers("派出上限", random.Next(10, 80)),
        ];
        return [.. every.Where(_ => random.Next(2) == 0)];
    }

    /// <summary>The least answer, level after level, of every answer there is; null when none keeps the rules.</summary>
    public static IReadOnlyList<long>? Least(RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins)
    {
        List<List<RotationMove?>> ways =
        [
            .. problem.Teachers.Select((teacher, t) => Enumerable.Range(0, problem.Places.Count)
                .Where(p => p != teacher.Place && problem.Places[p].Stage == problem.Places[teacher.Place].Stage)
                .Select(p => (RotationMove?)new RotationMove(t, teacher.Place, p, teacher.Wishes.Contains(p))).Prepend(null).ToList()),
        ];
        IReadOnlyList<long>? best = null;
        var chosen = new int[ways.Count];
        while (true)
        {
            var moves = ways.Select((w, t) => w[chosen[t]]).OfType<RotationMove>().ToList();
            var evaluated = EvaluateRotation.Run(problem, rules, pins, moves);
            if (evaluated.Broken.Count == 0 && (best is null || Before(evaluated.Values, best)))
            {
                best = evaluated.Values;
            }

            var at = 0;
            while (at < ways.Count && ++chosen[at] == ways[at].Count)
            {
                chosen[at++] = 0;
            }

            if (at == ways.Count)
            {
                return best;
            }
        }
    }

    public static bool Before(IReadOnlyList<long> left, IReadOnlyList<long> right)
    {
        for (var i = 0; i < left.Count; i++)
        {
            if (left[i] != right[i])
            {
                return left[i] < right[i];
            }
        }

        return false;
    }
}
