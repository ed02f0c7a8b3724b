using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Notices;
using Xueheng.Plans.Progress;
using Xueheng.Standards;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Plans.Carrying;

/// <summary>A county with one plan, and people who work on it. Each call is a request of its own, with its own context.</summary>
internal sealed class PlanDesk : IAsyncDisposable
{
    public const string County = "990101";

    public const string Me = "王科长";

    private readonly ServiceProvider _services;

    private PlanDesk(TestDatabase database, StoppedClock clock)
    {
        Database = database;
        Clock = clock;
        _services = database.Services(s => s.AddSingleton<TimeProvider>(clock).AddSingleton(Packs).AddPlans(database.Folder).AddNotices(database.Folder)
            .AddSingleton<FactCache>().AddSingleton<MeasurementCache>().AddScoped<CountFacts>().AddScoped<Measure>());
    }

    public static PackLibrary Packs { get; } = PackLibrary.Load(Path.Combine(AppContext.BaseDirectory, "packs"), null);

    public TestDatabase Database { get; }

    public StoppedClock Clock { get; }

    public Guid Plan { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<PlanDesk> OpenAsync(DatabaseKind kind, PlanState state = PlanState.Approved)
    {
        var desk = new PlanDesk(await TestDatabase.CreateAsync(kind), new StoppedClock(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero)));
        desk.Plan = await desk.MakePlanAsync("县域教育质量提升方案", state);
        return desk;
    }

    public async Task<Guid> MakePlanAsync(string title, PlanState state, string county = County)
    {
        var plan = new Plan { County = county, Id = Guid.CreateVersion7(), Title = title, State = state, EditedBy = Me, EditedAt = Clock.GetUtcNow() };
        await using var db = Database.Open();
        db.Add(plan);
        await db.SaveChangesAsync(Stop);
        return plan.Id;
    }

    public async Task<T> WithAsync<TUse, T>(Func<TUse, Task<T>> use)
        where TUse : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    public static ItemFields Fields(string title, DateOnly? due = null, string? lead = "基教科") => new(title, null, lead, [], null, null, due);

    public Task<Outcome<PlanItem>> TryAddAsync(PlanItemKind kind, string title, Guid? parent = null, DateOnly? due = null, string? lead = "基教科", Guid? plan = null) =>
        WithAsync((AddItem use) => use.RunAsync(new AddItemCommand(County, plan ?? Plan, parent, kind, Fields(title, due, lead), Me), Stop));

    public async Task<PlanItem> AddAsync(PlanItemKind kind, string title, Guid? parent = null, DateOnly? due = null, string? lead = "基教科") =>
        (await TryAddAsync(kind, title, parent, due, lead)).Value;

    public Task<Outcome<PlanItem>> HandInAsync(Guid task, string result = "已完成", params EvidenceFile[] files) =>
        WithAsync((HandIn use) => use.RunAsync(new HandInCommand(County, task, result, files, "李校长"), Stop));

    public Task<Outcome<TaskOutcome>> AcceptAsync(Guid task, int? edit = null) =>
        WithAsync((DecideTasks use) => use.AcceptAsync(Command([task], null, edit), Stop));

    public Task<Outcome<TaskOutcome>> ReturnAsync(Guid task, string? reason, int? edit = null) =>
        WithAsync((DecideTasks use) => use.ReturnAsync(Command([task], reason, edit), Stop));

    public Task<Outcome<TaskOutcome>> WithdrawAsync(Guid task, string? reason, int? edit = null) =>
        WithAsync((DecideTasks use) => use.WithdrawAsync(Command([task], reason, edit), Stop));

    public Task<Outcome<TaskOutcome>> UrgeAsync(string? reason, params Guid[] tasks) =>
        WithAsync((UrgeTasks use) => use.RunAsync(Command(tasks, reason), Stop));

    public Task<Outcome<TaskOutcome>> ExtendAsync(Guid task, DateOnly? due, string? reason) =>
        WithAsync((ExtendTasks use) => use.RunAsync(Command([task], reason), due, Stop));

    public async Task<PlanItem> ItemAsync(Guid id)
    {
        await using var db = Database.Open();
        return await db.Set<PlanItem>().AsNoTracking().FirstAsync(i => i.County == County && i.Id == id, Stop);
    }

    public async Task<OneTask> TaskAsync(Guid id) => (await WithAsync((FindTask use) => use.RunAsync(County, id, Stop)))!;

    public Task<PlanTree> TreeAsync() => WithAsync((ReadTree use) => use.RunAsync(County, Plan, Stop));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static TaskCommand Command(IReadOnlyList<Guid> tasks, string? reason, int? edit = null) =>
        new(County, tasks, reason, Me) { Edits = edit is { } seen ? tasks.ToDictionary(t => t, _ => seen) : new Dictionary<Guid, int>() };
}

/// <summary>A clock that goes only when a test says so.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
