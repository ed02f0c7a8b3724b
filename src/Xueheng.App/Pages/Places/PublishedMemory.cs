using Microsoft.Extensions.Caching.Memory;
using Xueheng.Census;

namespace Xueheng.App.Pages.Places;

/// <summary>
/// Remembers what was once worked out of a published revision. A published revision never changes, so nothing here grows
/// stale; what has not been asked for longest goes first when there is too much.
/// </summary>
internal sealed class PublishedMemory : IDisposable
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 64 * 1024 });

    /// <param name="of">What it is, unique among what is remembered of a revision.</param>
    /// <param name="size">Roughly, in KB.</param>
    public async Task<T> GetAsync<T>(Revision revision, string of, int size, Func<Task<T>> make)
        where T : notnull
    {
        var key = (revision.County, revision.Number, revision.PublishedAt, of);
        if (_cache.TryGetValue(key, out var known) && known is T value)
        {
            return value;
        }

        value = await make();
        using var entry = _cache.CreateEntry(key);
        entry.Value = value;
        entry.Size = size;
        return value;
    }

    public void Dispose() => _cache.Dispose();
}
