using Microsoft.Extensions.Caching.Memory;
using Xueheng.Census;

namespace Xueheng.App.Pages.Places;

/// <summary>
/// Remembers what was once worked out of a published revision. A published revision never changes, so nothing here grows
/// stale; what has not been asked for longest goes first when there is too much. Several who ask at once wait for one.
/// </summary>
internal sealed class PublishedMemory : IDisposable
{
    private const int Kilobytes = 64 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Kilobytes });

    /// <param name="of">What it is, unique among what is remembered of a revision.</param>
    /// <param name="size">Roughly, in KB.</param>
    /// <param name="make">Works it out; not stopped when one of those who wait goes away.</param>
    public async Task<T> GetAsync<T>(Revision revision, string of, Func<T, int> size, Func<Task<T>> make)
        where T : notnull
    {
        var key = (revision.County, revision.Number, revision.PublishedAt, of);
        var known = _cache.GetOrCreate(key, entry =>
        {
            entry.Size = 1;
            return new Remembered<T>(make);
        })!;
        try
        {
            var value = await known.Value;
            if (known.Weigh() && size(value) is > 1 and var weight)
            {
                _cache.Set(key, known, new MemoryCacheEntryOptions { Size = weight });
            }

            return value;
        }
        catch
        {
            _cache.Remove(key);
            throw;
        }
    }

    public void Dispose() => _cache.Dispose();

    /// <summary>Worked out by the first who asks, weighed by the first who gets it.</summary>
    private sealed class Remembered<T>(Func<Task<T>> make)
    {
        private readonly Lazy<Task<T>> _value = new(make);
        private int _weighed;

        public Task<T> Value => _value.Value;

        public bool Weigh() => Interlocked.Exchange(ref _weighed, 1) == 0;
    }
}
