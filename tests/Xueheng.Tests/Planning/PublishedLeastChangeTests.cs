using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Planning.LeastChange;
using Xueheng.Standards;
using Xueheng.Standards.Trying;
using Xueheng.Storage;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Planning;

/// <summary>The least set of changes of a published census on real databases.</summary>
public sealed class PublishedLeastChangeTests
{
    private const string A = "2199000001";
    private const string B = "2199000002";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_backbone_teachers_for_one_school_and_the_missing_figure_of_the_other_said_first(DatabaseKind kind)
    {
        var county = Complete(Complete(new CountyBuilder(), A, s => s.BackboneTeachers = 7), B, s => s.ArtsSportsTeachers = null);
        var plan = await AdviseAsync(kind, county, null);

        Assert.Equal(("quality-balance-2017", Verdict.Fails, Verdict.Unknown), (plan.Standard, plan.Before, plan.After));
        var step = plan.Steps.Single(s => s.Stage == Stage.Primary && s.Lever == "teacher.backbone");
        Assert.Equal((A, 2, 2m, 32m), (step.School, step.Count, step.Amount, step.Cost));
        Assert.Equal(ObstacleKind.UnknownFigure, plan.Obstacles[0].Kind);
        Assert.Contains("学校2（小学）每百名学生拥有体育、艺术", plan.Obstacles[0].Words, StringComparison.Ordinal);
        Assert.Equal((Verdict.Fails, Verdict.Meets), Verdicts(plan, A));
        Assert.Equal((Verdict.Unknown, Verdict.Unknown), Verdicts(plan, B));
        Assert.Contains(plan.Obstacles, o => o.Kind == ObstacleKind.Judged && o.Indicator == "Q8");
        Assert.Contains(plan.Obstacles, o => o.Words == "没有参加评估的初中，这个学段无法判定");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_file_of_levers_of_ones_own_stands_before_the_shipped_ones(DatabaseKind kind)
    {
        var county = Complete(new CountyBuilder(), A, s => s.BackboneTeachers = 7);
        var rules = Path.GetTempFileName();
        await File.WriteAllTextAsync(rules, """
            version: "本局"
            levers:
              - { id: teacher.train_backbone, name: 培养骨干教师, english: Training a backbone teacher, unit: 名, step: 1, adds: { teachers.backbone: 1 }, stages: [primary], cost: 2.5, most: 1 }
              - { id: teacher.backbone, name: 调入骨干教师, english: A backbone teacher, unit: 名, step: 1, adds: { teachers.backbone: 1 }, stages: [primary], cost: 9 }
            """, TestContext.Current.CancellationToken);

        var plan = await AdviseAsync(kind, county, rules);
        File.Delete(rules);

        Assert.Equal([("teacher.backbone", 1, 9m), ("teacher.train_backbone", 1, 2.5m)], plan.Steps.Select(s => (s.Lever, s.Count, s.Cost)));
        Assert.NotEqual(CountyBuilder.Packs.Levers.Hash, plan.LeverHash);
    }

    [Fact]
    public async Task A_period_without_a_census_and_an_unknown_standard_are_refused_in_a_sentence()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        Assert.Equal("XH1001", (await Advise(db, 2023, null)).Failure?.Code);
        await Complete(new CountyBuilder(), A).PublishAsync(database);
        Assert.Equal("XH2001", (await Advise(db, 2024, "no-such")).Failure?.Code);
    }

    private static (Verdict? Before, Verdict? After) Verdicts(LeastChangePlan plan, string school) =>
        plan.Schools.Where(s => s.School == school).Select(s => (s.Before, s.After)).Single();

    private static async Task<LeastChangePlan> AdviseAsync(DatabaseKind kind, CountyBuilder county, string? rules)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await county.PublishAsync(database);
        await using var db = database.Open();
        return (await Advise(db, 2024, null, rules)).Value;
    }

    private static Task<Outcome<LeastChangePlan>> Advise(XuehengDb db, int period, string? standard, string? rules = null)
    {
        var packs = CountyBuilder.Packs;
        return new AdviseLeastChange(db, packs, new OpenTrialCounty(db, packs, new CountFacts(db, packs)))
            .RunAsync(new LeastChangeCommand("990101", period, standard, null, Work: 60_000, Rules: rules), null, TestContext.Current.CancellationToken);
    }

    internal static CountyBuilder Complete(CountyBuilder county, string code, Action<StageRow>? more = null) => county
        .School(code, $"学校{code[^1]}")
        .Declare(code, Stage.Primary, 900, s =>
        {
            (s.AboveDegreeTeachers, s.BackboneTeachers, s.ArtsSportsTeachers, s.FullTimeTeachers, s.IntermediateTitleTeachers) = (42, 9, 9, 55, 30);
            (s.CertifiedTeachers, s.TrainedTeachers, s.Classes) = (55, 55, 24);
            more?.Invoke(s);
        })
        .Resources(code, r =>
        {
            (r.TeachingArea, r.IndoorSportsArea, r.OutdoorSportsArea, r.EquipmentValue) = (4500, 0, 6000, 200);
            (r.MultimediaRooms, r.Computers, r.Books, r.MusicRooms, r.ArtRooms) = (23, 100, 20000, 2, 2);
        });
}
