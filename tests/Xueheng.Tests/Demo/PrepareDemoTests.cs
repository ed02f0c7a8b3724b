using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.Census;
using Xueheng.Demo;
using Xueheng.Demo.Plans;
using Xueheng.Facts;
using Xueheng.Plans;
using Xueheng.Standards;
using Xueheng.Storage;
using Xueheng.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Demo;

public sealed class PrepareDemoTests
{
    private const string Quality = "quality-balance-2017";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_demo_is_imported_without_an_error_published_and_judged(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);

        var result = await PrepareAsync(desk);

        Assert.Equal(DemoCounty.Periods, result.Imported);
        await using var db = desk.Open();
        Assert.Equal([2022, 2023, 2024], await db.Set<Revision>().Where(r => r.State == RevisionState.Published).OrderBy(r => r.Number).Select(r => r.Period).ToListAsync(Cancellation));
        Assert.Equal(DemoCounty.Name, await db.Set<County>().Where(c => c.Code == "990101").Select(c => c.Name).SingleAsync(Cancellation));
        Assert.Empty(await db.Set<Finding>().Where(f => f.Severity == Severity.Error).Select(f => f.Message).ToListAsync(Cancellation));
        Assert.True(await db.Set<Judgement>().AnyAsync(j => j.Period == 2024, Cancellation));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_demo_shows_every_verdict(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await PrepareAsync(desk);
        await using var db = desk.Open();

        var measured = (await new Measure(db, CensusDesk.Packs, new CountFacts(db, CensusDesk.Packs)).RunAsync("990101", 2024, Quality, Cancellation)).Value;

        Assert.Equal([Verdict.Unknown, Verdict.Meets, Verdict.Near, Verdict.Fails], measured.Schools.SelectMany(s => s.Indicators).Select(i => i.Verdict!.Value).Distinct().Order());
        Assert.Equal([Verdict.Unknown, Verdict.Meets, Verdict.Fails], measured.CountyIndicators.Select(i => i.Verdict).Distinct().Order());
        Assert.Contains(measured.Schools, s => s.Passes == true);
        Assert.Contains(measured.Excluded, e => e.Reason.Contains("50", StringComparison.Ordinal));
        Assert.False(measured.Passes);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_second_run_changes_nothing(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await PrepareAsync(desk);
        var before = await desk.EverythingAsync("990101");

        var again = await PrepareAsync(desk);

        Assert.Empty(again.Imported);
        Assert.Equal(before, await desk.EverythingAsync("990101"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_fresh_run_begins_again_and_leaves_other_counties_alone(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await desk.StoreAsync(new SmallCensus());
        await PrepareAsync(desk);
        var (other, demo) = (await desk.EverythingAsync(), await desk.EverythingAsync("990101"));

        var again = await PrepareAsync(desk, fresh: true);

        Assert.Equal(3, again.Imported.Count);
        Assert.Equal(other, await desk.EverythingAsync());
        Assert.Equal(demo, await desk.EverythingAsync("990101"));
        await using var db = desk.Open();
        Assert.Equal(1, await db.Set<County>().Where(c => c.Code == CensusDesk.County).Select(c => c.LastRevision).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task An_interrupted_preparation_is_taken_up_where_it_ended()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var first = DemoFiles.Small[0];
        var imported = await desk.ImportAsync([new CensusFile(Path.GetFileName(first.Path), first.Path)], first.Period.Year, county: "990101");
        Assert.True(imported.Value.Published);

        Assert.Equal([2023, 2024], (await PrepareAsync(desk)).Imported.Select(p => p.Year));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_demo_has_a_plan_in_force_with_a_year_of_tasks_in_every_state(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await PrepareAsync(desk);
        await PrepareAsync(desk);

        await using var db = desk.Open();
        var plan = await db.Set<Plan>().SingleAsync(Cancellation);
        Assert.Equal(PlanState.Approved, plan.State);
        var tasks = await db.Set<PlanItem>().Where(i => i.Kind == PlanItemKind.Task).ToListAsync(Cancellation);
        Assert.Equal([TaskState.Open, TaskState.Submitted, TaskState.Returned, TaskState.Accepted], tasks.Select(t => t.State).Distinct().Order());
        Assert.All(tasks, t => Assert.Equal(t.State == TaskState.Accepted, t.Done is not null));
        Assert.True(tasks.Count(t => t.State == TaskState.Accepted) > tasks.Count / 2);
        Assert.Equal(Enum.GetValues<TaskEventKind>(), (await db.Set<TaskEvent>().Select(e => e.Kind).Distinct().ToListAsync(Cancellation)).Order());
    }

    private static async Task<DemoResult> PrepareAsync(CensusDesk desk, bool fresh = false)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<XuehengDb>();
        var prepare = new PrepareDemo(
            db, CensusDesk.Packs, services.GetRequiredService<ImportCensus>(), new EnterJudgement(db, CensusDesk.Packs, TimeProvider.System),
            new DemoPlan(db, CensusDesk.Packs, TimeProvider.System));
        var outcome = await prepare.RunAsync(
            new PrepareDemoCommand(new DirectoryInfo(Path.Combine(desk.Folder.FullName, "demo")), DemoSize.Small, 1, fresh), null, Cancellation);
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        return outcome.Value;
    }
}
