using Microsoft.Extensions.DependencyInjection;
using Xueheng.App.Tests.Browser;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Plans;

/// <summary>A site of its own over a county with one plan in force.</summary>
internal sealed class PlanSite : IAsyncDisposable
{
    public const string County = "990101";

    public const string Home = "/c/990101/2026";

    private readonly TestDatabase _database;

    private PlanSite(TestDatabase database, RunningSite site, Guid plan) => (_database, Site, Plan) = (database, site, plan);

    public RunningSite Site { get; }

    public TestDatabase Database => _database;

    public Guid Plan { get; }

    public string PlanHome => $"{Home}/plans/{Plan}";

    public static async Task<PlanSite> StartAsync(DatabaseKind kind, PlanState state = PlanState.Approved)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var plan = new Plan
        {
            County = County,
            Id = Guid.CreateVersion7(),
            Title = "教育高质量发展三年行动方案",
            State = state,
            From = new DateOnly(2026, 1, 1),
            Until = new DateOnly(2027, 12, 31),
            EditedBy = "王科长",
            EditedAt = DateTimeOffset.UnixEpoch,
        };
        await using (var db = database.Open())
        {
            db.Add(plan);
            await db.SaveChangesAsync();
        }

        return new PlanSite(database, await RunningSite.StartAsync(database), plan.Id);
    }

    public async Task<PlanItem> AddAsync(
        PlanItemKind kind, string title, Guid? parent = null, DateOnly? due = null, string? lead = "基教科", DateOnly? start = null, string? head = null)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AddItem>().RunAsync(
            new AddItemCommand(County, Plan, parent, kind, new ItemFields(title, null, lead, [], head, start, due), "王科长"), CancellationToken.None)).Value;
    }

    public async Task<T> WithAsync<TUse, T>(Func<TUse, Task<T>> use)
        where TUse : notnull
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await _database.DisposeAsync();
    }
}
