using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.App.Tests.Reports;
using Xueheng.Census;
using Xueheng.Tests.Databases;

[assembly: AssemblyFixture(typeof(ReportSite))]

namespace Xueheng.App.Tests.Reports;

/// <summary>A site over the last period of the small demo county, of which reports are printed; one for each engine.</summary>
public sealed class ReportSite : IAsyncDisposable
{
    /// <summary>A template of the bureau's own that does not hold.</summary>
    public const string Refused = "broken";

    /// <summary>A Word template with these paragraphs.</summary>
    public static byte[] Template(params string[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(p => new Paragraph(new Run(new Text(p))))));
        }

        return stream.ToArray();
    }

    private readonly Dictionary<DatabaseKind, Lazy<Task<(TestDatabase Database, RunningSite Site)>>> _sites =
        Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => new Lazy<Task<(TestDatabase, RunningSite)>>(() => StartAsync(kind)));

    public async Task<(TestDatabase Database, RunningSite Site)> GetAsync(DatabaseKind kind) => await _sites[kind].Value;

    /// <summary>Runs <c>xueheng</c> over the site's database in a process of its own.</summary>
    public async Task<(int Status, string Output, string Error)> RunAsync(DatabaseKind kind, params string[] arguments)
    {
        var (database, _) = await GetAsync(kind);
        string[] place = database.Connection is { } connection ? ["--database", connection] : [];
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Xueheng.App.dll"), .. arguments, "--data", database.Folder.FullName, .. place])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var started in _sites.Values.Where(s => s.IsValueCreated))
        {
            var (database, site) = await started.Value;
            await site.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    private static async Task<(TestDatabase Database, RunningSite Site)> StartAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        File.WriteAllText(Path.Combine(database.Folder.CreateSubdirectory($"packs/reports/{Refused}").FullName, "pack.yaml"), "id: another\nname: 坏模板\nenglish: Broken\ndescription: 编号不对\n");
        var site = await RunningSite.StartAsync(database);
        await DemoSite.ImportAsync(site.Services, DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services).Where(w => w.Period == Period.Parse("2024")));
        return (database, site);
    }
}
