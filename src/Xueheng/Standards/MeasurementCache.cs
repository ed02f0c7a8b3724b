using Microsoft.Extensions.Caching.Memory;
using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.Standards;

/// <summary>
/// The last used measurements of one database. A measurement is a function of a published revision, of the packs and of the
/// judgements entered, which are only ever added to: their number tells one state from the next.
/// </summary>
public sealed class MeasurementCache : IDisposable
{
    private const int Measurements = 128;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Measurements });

    public Measurement? Find(Revision revision, Standard standard, FactPack pack, int judgements) =>
        _kept.Get<Measurement>(Key(revision, standard, pack, judgements));

    public void Keep(Revision revision, Standard standard, FactPack pack, int judgements, Measurement measurement) =>
        _kept.Set(Key(revision, standard, pack, judgements), measurement, new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => _kept.Dispose();

    private static object Key(Revision revision, Standard standard, FactPack pack, int judgements) =>
        (revision.County, revision.Number, revision.PublishedAt, standard.Hash, pack.Hash, judgements);
}
