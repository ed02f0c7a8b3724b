using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.App;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Standards;
using Xueheng.Storage;

namespace Xueheng.Bench;

/// <summary>Counting all facts and measuring every county of a database, beside one hand-written statement for each fact.</summary>
internal static class FactsBench
{
    public static async Task<int> RunAsync(DataLocation location, string standard, int rounds)
    {
        await using var provider = await Product.OpenAsync(location);
        for (var round = 0; round < rounds; round++)
        {
            await MeasureAllAsync(provider, standard);
        }

        return 0;
    }

    private static async Task MeasureAllAsync(IServiceProvider provider, string standard)
    {
        var revisions = await UsingAsync(provider, db => db.Set<Revision>().Where(r => r.State == RevisionState.Published).OrderBy(r => r.County).ToListAsync());
        var byHand = TimeSpan.Zero;
        var counted = TimeSpan.Zero;
        var measured = TimeSpan.Zero;
        foreach (var revision in revisions)
        {
            byHand += await TimeAsync(provider, async db =>
            {
                await db.Database.OpenConnectionAsync();
                await HandWrittenFacts.CountAsync(db.Database.GetDbConnection(), revision.County, revision.Number);
            });
            var packs = provider.GetRequiredService<PackLibrary>();
            counted += await TimeAsync(provider, db => new CountFacts(db, packs).RunAsync(revision.County, revision.Number, default));
            measured += await TimeAsync(provider, db => new Measure(db, packs, new CountFacts(db, packs)).RunAsync(revision.County, revision.Period, standard, default));
        }

        var pupils = revisions.Sum(r => (long)r.Pupils);
        Console.WriteLine($"| {revisions.Count} revisions, {pupils:N0} pupils | by hand ({HandWrittenFacts.Statements} statements) {byHand.TotalSeconds:F2} s | counted {counted.TotalSeconds:F2} s ({counted / byHand:F2} ×) | measured {measured.TotalSeconds:F2} s ({measured / byHand:F2} ×) | peak {Machine.PeakMemory():F0} MiB |");
    }

    private static async Task<TimeSpan> TimeAsync(IServiceProvider provider, Func<XuehengDb, Task> work)
    {
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<XuehengDb>();
        await db.Database.OpenConnectionAsync();
        var started = Stopwatch.GetTimestamp();
        await work(db);
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<T> UsingAsync<T>(IServiceProvider provider, Func<XuehengDb, Task<T>> work)
    {
        await using var scope = provider.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<XuehengDb>());
    }
}
