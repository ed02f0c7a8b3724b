using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Plans;
using Xueheng.Standards;
using Xueheng.Storage;

namespace Xueheng.App.Pages.Places;

/// <summary>
/// What is published, read at most once a second: every page asks, and it seldom changes. A change made by this process
/// shows at once (<see cref="Forget"/>), one made by another process within the second.
/// </summary>
internal sealed class PublishedNow(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Reading? _last;

    public async ValueTask<PublishedCensus> GetAsync(CancellationToken cancellation)
    {
        if (Fresh() is { } census)
        {
            return census;
        }

        await _reading.WaitAsync(cancellation);
        try
        {
            if (Fresh() is { } meanwhile)
            {
                return meanwhile;
            }

            var started = clock.GetTimestamp();
            var read = await ReadAsync(cancellation);
            _last = new Reading(read, started);
            return read;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The next page reads anew.</summary>
    public void Forget() => _last = null;

    public void Dispose() => _reading.Dispose();

    private PublishedCensus? Fresh() => _last is { } last && clock.GetElapsedTime(last.At) < Lasts ? last.Census : null;

    private async Task<PublishedCensus> ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<XuehengDb>();
        var counties = await db.Set<County>().AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancellation);
        var revisions = await db.Set<Revision>().AsNoTracking()
            .Where(r => r.State == RevisionState.Published)
            .OrderByDescending(r => r.Number)
            .ToListAsync(cancellation);
        var judged = await db.Set<Judgement>().MaxAsync(j => (DateTimeOffset?)j.JudgedAt, cancellation);
        var targets = await db.Set<Target>().CountAsync(cancellation);
        var planned = await db.Set<Target>().MaxAsync(t => (DateTimeOffset?)t.EditedAt, cancellation);
        var approved = await db.Set<Plan>().CountAsync(p => p.State == PlanState.Approved, cancellation);
        var byCounty = revisions.ToLookup(r => r.County);
        var published = counties
            .Select(c => new PublishedCounty(c.Code, c.Name, [.. byCounty[c.Code].DistinctBy(r => r.Period).OrderByDescending(r => r.Period)]))
            .ToList();
        var stamp = string.Create(
            CultureInfo.InvariantCulture,
            $"{counties.Count}.{revisions.Count}.{revisions.Select(r => r.PublishedAt).Max()?.Ticks}.{judged?.Ticks}.{approved}.{targets}.{planned?.Ticks}");
        return new PublishedCensus(published, stamp);
    }

    private sealed record Reading(PublishedCensus Census, long At);
}
