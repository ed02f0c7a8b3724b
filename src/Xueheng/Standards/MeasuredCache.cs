using Microsoft.Extensions.Caching.Memory;
using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.Standards;

/// <summary>
/// What was last worked out of measuring one database. It is a function of a published revision, of the packs and of the
/// judgements entered, which are only ever added to: their number tells one state from the next.
/// </summary>
/// <param name="most">How many are kept.</param>
public abstract class MeasuredCache<T>(int most) : IDisposable
    where T : class
{
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = most });

    public T? Find(Revision revision, Standard standard, FactPack pack, int judgements) => _kept.Get<T>(Key(revision, standard, pack, judgements));

    public void Keep(Revision revision, Standard standard, FactPack pack, int judgements, T measured) =>
        _kept.Set(Key(revision, standard, pack, judgements), measured, new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose()
    {
        _kept.Dispose();
        GC.SuppressFinalize(this);
    }

    private static object Key(Revision revision, Standard standard, FactPack pack, int judgements) =>
        (revision.County, revision.Number, revision.PublishedAt, standard.Hash, pack.Hash, judgements);
}
