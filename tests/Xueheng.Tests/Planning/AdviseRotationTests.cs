using Xueheng.Census;
using Xueheng.Engines.Rotation;
using Xueheng.Facts;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Staffing;
using Xueheng.Standards;
using Xueheng.Standards.Trying;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Planning;

public sealed class AdviseRotationTests
{
    private const string County = "990101";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_next_census_with_everyone_moved_gives_the_very_verdicts_that_were_promised(DatabaseKind kind)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            await using var database = await TestDatabase.CreateAsync(kind);
            await Made(seed).PublishAsync(database);
            var plan = (await AdviseAsync(database)).Value.Plan;
            Assert.Equal(RotationStatus.Solved, plan.Status);
            Assert.NotEmpty(plan.Moves);

            // The same rows again, each mover at the new school, as one who came by rotation.
            await using var db = database.Open();
            var goes = plan.Moves.ToDictionary(m => m.Teacher, m => m.To);
            await Made(seed, revision: 2, moved: goes).PublishAsync(database);
            var measured = (await new Measure(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)).RunAsync(County, 2024, plan.Standard, TestContext.Current.CancellationToken)).Value;
            Assert.Equal(2, measured.Revision);
            Assert.Equal(measured.Verdict, plan.After);
            foreach (var promised in plan.Disparity)
            {
                var real = measured.Disparity.Single(d => d.Stage == promised.Stage && d.Indicator == promised.Indicator);
                Assert.Equal((real.Cv, real.Verdict), (promised.After, promised.VerdictAfter));
            }

            foreach (var promised in plan.Schools)
            {
                var real = measured.Schools.Single(s => s.School == promised.School && s.Stage == promised.Stage);
                Assert.Equal(real.Verdict, promised.After);
                Assert.All(promised.Indicators, i => Assert.Equal(real.Indicators.Single(r => r.Id == i.Id).Value, i.After));
            }

            // The level the engine made least is the sum of the squares of the coefficients that the standard measures.
            Assert.Equal(measured.Disparity.Where(d => d.Indicator is "L1" or "L2" or "L3").Sum(d => d.Cv * d.Cv)!.Value, plan.Levels.Single(l => l.Level == RotationLevel.Disparity).Value, 6);
            var needs = (await new WorkOutStaffing(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)).RunAsync(County, 2024, TestContext.Current.CancellationToken)).Value;
            Assert.Equal(
                (double)needs.Places.Sum(p => p.Subjects.Sum(s => Math.Max(0, -s.Surplus))), plan.Levels.Single(l => l.Level == RotationLevel.Shortfall).Value, 1);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_move_keeps_the_rules_and_says_why(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Made(4).PublishAsync(database);
        var plan = (await AdviseAsync(database)).Value.Plan;
        Assert.All(plan.Moves, m => Assert.NotEmpty(m.Why));
        Assert.All(plan.Moves, m => Assert.True(m.Years >= 6, m.Teacher));
        Assert.True(plan.Moves.Count >= Math.Ceiling(plan.Eligible * 0.10));
        Assert.True(plan.Moves.Count <= plan.Eligible * 0.15);
        Assert.True(100 * plan.Backbone >= 20 * plan.Moves.Count);
        Assert.Equal(plan.Moves.Count, plan.Places.Sum(p => p.Leave));
        Assert.Equal(plan.Moves.Count, plan.Places.Sum(p => p.Come));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_list_of_people_exempts_and_wishes_and_decisions_stand_above_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Made(5).PublishAsync(database);
        var first = (await AdviseAsync(database)).Value;
        var (exempt, pinned) = (first.Plan.Moves[0], first.Plan.Moves[^1]);
        var list = Path.Combine(database.Folder.FullName, "people.csv");
        await File.WriteAllTextAsync(list, $"工号,免交流原因,志愿学校,配偶工号,上学年交流\n{exempt.Teacher},因病,,,\n", TestContext.Current.CancellationToken);
        var decisions = new RotationDecisions { Stays = [pinned.Teacher] };

        var plan = (await AdviseAsync(database, new RotationCommand(County, 2024, null, 20_000, People: list, Decisions: decisions), first.Answer)).Value.Plan;
        Assert.Equal(RotationStatus.Solved, plan.Status);
        Assert.DoesNotContain(plan.Moves, m => m.Teacher == exempt.Teacher || m.Teacher == pinned.Teacher);

        var sent = new RotationDecisions { Goes = new Dictionary<string, string> { [pinned.Teacher] = pinned.To } };
        var again = (await AdviseAsync(database, new RotationCommand(County, 2024, null, 20_000, Decisions: sent), first.Answer)).Value.Plan;
        Assert.Contains("人工指定", again.Moves.Single(m => m.Teacher == pinned.Teacher).Why);
        Assert.Equal(first.Plan.Moves.Count, again.Moves.Count);
    }

    [Theory]
    [InlineData("学号,志愿学校\n1,\n", "XH6110")]
    [InlineData("工号,志愿学校\nX9,\n", "XH6112")]
    [InlineData("工号,志愿学校\nT1,没有这所学校\n", "XH6113")]
    [InlineData("工号,志愿学校\nT1,\nT1,\n", "XH6114")]
    public async Task A_wrong_list_of_people_is_said_with_its_line(string text, string code)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await new CountyBuilder().School("2199000001", "一小").Declare("2199000001", Stage.Primary, 100).Teachers("2199000001", Stage.Primary, 1, t => t.Teacher = "T1").PublishAsync(database);
        var list = Path.Combine(database.Folder.FullName, "people.csv");
        await File.WriteAllTextAsync(list, text, TestContext.Current.CancellationToken);
        Assert.Equal(code, (await AdviseAsync(database, new RotationCommand(County, 2024, null, 1_000, People: list))).Failure?.Code);
    }

    [Fact]
    public async Task Rules_that_cannot_be_kept_together_are_named_with_the_least_easing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await Made(6).PublishAsync(database);
        var rules = Path.Combine(database.Folder.FullName, "rules.yaml");
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "packs", ReadRotationRules.File), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(rules, text.Replace("percent: 10,", "percent: 40,", StringComparison.Ordinal).Replace("单校派出上限, percent: 15", "单校派出上限, percent: 100", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var plan = (await AdviseAsync(database, new RotationCommand(County, 2024, null, 20_000, Rules: rules))).Value.Plan;
        Assert.Equal(RotationStatus.Infeasible, plan.Status);
        Assert.Equal(["交流比例", "交流规模"], plan.Conflict!.Rules);
        Assert.Contains(plan.Conflict.Easings, e => e.Rule == "交流比例" && e.To < e.From);
        Assert.Equal(plan.Before, plan.After);
    }

    /// <summary>Six to nine schools in two towns whose teachers are drawn by chance, the seat's schools with more backbone.</summary>
    internal static CountyBuilder Made(int seed, int revision = 1, Dictionary<string, string>? moved = null, int period = 2024)
    {
        var random = new Random(seed);
        var county = new CountyBuilder(County, period, revision);
        var number = 0;
        for (var s = 0; s < 6 + random.Next(4); s++)
        {
            var (code, junior, rich) = ($"21990000{s:00}", s % 3 == 2, s % 2 == 0);
            var stage = junior ? Stage.Junior : Stage.Primary;
            var pupils = random.Next(150, 500);
            county.School(code, $"学校{s}", junior ? "311" : "211", r => (r.Town, r.Longitude, r.Latitude, r.Founded) = (rich ? "城关镇" : "青禾镇", 118 + (random.NextDouble() * 0.08), 34 + (random.NextDouble() * 0.08), 1990))
                .Declare(code, stage, pupils, d => d.RotationEligibleTeachers = 5);
            foreach (var grade in junior ? ["21", "22", "23"] : new[] { "11", "12", "13", "14", "15", "16" })
            {
                county.Class(code, stage, grade, pupils / 6, grade);
            }

            string[] taught = junior ? ["语文", "数学", "英语", "物理", "历史", "体育", "音乐"] : ["语文", "数学", "英语", "科学", "体育", "美术"];
            var staff = (pupils / (junior ? 13 : 19)) + random.Next(-3, 4);
            for (var t = 0; t < staff; t++)
            {
                var teacher = $"T{++number:0000}";
                var (subject, backbone, years, degree, sex, born) = (taught[random.Next(taught.Length)], random.Next(10) < (rich ? 4 : 1), random.Next(1, 15), random.Next(3) == 0 ? "31" : "21", random.Next(2), random.Next(1975, 1998));
                var to = moved?.GetValueOrDefault(teacher);
                county.Teachers(to ?? code, stage, 1, r =>
                {
                    (r.Teacher, r.Subject, r.Degree, r.Sex, r.Born) = (teacher, subject, degree, sex == 0 ? "男" : "女", new DateOnly(born, 3, 1));
                    (r.Backbone, r.AtSchoolSince, r.Rotated) = (backbone ? BackboneLevel.County : BackboneLevel.None, new DateOnly(2025 - years, 8, 1), to is not null);
                });
            }
        }

        return county;
    }

    private static Task<Outcome<AdvisedRotation>> AdviseAsync(TestDatabase database) => AdviseAsync(database, new RotationCommand(County, 2024, null, 20_000));

    private static async Task<Outcome<AdvisedRotation>> AdviseAsync(TestDatabase database, RotationCommand command, RotationAnswer? before = null)
    {
        await using var db = database.Open();
        var (packs, facts) = (CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs));
        return await new AdviseRotation(db, packs, new OpenTrialCounty(db, packs, facts), new WorkOutStaffing(db, packs, facts), new ReadPeople(packs))
            .RunAsync(command, before, null, TestContext.Current.CancellationToken);
    }
}
