using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xueheng.Engines.Rotation;
using Xueheng.Facts;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Scenarios;
using Xueheng.Planning.Staffing;
using Xueheng.Standards;
using Xueheng.Standards.Trying;
using Xueheng.Storage;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Planning;

/// <summary>Stored rotations: asked, worked out, stopped, taken up again, and what the next census says.</summary>
public sealed class RotationScenarioTests
{
    private static readonly Dictionary<string, decimal> NoNumbers = [];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_scenario_is_stopped_and_taken_up_again_and_keeps_its_question_and_answer(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AdviseRotationTests.Made(7).PublishAsync(database);
        await using var db = database.Open();
        var started = (await Start(db).RunAsync(new StartRotationCommand("990101", 2024, " 方案一 ", "王科长", 30, 1, new Dictionary<string, decimal> { ["least_movers"] = 12 }), TestContext.Current.CancellationToken)).Value;
        Assert.Equal(("方案一", ScenarioState.Waiting), (started.Name, started.State));
        Assert.Equal([(started.County, started.Id)], await new FindScenarios(db).UnfinishedAsync(TestContext.Current.CancellationToken));

        using (var stopped = new CancellationTokenSource())
        {
            await stopped.CancelAsync();
            await Work(db).RunAsync(started.County, started.Id, null, stopped.Token, TestContext.Current.CancellationToken);
        }

        Assert.Equal(ScenarioState.Stopped, (await FindAsync(database, started.Id)).State);

        Assert.True((await new ResumeScenario(db).RunAsync(started.County, started.Id, TestContext.Current.CancellationToken)).Succeeded);
        Assert.Equal("XH6124", (await new ResumeScenario(db).RunAsync(started.County, started.Id, TestContext.Current.CancellationToken)).Failure?.Code);

        // The end of the program leaves it to be taken up.
        using (var ended = new CancellationTokenSource())
        {
            await ended.CancelAsync();
            await using var another = database.Open();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Work(another).RunAsync(started.County, started.Id, null, CancellationToken.None, ended.Token));
        }

        Assert.Single(await new FindScenarios(db).UnfinishedAsync(TestContext.Current.CancellationToken));
        await using var last = database.Open();
        await Work(last).RunAsync(started.County, started.Id, null, CancellationToken.None, TestContext.Current.CancellationToken);
        var done = await FindAsync(database, started.Id);
        Assert.Equal(ScenarioState.Solved, done.State);
        var plan = RotationQuestion.ReadPlan(done.Plan!);
        Assert.True(plan.Moves.Count >= Math.Ceiling(plan.Eligible * 0.12));
        Assert.Equal(12, RotationQuestion.Read(done.Question).Numbers["least_movers"]);
        Assert.Equal(RotationStatus.Solved, plan.Status);
        Assert.Equal(6, plan.Levels.Count);
        Assert.All(plan.Moves, m => Assert.NotEmpty(m.Why));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_cut_off_goes_on_from_how_far_it_was(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AdviseRotationTests.Made(7).PublishAsync(database);
        await using var db = database.Open();
        var started = (await Start(db).RunAsync(new StartRotationCommand("990101", 2024, "方案一", "王科长", 30, 1, NoNumbers), TestContext.Current.CancellationToken)).Value;
        using var ended = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Work(db).RunAsync(started.County, started.Id, new AtOnce(ended.Cancel), CancellationToken.None, ended.Token));
        var half = await FindAsync(database, started.Id);
        Assert.Equal((ScenarioState.Running, null), (half.State, half.Plan));
        var far = RotationQuestion.ReadAnswer(half.Answer!);
        Assert.NotEmpty(far.Moves);

        await using var again = database.Open();
        await Work(again).RunAsync(started.County, started.Id, null, CancellationToken.None, TestContext.Current.CancellationToken);
        var done = await FindAsync(database, started.Id);
        Assert.Equal(ScenarioState.Solved, done.State);

        // Of two answers as good it stays with the one it had; begun anew, other people would go.
        var found = RotationQuestion.ReadAnswer(done.Answer!);
        var alike = await AsGoodAsync(db, found, RotationQuestion.ReadPlan(done.Plan!));
        await again.Set<Scenario>().Where(s => s.Id == started.Id).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.State, ScenarioState.Running).SetProperty(s => s.Answer, JsonSerializer.Serialize(alike, ContractJson.Options)), TestContext.Current.CancellationToken);
        await using var last = database.Open();
        await Work(last).RunAsync(started.County, started.Id, null, CancellationToken.None, TestContext.Current.CancellationToken);
        var gone = RotationQuestion.ReadAnswer((await FindAsync(database, started.Id)).Answer!);
        Assert.Equal(People(alike), People(gone));
        Assert.NotEqual(People(found), People(gone));

        static HashSet<int> People(RotationAnswer answer) => [.. answer.Moves.Select(m => m.Teacher)];
    }

    /// <summary>An answer as good in every level, with somebody kept home who goes in the first.</summary>
    private static async Task<RotationAnswer> AsGoodAsync(XuehengDb db, RotationAnswer first, RotationPlan plan)
    {
        foreach (var move in plan.Moves)
        {
            var command = new RotationCommand("990101", 2024, null, 20_000, Decisions: new RotationDecisions { Stays = [move.Teacher] });
            var other = (await Advise(db).RunAsync(command, first, null, TestContext.Current.CancellationToken)).Value.Answer;
            if (other.Levels.Select(l => l.Value).SequenceEqual(first.Levels.Select(l => l.Value)))
            {
                return other;
            }
        }

        throw new InvalidOperationException("Nobody can take anybody's place.");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_next_census_says_who_went_and_what_came_of_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AdviseRotationTests.Made(8).PublishAsync(database);
        await using var db = database.Open();
        var plan = (await Advise(db).RunAsync(new RotationCommand("990101", 2024, null, 20_000), null, null, TestContext.Current.CancellationToken)).Value.Plan;
        Assert.Equal(RotationStatus.Solved, plan.Status);
        var compare = new CompareRealised(db, new Measure(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)));
        Assert.Null(await compare.RunAsync(plan, 2024, TestContext.Current.CancellationToken));

        // All but one went.
        var goes = plan.Moves.Skip(1).ToDictionary(m => m.Teacher, m => m.To);
        await AdviseRotationTests.Made(8, revision: 2, moved: goes, period: 2025).PublishAsync(database);
        var realised = (await compare.RunAsync(plan, 2024, TestContext.Current.CancellationToken))!;
        Assert.Equal((plan.Moves.Count - 1, 1, 0), (realised.There, realised.Stayed, realised.Elsewhere));
        Assert.All(realised.Disparity, d => Assert.NotNull(d.Real));
        Assert.Contains(realised.Disparity, d => d.Real != d.Promised);
    }

    [Fact]
    public async Task A_question_without_a_name_a_time_or_a_scenario_to_change_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await AdviseRotationTests.Made(7).PublishAsync(database);
        await using var db = database.Open();
        var good = new StartRotationCommand("990101", 2024, "方案", "王科长", 30, 1, NoNumbers);
        Assert.Equal("XH6121", await CodeAsync(good with { Name = " " }));
        Assert.Equal("XH6121", await CodeAsync(good with { By = "" }));
        Assert.Equal("XH6122", await CodeAsync(good with { Seconds = 0 }));
        Assert.Equal("XH6120", await CodeAsync(good with { From = Guid.CreateVersion7() }));
        Assert.Equal("XH1001", await CodeAsync(good with { Period = 2023 }));

        async Task<string?> CodeAsync(StartRotationCommand command) => (await Start(db).RunAsync(command, TestContext.Current.CancellationToken)).Failure?.Code;
    }

    private sealed class AtOnce(Action act) : IProgress<ScenarioProgress>
    {
        public void Report(ScenarioProgress value) => act();
    }

    private static StartRotation Start(XuehengDb db) => new(db, new ReadPeople(CountyBuilder.Packs), new AskScenario(db, TimeProvider.System));

    private static WorkScenario Work(XuehengDb db) => new(db, [new RotationScenario(CountyBuilder.Packs, Advise(db))], TimeProvider.System);

    private static AdviseRotation Advise(XuehengDb db) => new(
        db,
        CountyBuilder.Packs,
        new OpenTrialCounty(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)),
        new WorkOutStaffing(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)),
        new ReadPeople(CountyBuilder.Packs));

    private static async Task<Scenario> FindAsync(TestDatabase database, Guid id)
    {
        await using var db = database.Open();
        return (await new FindScenarios(db).FindAsync("990101", id, TestContext.Current.CancellationToken)).Value;
    }
}
