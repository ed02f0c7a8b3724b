using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Standards.Trying;

namespace Xueheng.Tests.Planning;

/// <summary>Facts of small counties drawn by chance: primary, junior, nine-year and complete schools, a teaching point that counts with its school, now and then a missing figure.</summary>
internal static class MadeCounty
{
    public static readonly PackLibrary Packs = Facts.CountyBuilder.Packs;

    private static readonly string[] OfStage =
    [
        "classes", "classes.over_limit", "teachers.full_time", "teachers.above_degree", "teachers.backbone", "teachers.arts_sports",
        "teachers.intermediate_title", "teachers.certified", "teachers.trained", "teachers.rotation_eligible", "teachers.rotated", "teachers.rotated_backbone",
    ];

    private static readonly string[] OfSchool =
    [
        "rooms.teaching_area", "rooms.multimedia", "rooms.music", "rooms.art", "sports.indoor_area", "sports.outdoor_area", "equipment.value",
        "equipment.computers", "equipment.books", "budget.operating", "budget.training",
    ];

    public static TrialCounty Trial(int seed, int schools, string standard = "quality-balance-2017", double missing = 0) =>
        new(Packs.FindStandard(standard)!, Draw(new Random(seed), schools, missing), "云溪县", new Dictionary<string, Xueheng.Standards.JudgementEntry>());

    public static CountyFacts Draw(Random random, int schools, double missing)
    {
        var all = new List<SchoolFacts>();
        for (var i = 0; i < schools; i++)
        {
            var (type, stages) = random.Next(4) switch
            {
                0 => ("312", new[] { Stage.Primary, Stage.Junior }),
                1 => ("341", [Stage.Junior, Stage.Senior]),
                2 => ("311", [Stage.Junior]),
                _ => ("211", [Stage.Primary]),
            };
            all.Add(School(random, $"219900{i:0000}", type, null, stages, 150, missing));
            if (stages[0] == Stage.Primary && random.Next(4) == 0)
            {
                all.Add(School(random, $"219910{i:0000}", "218", $"219900{i:0000}", [Stage.Primary], 30, missing));
            }
        }

        return new CountyFacts(
            new Revision { County = "990101", Number = 1, Period = 2024, State = RevisionState.Published, ImportedAt = DateTimeOffset.UnixEpoch, Files = [] }, Packs.Facts, all, new Dictionary<string, decimal>());
    }

    private static SchoolFacts School(Random random, string code, string type, string? main, Stage[] stages, int most, double missing)
    {
        var values = new Dictionary<(string, Stage?), FactValue>();
        var hundreds = 0m;
        foreach (var stage in stages)
        {
            var pupils = random.Next(20, most);
            hundreds += pupils / 100m;
            Put("pupils", stage, pupils);
            foreach (var fact in OfStage.Where(f => Packs.Facts.Find(f)!.Stages.Contains(stage)))
            {
                Put(fact, stage, Math.Round(pupils * Rate(fact) * Around() / 100));
            }
        }

        foreach (var fact in OfSchool)
        {
            Put(fact, null, Math.Round(hundreds * Rate(fact) * Around(), 1));
        }

        return new SchoolFacts(
            new SchoolRow { County = "990101", Revision = 1, School = code, Name = $"第{code[^4..]}校", Type = type, Main = main, Public = true, Town = "青禾镇" }, stages, values);

        decimal Around() => 0.6m + (random.Next(100) / 100m);

        void Put(string fact, Stage? stage, decimal value) => values[(fact, stage)] =
            fact != "pupils" && random.NextDouble() < missing ? new FactValue(null, null, "没有填报")
            : random.Next(2) == 0 ? new FactValue(value, null, null) : new FactValue(null, value, null);
    }

    /// <summary>About what a hundred pupils have.</summary>
    private static decimal Rate(string fact) => fact switch
    {
        "classes" => 3,
        "classes.over_limit" => 0.3m,
        "teachers.full_time" => 8,
        "teachers.above_degree" => 5,
        "teachers.backbone" => 1.1m,
        "teachers.arts_sports" => 1,
        "teachers.intermediate_title" => 3,
        "teachers.certified" => 8,
        "teachers.trained" => 8,
        "teachers.rotation_eligible" => 3,
        "teachers.rotated" => 1,
        "teachers.rotated_backbone" => 0.4m,
        "rooms.teaching_area" => 600,
        "rooms.multimedia" => 2.6m,
        "rooms.music" or "rooms.art" => 0.4m,
        "sports.indoor_area" => 60,
        "sports.outdoor_area" => 850,
        "equipment.value" => 23,
        "equipment.computers" => 12,
        "equipment.books" => 2000,
        "budget.operating" => 10,
        _ => 0.6m,
    };
}
