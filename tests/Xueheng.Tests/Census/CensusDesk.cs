using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Postgres;
using Xueheng.Sqlite;
using Xueheng.Storage;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.CensusImports;

/// <summary>A database and the use cases of the census over it, as the product registers them.</summary>
internal sealed class CensusDesk : IAsyncDisposable
{
    public const string County = "320381";

    private readonly TestDatabase _database;

    private CensusDesk(TestDatabase database)
    {
        _database = database;
        Services = database.Services(services =>
        {
            services.AddSingleton<ICountyLock>(_ => database.Kind == DatabaseKind.Sqlite ? new SqliteCountyLock() : new PostgresCountyLock());
            services.AddSingleton(Packs);
            services.AddSingleton<FactCache>();
            services.AddScoped<CountFacts>();
            services.AddCensus();
        });
    }

    public static PackLibrary Packs { get; } = PackLibrary.Load(Path.Combine(AppContext.BaseDirectory, "packs"), null);

    public ServiceProvider Services { get; }

    public DirectoryInfo Folder => _database.Folder;

    public TestDatabase Database => _database;

    public static async Task<CensusDesk> OpenAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    public XuehengDb Open() => _database.Open();

    public async Task<Outcome<ImportResult>> ImportAsync(
        IReadOnlyList<CensusFile> files, int period = 2024, bool dryRun = false, bool publish = true, string county = County, IProgress<ImportProgress>? watcher = null)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportCensus>().RunAsync(
            new ImportCommand(CountyCode.Parse(county)!.Value, Period.Parse($"{period}")!.Value, files, dryRun, publish), watcher, TestContext.Current.CancellationToken);
    }

    public Task<Outcome<ImportResult>> ImportAsync(SmallCensus census, int period = 2024, bool dryRun = false, bool publish = true) =>
        ImportAsync([census.Write(Folder)], period, dryRun, publish);

    /// <summary>Imports what must go in without an error.</summary>
    public async Task<ImportResult> StoreAsync(SmallCensus census, int period = 2024, bool publish = true)
    {
        var outcome = await ImportAsync(census, period, publish: publish);
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal([], outcome.Value.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Message));
        return outcome.Value;
    }

    public async Task<List<TRow>> RowsAsync<TRow>(int revision, string county = County)
        where TRow : CensusRow
    {
        await using var db = Open();
        return await db.Set<TRow>().AsNoTracking().Where(r => r.County == county && r.Revision == revision).OrderBy(r => r.No)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    public async Task<CountyFacts> FactsAsync(int revision)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CountFacts>().RunAsync(County, revision, TestContext.Current.CancellationToken);
    }

    /// <summary>Everything the database holds of a county, to be compared before and after.</summary>
    public async Task<string> EverythingAsync(string county = County)
    {
        await using var db = Open();
        var cancellation = TestContext.Current.CancellationToken;
        var revisions = await db.Set<Revision>().Where(r => r.County == county).OrderBy(r => r.Number).ToListAsync(cancellation);
        var text = string.Join('\n', revisions.Select(r => $"{r.Number} {r.Period} {r.State} {r.Schools} {r.Classes} {r.Teachers} {r.Pupils}"));
        return text + '\n' + await CountAsync<SchoolRow>(db) + ' ' + await CountAsync<StageRow>(db) + ' ' + await CountAsync<ResourceRow>(db) + ' '
            + await CountAsync<ClassRow>(db) + ' ' + await CountAsync<TeacherRow>(db) + ' ' + await CountAsync<PupilRow>(db) + ' ' + await CountAsync<CountyItemRow>(db);

        Task<int> CountAsync<TRow>(XuehengDb open)
            where TRow : CensusRow => open.Set<TRow>().CountAsync(r => r.County == county, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
