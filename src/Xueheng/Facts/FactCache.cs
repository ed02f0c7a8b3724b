using Microsoft.Extensions.Caching.Memory;
using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>Facts of published revisions, the last used ones of one database. A published revision never changes, so nothing here goes stale.</summary>
public sealed class FactCache : IDisposable
{
    /// <summary>A county's facts take one to two megabytes.</summary>
    private const int Counties = 32;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Counties });

    public CountyFacts? Find(Revision revision, FactPack pack) => _kept.Get<CountyFacts>(Key(revision, pack));

    public void Keep(CountyFacts facts)
    {
        if (facts.Revision.State == RevisionState.Published)
        {
            _kept.Set(Key(facts.Revision, facts.Pack), facts, new MemoryCacheEntryOptions { Size = 1 });
        }
    }

    public void Dispose() => _kept.Dispose();

    /// <summary>The time of publishing is part of the key: a database restored from a backup may give a number out again.</summary>
    private static object Key(Revision revision, FactPack pack) => (revision.County, revision.Number, revision.PublishedAt, pack.Hash);
}
