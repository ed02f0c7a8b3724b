using Microsoft.Extensions.DependencyInjection;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Census;
using Xueheng.Demo;
using Xueheng.Packs;
using Xueheng.Tests.Databases;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Xueheng.App.Tests.Pages;

/// <summary>
/// The real site over the small demo county, three periods of it, imported and published; one for each engine, started by
/// the first test that asks. Tests of this site only read: one that writes starts a site of its own.
/// </summary>
public sealed class DemoSite : IAsyncDisposable
{
    public const string County = "990101";

    public const string Home = "/c/990101/2024";

    /// <summary>The name of a school that a spreadsheet would run, were it not text.</summary>
    public const string Hostile = "=cmd|'/C calc'!A0";

    private readonly Dictionary<DatabaseKind, Lazy<Task<(TestDatabase Database, RunningSite Site)>>> _sites =
        Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => new Lazy<Task<(TestDatabase, RunningSite)>>(() => StartAsync(kind)));

    public async Task<RunningSite> GetAsync(DatabaseKind kind) => (await _sites[kind].Value).Site;

    /// <summary>Workbooks of the small demo county by period.</summary>
    public static IReadOnlyList<DemoWorkbook> Workbooks(DirectoryInfo folder, IServiceProvider services) =>
        DemoCounty.Write(folder, DemoSize.Small, 1, services.GetRequiredService<PackLibrary>().Codes);

    /// <summary>Imports and publishes workbooks as the command line would.</summary>
    public static async Task ImportAsync(IServiceProvider services, IEnumerable<DemoWorkbook> workbooks)
    {
        foreach (var workbook in workbooks)
        {
            await using var scope = services.CreateAsyncScope();
            var imported = await scope.ServiceProvider.GetRequiredService<ImportCensus>().RunAsync(
                new ImportCommand(DemoCounty.Code, workbook.Period, [new CensusFile(Path.GetFileName(workbook.Path), workbook.Path)], DryRun: false, Publish: true)
                {
                    Name = DemoCounty.Name,
                },
                null,
                CancellationToken.None);
            Assert.True(imported.Succeeded && imported.Value.Published, imported.Failure?.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in _sites.Values.Where(s => s.IsValueCreated))
        {
            var (database, running) = await site.Value;
            await running.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    private static async Task<(TestDatabase Database, RunningSite Site)> StartAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var site = await RunningSite.StartAsync(database);
        await ImportAsync(site.Services, Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services));
        await using var db = database.Open();
        var school = db.Set<SchoolRow>().OrderBy(s => s.School).First(s => s.Revision == 3);
        school.Name = Hostile;
        await db.SaveChangesAsync();
        return (database, site);
    }
}
