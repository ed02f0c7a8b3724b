using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xueheng.Bench;
using Xueheng.Census;
using Xueheng.Storage;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.CensusImports;

public sealed class KillTests
{
    private const string County = "990101";
    private const int Pupils = 8_000;
    private const int Kills = 12;

    /// <summary>
    /// Power may fail at any moment. SIGKILL at random moments of a running import: the published revision stays what it
    /// was, to the last cell; a revision is there whole or not at all; and the next import goes through.
    /// </summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_import_killed_at_any_moment_leaves_the_published_revision_whole(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var command = new CommandLine(database);
        var book = Path.Combine(database.Folder.FullName, "census.xlsx");
        ImportInput.Write(book, Pupils, 600);
        string[] import = ["census", "import", book, "--county", County, "--period", "2024"];
        var (status, _, error) = await command.RunAsync([.. import, "--publish"]);
        Assert.True(status == 0, error);
        var published = await FingerprintAsync(database, 1);
        var (starting, importing) = await TimeAsync(command, database, import);

        var random = new Random(20260101 + (int)kind);
        var inside = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = (await RunsAsync(database)).Count;
            using var process = command.Start(import);
            if (kill % 4 == 0)
            {
                await Task.Delay(starting * random.NextDouble(), TestContext.Current.CancellationToken);
            }
            else
            {
                await BegunAsync(database, process, before);
                await Task.Delay(importing * random.NextDouble(), TestContext.Current.CancellationToken);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            var runs = await RunsAsync(database);
            inside += runs.Count > before && runs[^1] == ImportState.Running ? 1 : 0;
            Assert.Equal(published, await FingerprintAsync(database, 1));
            await AssertWholeAsync(database);
        }

        Assert.True(inside > Kills / 4, $"Only {inside} of {Kills} imports were under way when they were killed.");
        (status, var output, error) = await command.RunAsync([.. import, "--publish", "--json"]);
        Assert.True(status == 0, error);
        var number = JsonDocument.Parse(output).RootElement.GetProperty("revision").GetInt32();
        Assert.Equal(published, await FingerprintAsync(database, number));
        await using var db = database.Open();
        Assert.False(await db.Set<ImportRun>().AnyAsync(r => r.State == ImportState.Running, TestContext.Current.CancellationToken));
        Assert.True(await db.Set<ImportRun>().AnyAsync(r => r.State == ImportState.Failed && r.Message == ImportRuns.CutOff, TestContext.Current.CancellationToken));
    }

    /// <summary>How long an import takes to begin, and from there to its end, on this machine as it is now.</summary>
    private static async Task<(TimeSpan Starting, TimeSpan Importing)> TimeAsync(CommandLine command, TestDatabase database, string[] import)
    {
        var before = (await RunsAsync(database)).Count;
        var watch = Stopwatch.StartNew();
        using var process = command.Start(import);
        await BegunAsync(database, process, before);
        var starting = watch.Elapsed;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return (starting, watch.Elapsed - starting);
    }

    /// <summary>Waits until an import more than before is on record, or the process has ended.</summary>
    private static async Task BegunAsync(TestDatabase database, Process process, int before)
    {
        while (!process.HasExited && (await RunsAsync(database)).Count == before)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What became of each import, oldest first.</summary>
    private static async Task<List<ImportState>> RunsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Set<ImportRun>().OrderBy(r => r.StartedAt).Select(r => r.State).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Every revision that is there has all its rows, and no row is of a revision that is not there.</summary>
    private static async Task AssertWholeAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var cancellation = TestContext.Current.CancellationToken;
        var revisions = await db.Set<Revision>().Select(r => r.Number).OrderBy(n => n).ToListAsync(cancellation);
        var pupils = await db.Set<PupilRow>().GroupBy(r => r.Revision).Select(g => new { g.Key, Rows = g.Count() }).OrderBy(g => g.Key).ToListAsync(cancellation);
        Assert.Equal(revisions, pupils.Select(g => g.Key));
        Assert.All(pupils, g => Assert.Equal(Pupils, g.Rows));
        Assert.Equal(revisions, await db.Set<SchoolRow>().Select(r => r.Revision).Distinct().OrderBy(n => n).ToListAsync(cancellation));
        Assert.Equal(revisions, await db.Set<ClassRow>().Select(r => r.Revision).Distinct().OrderBy(n => n).ToListAsync(cancellation));
    }

    /// <summary>A hash over every cell of a revision.</summary>
    private static async Task<string> FingerprintAsync(TestDatabase database, int revision)
    {
        await using var db = database.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await AddAsync<SchoolRow>(db, revision, hash);
        await AddAsync<StageRow>(db, revision, hash);
        await AddAsync<ResourceRow>(db, revision, hash);
        await AddAsync<ClassRow>(db, revision, hash);
        await AddAsync<TeacherRow>(db, revision, hash);
        await AddAsync<PupilRow>(db, revision, hash);
        await AddAsync<CountyItemRow>(db, revision, hash);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static async Task AddAsync<TRow>(XuehengDb db, int revision, IncrementalHash hash)
        where TRow : CensusRow
    {
        await foreach (var row in db.Set<TRow>().AsNoTracking().Where(r => r.County == County && r.Revision == revision).OrderBy(r => r.No).AsAsyncEnumerable())
        {
            row.Revision = 0;
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(row));
        }
    }
}
