using Xueheng.Engines.Rotation;

namespace Xueheng.Bench;

/// <summary>A made-up county of any size for the rotation: towns around a seat whose schools have more than their share of backbone and highly educated teachers.</summary>
internal static class RotationCounty
{
    private const int Subjects = 12;
    private const int Primary = 0;
    private const int Junior = 1;

    /// <summary>Shares of teachers by subject, in thousandths, and which count in L3: primary has no separate sciences.</summary>
    private static readonly int[][] Shares =
    [
        [300, 250, 90, 60, 90, 60, 60, 30, 30, 30, 0, 0],
        [170, 170, 160, 60, 70, 40, 40, 30, 90, 70, 50, 50],
    ];

    private static readonly int[] ArtsSports = [4, 5, 6];

    public static RotationProblem Make(int schools, int teachers, int seed)
    {
        var random = new Random(seed);
        var towns = Enumerable.Range(0, Math.Max(2, schools / 9)).Select(t => t == 0 ? (X: 0.0, Y: 0.0) : (X: (random.NextDouble() - 0.5) * 50_000, Y: (random.NextDouble() - 0.5) * 50_000)).ToList();
        var places = new List<(int Site, int Stage, double Pupils, double Wealth, bool New)>();
        var spots = new List<(double X, double Y)>();
        for (var s = 0; s < schools; s++)
        {
            var town = s < schools / 4 ? 0 : random.Next(1, towns.Count);
            var spread = town == 0 ? 4_000 : 3_000;
            spots.Add((towns[town].X + ((random.NextDouble() - 0.5) * 2 * spread), towns[town].Y + ((random.NextDouble() - 0.5) * 2 * spread)));
            var wealth = town == 0 ? 0.75 + (0.25 * random.NextDouble()) : 0.6 * random.NextDouble();
            var size = town == 0 ? 1_400 * (0.5 + random.NextDouble()) : 150 + (600 * Math.Pow(random.NextDouble(), 2));
            var kind = random.Next(100);
            foreach (var stage in kind < 62 ? [Primary] : kind < 87 ? [Junior] : new[] { Primary, Junior })
            {
                places.Add((s, stage, size, wealth, s % 50 == 7));
            }
        }

        var demand = places.Select(p => p.Pupils / (p.Stage == Primary ? 18 : 13.5)).ToList();
        var factor = teachers / demand.Sum();
        var staff = new List<RotationTeacher>();
        var all = new List<RotationPlace>();
        for (var p = 0; p < places.Count; p++)
        {
            var (site, stage, pupils, wealth, isNew) = places[p];
            var pupilsHere = Math.Round(pupils * factor);
            var count = (int)Math.Round(demand[p] * factor * (0.9 + (0.2 * random.NextDouble())) * (isNew ? 0.8 : 1));
            all.Add(new RotationPlace(site, stage, pupilsHere, [.. Shares[stage].Select(s => (int)Math.Round(s * demand[p] * factor * 0.095))]) { New = isNew, Posts = (int)Math.Ceiling(demand[p] * factor) });
            for (var t = 0; t < count; t++)
            {
                staff.Add(Teacher(random, p, stage, wealth, isNew));
            }
        }

        return new RotationProblem(all, Persons(random, all, staff), Subjects, 3, Metres(spots));
    }

    /// <summary>Every rule there is.</summary>
    public static IReadOnlyList<RotationRule> Rules(RotationProblem problem)
    {
        var eligible = problem.Teachers.Count(t => t.Years >= 6 && !t.Exempt);
        return
        [
            new YearsAtSchool("同校任教满六年", 6),
            new Exemptions("免交流"),
            new NotTwoYearsRunning("不连年交流"),
            new LeastMovers("交流比例", (eligible + 9) / 10),
            new MostMovers("交流规模", eligible * 15 / 100),
            new LeastBackbone("骨干比例", 20),
            new FarthestMove("单程距离", 20_000),
            new FarthestTogether("通勤总量", eligible * 15L / 100 * 10_000),
            new CouplesWithin("夫妻就近", 10_000),
            new VolunteersFirst("自愿优先"),
            new CoreOfNewSchool("新建学校骨干", 4),
            new KeepNeed("派出学校不缺科"),
            new WithinPosts("人随编走不超编"),
            new MostGivers("单校派出上限", 10),
        ];
    }

    private static RotationTeacher Teacher(Random random, int place, int stage, double wealth, bool isNew)
    {
        var draw = random.Next(1000);
        var subject = 0;
        while (draw >= Shares[stage][subject])
        {
            draw -= Shares[stage][subject++];
        }

        // Poor schools make do without teachers of the small subjects.
        if (subject >= 4 && random.NextDouble() > 0.45 + wealth)
        {
            subject = random.Next(2);
        }

        var backbone = random.NextDouble() < 0.06 + (0.25 * wealth);
        var counts = (random.NextDouble() < 0.55 + (0.4 * wealth) ? 1u : 0) | (backbone ? 2u : 0) | (ArtsSports.Contains(subject) ? 4u : 0);
        var years = isNew ? random.Next(3) : Math.Floor(-9 * Math.Log(1 - random.NextDouble()));
        return new RotationTeacher(place, subject, counts) { Backbone = backbone, Years = years, Exempt = random.Next(100) < 20, MovedLastYear = years < 1 && random.Next(3) == 0 };
    }

    private static List<RotationTeacher> Persons(Random random, List<RotationPlace> places, List<RotationTeacher> staff)
    {
        var ofStage = Enumerable.Range(0, places.Count).ToLookup(p => places[p].Stage);
        for (var t = 0; t + 1 < staff.Count; t++)
        {
            if (random.Next(100) < 3)
            {
                var same = ofStage[places[staff[t].Place].Stage].Where(p => p != staff[t].Place).ToList();
                staff[t] = staff[t] with { Wishes = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => same[random.Next(same.Count)]).Distinct().Order()] };
            }

            var other = Math.Min(staff.Count - 1, t + 1 + random.Next(40));
            if (random.Next(100) < 2 && staff[t].Partner < 0 && staff[other].Partner < 0 && other != t)
            {
                (staff[t], staff[other]) = (staff[t] with { Partner = other }, staff[other] with { Partner = t });
            }
        }

        return staff;
    }

    private static int[,] Metres(List<(double X, double Y)> spots)
    {
        var metres = new int[spots.Count, spots.Count];
        for (var i = 0; i < metres.Length; i++)
        {
            var (a, b) = (spots[i / spots.Count], spots[i % spots.Count]);
            metres[i / spots.Count, i % spots.Count] = (int)Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
        }

        return metres;
    }
}
