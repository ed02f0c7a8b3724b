using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Engines.Seats;
using Xueheng.Planning.Scenarios;
using Xueheng.Planning.SeatMaps;
using Xueheng.Planning.Seats;
using Xueheng.Storage;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Planning;

/// <summary>Stored plans of seats: asked, worked out, stopped, taken up again, an area sent elsewhere by hand.</summary>
public sealed class SeatScenarioTests
{
    private const string Full = "2199000001";
    private const string Empty = "2199000002";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_plan_is_stopped_and_taken_up_again_and_keeps_its_question_and_where_everything_is(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AdviseSeatsTests.County().PublishAsync(database);
        await using var db = database.Open();
        var births = Path.Combine(database.Folder.FullName, "births.csv");
        await File.WriteAllTextAsync(births, "区域,年份,出生人数\n全县,2019,80\n全县,2020,80\n东乡,2019,30\n", TestContext.Current.CancellationToken);
        var started = (await Start(db).RunAsync(Command() with { Births = ("births.csv", births) }, TestContext.Current.CancellationToken)).Value;
        Assert.Equal(("学位一", "seats", ScenarioState.Waiting), (started.Name, started.Kind, started.State));
        var question = SeatQuestion.Read(started.Question);
        Assert.Equal((3, 80.0), (question.Births!.Rows.Count, question.Births.Rows.First(r => r.Area.Length == 0 && r.Year == 2020).Births));
        Assert.Equal(7.5m, question.Numbers["walk"]);

        using (var stopped = new CancellationTokenSource())
        {
            await stopped.CancelAsync();
            await Work(db).RunAsync(started.County, started.Id, null, stopped.Token, TestContext.Current.CancellationToken);
        }

        Assert.Equal(ScenarioState.Stopped, (await FindAsync(database, started.Id)).State);
        Assert.True((await new ResumeScenario(db).RunAsync(started.County, started.Id, TestContext.Current.CancellationToken)).Succeeded);
        var told = new List<SeatProgress>();
        await using var last = database.Open();
        await Work(last).RunAsync(started.County, started.Id, new Told(told), CancellationToken.None, TestContext.Current.CancellationToken);
        var done = await FindAsync(database, started.Id);
        Assert.Equal(ScenarioState.Solved, done.State);
        Assert.Equal((3, 2), (Assert.Single(told).Areas, told[0].Schools));
        var (plan, layout) = (SeatsJson.ReadPlan(done.Plan!), SeatLayout.Read(done.Answer!));
        Assert.Equal(SeatPlanStatus.Optimal, plan.Status);
        Assert.Equal(7.5, layout.Walk);
        Assert.Equal(plan.Total, EvaluateSeatPlan.Cost(layout.Problem(), layout.Starts, layout.School).Total, 9);
        Assert.Empty(EvaluateSeatPlan.Faults(layout.Problem(), layout.Starts, layout.School));
        Assert.Equal(0, plan.Lacking);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_area_sent_back_by_hand_breaks_the_limit_it_was_moved_for_and_is_kept_as_another_scenario(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AdviseSeatsTests.County().PublishAsync(database);
        await using var db = database.Open();
        var first = await DoneAsync(database, (await Start(db).RunAsync(Command(), TestContext.Current.CancellationToken)).Value);
        var (plan, layout) = (SeatsJson.ReadPlan(first.Plan!), SeatLayout.Read(first.Answer!));
        var area = plan.Areas[0];
        var move = new SeatMove(area.Id, Full, 2026);
        var moved = MoveAreas.Try(plan, layout, move).Value;
        Assert.Contains(moved.Broken, b => b is { Kind: EasingKind.Seats, School: "一小", Period: 2026 });
        Assert.Empty(moved.Mended);
        Assert.Equal((0.0, 1.11), (Math.Round(moved.Kilometres.Before, 2), Math.Round(moved.Kilometres.After, 2)));
        var gains = moved.Schools.Single(s => s.Name == "一小");
        Assert.Equal(gains.Before[0], gains.After[0]);
        Assert.Equal(gains.Before[1] + area.Children[1], gains.After[1]);

        // The other way about is no worse than it was: the same limits, the same cost.
        var back = MoveAreas.Try(moved.Plan, moved.Layout, new SeatMove(area.Id, Empty, 2026)).Value;
        Assert.Equal(plan.Total, back.Plan.Total, 9);
        Assert.Equal(moved.Broken.Count, back.Mended.Count);

        var kept = await DoneAsync(database, (await Start(db).RunAsync(new KeepMovedCommand("990101", 2024, "学位一 · 2", "王科长", first.Id, move), TestContext.Current.CancellationToken)).Value);
        Assert.Equal((ScenarioState.Solved, first.Id), (kept.State, kept.From));
        var changed = SeatsJson.ReadPlan(kept.Plan!);
        Assert.Equal(SeatsJson.Write(moved.Plan), SeatsJson.Write(changed));
        Assert.Equal(("东乡", "一小", "一小", 2026), (changed.Moves[0].Town, changed.Moves[0].Now, changed.Moves[0].To, changed.Moves[0].From));
        Assert.True(changed.Lacking > 0);

        Assert.Equal("XH6233", MoveAreas.Try(plan, layout, new SeatMove(area.Id, Empty, 2025)).Failure?.Code);
        Assert.Equal("XH6232", MoveAreas.Try(plan, layout, new SeatMove("无@1", Empty, 2025)).Failure?.Code);
        Assert.Equal("XH6232", MoveAreas.Try(plan, layout, new SeatMove(area.Id, Full, 2024)).Failure?.Code);
        Assert.Equal("XH6232", (await Start(db).RunAsync(new KeepMovedCommand("990101", 2024, "甲", "王科长", first.Id, new SeatMove(area.Id, "2", 2026)), TestContext.Current.CancellationToken)).Failure?.Code);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task With_boundaries_children_live_in_the_middle_of_them_and_zones_hang_together_where_asked(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AdviseSeatsTests.County().PublishAsync(database);
        await using var db = database.Open();

        // 东乡, where 二小 stands, is beside nothing; its children who go to 一小 live apart from it, beside 青禾镇, where 一小 stands.
        var file = Path.Combine(database.Folder.FullName, "areas.geojson");
        await File.WriteAllTextAsync(file, $$$"""{"type":"FeatureCollection","features":[{{{Square("青禾镇", 119.985, 29.99)}}},{{{Square("东乡", 119.99, 30.006)}}},{{{Square("东乡@" + Full, 119.965, 29.99)}}},{{{Square("北乡", 121, 30)}}}]}""", TestContext.Current.CancellationToken);
        var asked = Command(("expand.lead", 0)) with { Areas = ("区域.geojson", file) };
        var apart = await PlanAsync(await Start(db).RunAsync(asked, TestContext.Current.CancellationToken));
        Assert.Equal([119.975, 119.995, 120], apart.Layout.Areas.Select(a => Math.Round(a.Longitude, 3)).Order());
        Assert.Contains(apart.Plan.Notes, n => n.StartsWith("区域.geojson 里的 1 个要素没有用上", StringComparison.Ordinal) && n.EndsWith("北乡", StringComparison.Ordinal));
        Assert.Equal((SeatPlanStatus.Optimal, 0, "东乡"), (apart.Plan.Status, apart.Plan.Steps.Count, Assert.Single(apart.Plan.Areas).Town));
        var connected = await PlanAsync(await Start(db).RunAsync(asked with { Connected = true }, TestContext.Current.CancellationToken));
        Assert.Equal((SeatPlanStatus.Optimal, SeatStepKind.Expand), (connected.Plan.Status, connected.Plan.Steps[0].Kind));
        Assert.Empty(connected.Plan.Areas);
        Assert.True(connected.Plan.Total > apart.Plan.Total);

        // By hand it can be done all the same, and what does not hang together is told.
        var moved = MoveAreas.Try(connected.Plan, connected.Layout, new SeatMove("东乡@" + Full, Empty, 2025)).Value;
        Assert.All(moved.Broken, b => Assert.Equal((EasingKind.Apart, "二小"), (b.Kind, b.School)));
        Assert.Contains("2025 学年二小的片区不相连：东乡", moved.Broken.Select(b => b.Words));
        Assert.Equal("XH6238", (await Start(db).RunAsync(asked with { Connected = true, Areas = null }, TestContext.Current.CancellationToken)).Failure?.Code);

        async Task<(SeatPlan Plan, SeatLayout Layout)> PlanAsync(Outcome<Scenario> started)
        {
            var done = await DoneAsync(database, started.Value);
            return (SeatsJson.ReadPlan(done.Plan!), SeatLayout.Read(done.Answer!));
        }

        static string Square(string name, double west, double south) => FormattableString.Invariant(
            $$$"""{"type":"Feature","properties":{"name":"{{{name}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},{{{south}}}],[{{{west + 0.02}}},{{{south}}}],[{{{west + 0.02}}},{{{south + 0.014}}}],[{{{west}}},{{{south + 0.014}}}],[{{{west}}},{{{south}}}]]]}}""");
    }

    [Fact]
    public async Task Approving_makes_a_task_of_each_work_and_of_each_school_that_takes_children()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await AdviseSeatsTests.County(latitude: 31.5, east: 0).PublishAsync(database);
        await using var db = database.Open();
        var built = await DoneAsync(database, (await Start(db).RunAsync(Command(), TestContext.Current.CancellationToken)).Value);
        var tasks = Kind(db).TasksOf(built);
        Assert.Contains(tasks.Tasks, t => t.Title == "一小：2025 学年扩建，2026 学年增加 90 个学位" && t.Detail.StartsWith("费用 120 万元", StringComparison.Ordinal));

        await using var other = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await AdviseSeatsTests.County().PublishAsync(other);
        await using var near = other.Open();
        var moved = await DoneAsync(other, (await Start(near).RunAsync(Command(), TestContext.Current.CancellationToken)).Value);
        var task = Assert.Single(Kind(near).TasksOf(moved).Tasks);
        Assert.Equal("二小：2025 学年接收调整来的学生 10 人", task.Title);
        Assert.Equal("东乡（原在一小）10 人", task.Detail);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_in_one_sentence()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await AdviseSeatsTests.County().PublishAsync(database);
        await using var db = database.Open();
        Assert.Equal("XH6121", await CodeAsync(Command() with { By = "" }));
        Assert.Equal("XH6122", await CodeAsync(Command() with { Seconds = 0 }));
        Assert.Equal("XH6230", await CodeAsync(Command(("walk", null))));
        Assert.Equal("XH6231", await CodeAsync(Command(("expand.rooms", 0))));
        Assert.Equal("XH6231", await CodeAsync(Command(("expand.lead", 1.5m))));
        Assert.Equal("XH6231", await CodeAsync(Command(("years", 21))));
        Assert.Equal("XH6210", await CodeAsync(Command() with { Stage = Stage.Senior }));
        Assert.Equal("XH6235", await CodeAsync(Command() with { Sites = [new NewSite("新校", 200, 30, Stage.Primary, 90, 10, 1, 0)] }));
        Assert.Equal("XH1010", await CodeAsync(Command() with { Births = ("b.csv", "/none/b.csv") }));
        Assert.Equal("XH6220", await CodeAsync(Command() with { Areas = ("a.geojson", "/none/a.geojson") }));

        async Task<string?> CodeAsync(StartSeatsCommand command) => (await Start(db).RunAsync(command, TestContext.Current.CancellationToken)).Failure?.Code;
    }

    [Fact]
    public void A_number_left_empty_is_no_limit_or_a_way_not_used()
    {
        var rules = SeatNumbers.Over(CountyBuilder.Packs.Seats, Stage.Primary, Command(("budget", null), ("expand.most", null), ("close.below", null), ("merge.below", null), ("convert.cost", 7)).Numbers, []);
        Assert.Null(rules.Planning.Budget);
        var option = Assert.Single(rules.Planning.Options);
        Assert.Equal((SeatStepKind.Convert, 7m), (option.Kind, option.Cost));
    }

    internal static StartSeatsCommand Command(params (string Key, decimal? Value)[] numbers) => new(
        "990101", 2024, " 学位一 ", "王科长", Stage.Primary, 20, new Dictionary<string, decimal?>(numbers.Select(n => KeyValuePair.Create(n.Key, n.Value))) { ["close.below"] = 1, ["merge.below"] = 1, ["walk"] = 7.5m }.Overwritten(numbers), [], Work: 20_000);

    internal static StartSeats Start(XuehengDb db) => new(CountyBuilder.Packs, new ReadAreas(new FindHomes(db)), new AskScenario(db, TimeProvider.System));

    internal static async Task<Scenario> DoneAsync(TestDatabase database, Scenario started)
    {
        await using var db = database.Open();
        await Work(db).RunAsync(started.County, started.Id, null, CancellationToken.None, TestContext.Current.CancellationToken);
        return await FindAsync(database, started.Id);
    }

    private static SeatScenario Kind(XuehengDb db) => new(CountyBuilder.Packs, new AdviseSeats(db, CountyBuilder.Packs, new FindHomes(db), new ReadAreas(new FindHomes(db))), TimeProvider.System);

    private static WorkScenario Work(XuehengDb db) => new(db, [Kind(db)], TimeProvider.System);

    private static async Task<Scenario> FindAsync(TestDatabase database, Guid id)
    {
        await using var db = database.Open();
        return await db.Set<Scenario>().AsNoTracking().FirstAsync(s => s.Id == id, TestContext.Current.CancellationToken);
    }

    private sealed class Told(List<SeatProgress> told) : IProgress<ScenarioProgress>
    {
        public void Report(ScenarioProgress value) => told.Add((SeatProgress)value);
    }
}

file static class Numbers
{
    public static Dictionary<string, decimal?> Overwritten(this Dictionary<string, decimal?> numbers, (string Key, decimal? Value)[] by)
    {
        foreach (var (key, value) in by)
        {
            numbers[key] = value;
        }

        return numbers;
    }
}
