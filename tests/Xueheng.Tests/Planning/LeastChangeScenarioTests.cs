using Microsoft.EntityFrameworkCore;
using Xueheng.Facts;
using Xueheng.Planning.LeastChange;
using Xueheng.Planning.Scenarios;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Standards;
using Xueheng.Standards.Trying;
using Xueheng.Storage;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Planning;

/// <summary>A least set of changes kept: asked on terms of its own, approved to tasks that name the targets they serve, and beside the next census.</summary>
public sealed class LeastChangeScenarioTests
{
    private const string County = "990101";
    private const string A = "2199000001";
    private const string Standard = "quality-balance-2017";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Costs_and_limits_are_for_one_question_and_the_packs_stay(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await PublishedLeastChangeTests.Complete(new CountyBuilder(), A, s => s.BackboneTeachers = 7).PublishAsync(database);
        await using var db = database.Open();
        var (shipped, first) = await SolveAsync(db, []);
        Assert.Equal((ScenarioState.Solved, 2, 32m), (shipped.State, first.Steps.Single().Count, first.Cost));

        var (dear, second) = await SolveAsync(db, new() { ["teacher.backbone"] = new LeverTerms(Cost: 5.5m) }, shipped.Id);
        Assert.Equal((11m, shipped.Id), (second.Cost!.Value, dear.From!.Value));
        Assert.NotEqual(first.LeverHash, second.LeverHash);
        Assert.Equal(first.LeverHash, CountyBuilder.Packs.Levers.Hash);
        Assert.Equal(16, CountyBuilder.Packs.Levers.Find("teacher.backbone")!.Cost);

        // One step only: the rest another way, dearer. None: it is said what cannot be reached. Left out: nothing can be done, said as an obstacle.
        var (_, third) = await SolveAsync(db, new() { ["teacher.backbone"] = new LeverTerms(Most: 1) });
        Assert.Equal([("teacher.backbone", 1), ("sports.outdoor", 4)], third.Steps.Select(s => (s.Lever, s.Count)));
        var (few, fourth) = await SolveAsync(db, new() { ["teacher.backbone"] = new LeverTerms(Most: 0) });
        Assert.Equal((ScenarioState.Infeasible, "teacher.backbone"), (few.State, fourth.Beyond.Single().Lever));
        var (_, none) = await SolveAsync(db, new() { ["teacher.backbone"] = new LeverTerms(Out: true) });
        Assert.DoesNotContain(none.Steps, s => s.Lever == "teacher.backbone");
        Assert.Equal(Verdict.Fails, none.Schools.Single(s => s.School == A).After);

        var start = new StartLeastChange(CountyBuilder.Packs, new AskScenario(db, TimeProvider.System));
        Assert.Equal("XH6311", await CodeAsync(Standard, new() { ["no.such"] = new LeverTerms() }));
        Assert.Equal("XH6312", await CodeAsync(Standard, new() { ["teacher.backbone"] = new LeverTerms(Cost: 0) }));
        Assert.Equal("XH6313", await CodeAsync("no-such", []));

        async Task<string?> CodeAsync(string standard, Dictionary<string, LeverTerms> levers) =>
            (await start.RunAsync(new StartLeastChangeCommand(County, 2024, "方案", "王科长", 30, 1, standard, levers), Now)).Failure?.Code;
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_school_gets_a_task_with_the_targets_it_serves_and_the_next_census_says_what_came_of_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await PublishedLeastChangeTests.Complete(new CountyBuilder(), A, s => s.BackboneTeachers = 7).PublishAsync(database);
        await using var db = database.Open();
        var (scenario, plan) = await SolveAsync(db, []);
        var place = new Plan { County = County, Id = Guid.CreateVersion7(), Title = "方案", State = PlanState.Approved, EditedBy = "王科长", EditedAt = DateTimeOffset.UnixEpoch };
        db.Add(place);
        foreach (var (i, (title, metric)) in new[] { ("骨干教师达标", $"indicator:{Standard}/L2@primary#{A}"), ("骨干教师均衡", $"disparity:{Standard}/L2@primary"), ("别的指标", $"disparity:{Standard}/L4@primary"), ("别的学校", $"indicator:{Standard}/L2@primary#2199000009") }.Index())
        {
            db.Add(new Target
            {
                County = County, Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(i)), Plan = place.Id, Title = title, Metric = Metric.Parse(metric)!, Comparison = Xueheng.Engines.Text.Comparison.AtLeast, Value = 1, Unit = "名", Due = new DateOnly(2025, 8, 31), EditedBy = "王科长", EditedAt = DateTimeOffset.UnixEpoch,
            });
        }

        await db.SaveChangesAsync(Now);
        Assert.True((await new ApproveScenario(db, Kinds(db), new AddItem(db, TimeProvider.System), TimeProvider.System)
            .RunAsync(new ApproveScenarioCommand(County, scenario.Id, place.Id, null, "李局长"), Now)).Succeeded);
        var task = await db.Set<PlanItem>().AsNoTracking().SingleAsync(i => i.Kind == PlanItemKind.Task, Now);
        Assert.Equal("学校1：1 项举措，32 万元", task.Title);
        var lines = task.Detail!.Split('\n');
        Assert.Equal(("服务的目标：骨干教师达标；骨干教师均衡", "增加县级以上骨干教师 2 名（小学），32 万元"), (lines[0], lines[1]));
        Assert.StartsWith("小学L2 ", lines[2], StringComparison.Ordinal);

        var compare = new CompareRealisedChange(db, new Measure(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)));
        Assert.Null(await compare.RunAsync(plan, Now));
        await PublishedLeastChangeTests.Complete(new CountyBuilder(revision: 2, period: 2025), A, s => s.BackboneTeachers = 8).PublishAsync(database);
        var short_ = (await compare.RunAsync(plan, Now))!;
        Assert.Equal((Verdict.Fails, Verdict.Meets, Verdict.Fails), Verdicts(short_.Schools.Single()));
        Assert.Equal((plan.PassingBefore, 0), (short_.Passing, short_.Passing));
        await PublishedLeastChangeTests.Complete(new CountyBuilder(revision: 3, period: 2025), A, s => s.BackboneTeachers = 9).PublishAsync(database);
        var kept = (await compare.RunAsync(plan, Now))!;
        Assert.Equal((Verdict.Fails, Verdict.Meets, Verdict.Meets), Verdicts(kept.Schools.Single()));
        Assert.Equal(plan.PassingAfter, kept.Passing);
        Assert.Equal(plan.Disparity.Count, kept.Disparity.Count);
    }

    private static (Verdict, Verdict, Verdict) Verdicts(RealisedSchool school) => (school.Before!.Value, school.Promised!.Value, school.Real!.Value);

    private static IScenarioKind[] Kinds(XuehengDb db) =>
        [new LeastChangeScenario(CountyBuilder.Packs, new AdviseLeastChange(db, CountyBuilder.Packs, new OpenTrialCounty(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs))))];

    private static async Task<(Scenario Scenario, LeastChangePlan Plan)> SolveAsync(XuehengDb db, Dictionary<string, LeverTerms> levers, Guid? from = null)
    {
        var started = await new StartLeastChange(CountyBuilder.Packs, new AskScenario(db, TimeProvider.System))
            .RunAsync(new StartLeastChangeCommand(County, 2024, "方案", "王科长", 30, 1, Standard, levers, from), Now);
        Assert.True(started.Succeeded, started.Failure?.Message);
        await new WorkScenario(db, Kinds(db), TimeProvider.System).RunAsync(County, started.Value.Id, null, CancellationToken.None, Now);
        var found = (await new FindScenarios(db).FindAsync(County, started.Value.Id, Now)).Value;
        return (found, LeastChangeQuestion.ReadPlan(found.Plan!));
    }
}
