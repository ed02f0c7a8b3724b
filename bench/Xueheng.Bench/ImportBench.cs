using System.Diagnostics;
using ExcelDataReader;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.App;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.Bench;

/// <summary>
/// The import of one large workbook against what its reader needs merely to enumerate the same cells, turn by turn in one
/// process, and once more in a process of its own for the peak of memory.
/// </summary>
internal static class ImportBench
{
    private const string County = "990101";

    public static async Task<int> RunAsync(int pupils, int teachers, int rounds, string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("xueheng-bench-");
        try
        {
            var book = Path.Combine(folder.FullName, "census.xlsx");
            ImportInput.Write(book, pupils, teachers);
            Console.WriteLine($"{pupils} pupils, {teachers} teachers, {new FileInfo(book).Length / 1e6:F1} MB, {rounds} rounds, medians");
            Console.WriteLine();
            Console.WriteLine("| database | enumerate | import | ratio | rows/s | cold import | peak working set, cold |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            foreach (var database in postgres is null ? [null] : new[] { null, postgres })
            {
                await MeasureAsync(book, folder, database, rounds);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One import in this process, for its peak of memory.</summary>
    public static async Task<int> OnceAsync(string book, string data, string? postgres)
    {
        var watch = Stopwatch.StartNew();
        await using var services = await OpenAsync(new DirectoryInfo(data), postgres);
        await ImportAsync(services, book);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{watch.Elapsed.TotalSeconds:F2} {process.PeakWorkingSet64}");
        return 0;
    }

    private static async Task MeasureAsync(string book, DirectoryInfo folder, string? database, int rounds)
    {
        var (cold, peak) = await ColdAsync(book, folder.CreateSubdirectory("cold" + (database is null ? "1" : "2")), database);
        await using var services = await OpenAsync(folder.CreateSubdirectory("warm"), database);
        List<double> reading = [], importing = [];
        var rows = 0L;
        for (var round = 0; round <= rounds; round++)
        {
            Settle();
            var read = Stopwatch.StartNew();
            Enumerate(book);
            read.Stop();
            Settle();
            var import = Stopwatch.StartNew();
            rows = await ImportAsync(services, book);
            import.Stop();
            if (round > 0)
            {
                reading.Add(read.Elapsed.TotalSeconds);
                importing.Add(import.Elapsed.TotalSeconds);
            }
        }

        var (enumerate, took) = (Median(reading), Median(importing));
        Console.WriteLine($"| {(database is null ? "SQLite" : "PostgreSQL")} | {enumerate:F2} s | {took:F2} s | {took / enumerate:F2} | {rows / took:F0} | {cold:F2} s | {peak / 1048576.0:F0} MB |");
    }

    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<(double Seconds, long Peak)> ColdAsync(string book, DirectoryInfo data, string? database)
    {
        // The schema is made first: an import is not measured on an empty server.
        await (await OpenAsync(data, database)).DisposeAsync();
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(ImportBench).Assembly.Location, "import-once", book, data.FullName, .. database is null ? Array.Empty<string>() : [database]])
        {
            RedirectStandardOutput = true,
        })!;
        var said = (await child.StandardOutput.ReadToEndAsync()).Trim().Split('\n')[^1].Split(' ');
        await child.WaitForExitAsync();
        return (double.Parse(said[0], System.Globalization.CultureInfo.InvariantCulture), long.Parse(said[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<ServiceProvider> OpenAsync(DirectoryInfo data, string? database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddXueheng(new DataLocation(data, database));
        var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<XuehengDb>().Database.MigrateAsync();
        return provider;
    }

    private static long Enumerate(string book)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(book);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var cells = 0L;
        do
        {
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    cells += reader.GetValue(i) is null ? 0 : 1;
                }
            }
        }
        while (reader.NextResult());
        return cells;
    }

    private static async Task<long> ImportAsync(ServiceProvider services, string book)
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<ImportCensus>().RunAsync(
            new ImportCommand(CountyCode.Parse(County)!.Value, Period.Parse("2024")!.Value, [new CensusFile("census.xlsx", book)], DryRun: false, Publish: true), null, default);
        if (outcome is not { Succeeded: true, Value: { Errors: 0, Published: true } result })
        {
            var said = outcome.Succeeded ? string.Join("\n", outcome.Value.Findings.Take(5).Select(f => f.Message)) : outcome.Failure.ToString();
            throw new InvalidOperationException(said);
        }

        return result.RowsBySheet.Values.Sum();
    }
}
