using Microsoft.Extensions.DependencyInjection;
using Xueheng.Census;
using Xueheng.Engines.Text;
using Xueheng.Facts;
using Xueheng.Plans;
using Xueheng.Standards;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Plans.Confirming;

/// <summary>A county with a plan of its own, and every use case of plans over a test's database.</summary>
internal sealed class ConfirmDesk : IAsyncDisposable
{
    public const string County = "990101";
    public const string Universal = "indicator:preschool-universal-2020/1.2";
    public const string By = "李科";

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private ConfirmDesk(TestDatabase database)
    {
        _database = database;
        _services = database.Services(s => s.AddSingleton(CountyBuilder.Packs).AddScoped<CountFacts>().AddScoped<Measure>().AddPlans(database.Folder));
    }

    public TestDatabase Database => _database;

    public Guid Plan { get; } = Guid.CreateVersion7();

    public static async Task<ConfirmDesk> OpenAsync(DatabaseKind kind)
    {
        var desk = new ConfirmDesk(await TestDatabase.CreateAsync(kind));
        await desk.KeepAsync(new Plan
        {
            County = County,
            Id = desk.Plan,
            Title = "学前教育普及普惠行动方案",
            State = PlanState.Draft,
            From = new DateOnly(2022, 11, 5),
            EditedBy = By,
            EditedAt = DateTimeOffset.UnixEpoch,
        });
        return desk;
    }

    public async Task KeepAsync(params object[] rows)
    {
        await using var db = _database.Open();
        db.AddRange(rows);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a use case in a scope of its own, as a request would.</summary>
    public async Task<T> DoAsync<TUse, T>(Func<TUse, Task<T>> use)
        where TUse : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    /// <summary>Publishes a census in which so many of a hundred children are in a public kindergarten.</summary>
    public Task<Revision> PublishAsync(int period, int revision, double publicChildren, double backbone = 10) =>
        new CountyBuilder(County, period, revision)
            .School("1199000001", "青禾幼儿园", "111").Declare("1199000001", Stage.Preschool, publicChildren, s => s.BackboneTeachers = backbone)
            .School("1199000002", "小太阳幼儿园", "111", s => (s.Public, s.Inclusive) = (false, false)).Declare("1199000002", Stage.Preschool, 100 - publicChildren, s => s.BackboneTeachers = 0)
            .PublishAsync(_database);

    public Commitment Commitment(
        int order,
        string subject,
        Comparison? comparison = null,
        decimal? value = null,
        string? unit = null,
        string? deadline = null,
        string? metric = null,
        CommitmentKind kind = CommitmentKind.Promised,
        CommitmentState state = CommitmentState.Found) => new()
        {
            County = County,
            Id = Guid.CreateVersion7(),
            Plan = Plan,
            Order = order,
            Text = $"{subject}达到{value}{unit}。",
            Start = order * 20,
            End = order * 20 + 10,
            Subject = subject,
            Comparison = comparison,
            Value = value,
            Unit = unit,
            Deadline = deadline,
            Kind = kind,
            State = state,
            Metric = Metric.Parse(metric),
            EditedBy = "导入",
            EditedAt = DateTimeOffset.UnixEpoch,
        };

    public async Task<List<T>> AllAsync<T>()
        where T : class
    {
        await using var db = _database.Open();
        return [.. db.Set<T>()];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
