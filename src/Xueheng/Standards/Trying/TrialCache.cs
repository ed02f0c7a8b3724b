using Microsoft.Extensions.Caching.Memory;
using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.Standards.Trying;

/// <summary>The counties steps were last tried on, kept as <see cref="MeasurementCache"/> keeps measurements.</summary>
public sealed class TrialCache : IDisposable
{
    /// <summary>Each holds the exact fractions of a county.</summary>
    private const int Counties = 16;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Counties });

    public TrialCounty? Find(Revision revision, Standard standard, FactPack pack, int judgements) =>
        _kept.Get<TrialCounty>(Key(revision, standard, pack, judgements));

    public void Keep(Revision revision, Standard standard, FactPack pack, int judgements, TrialCounty county) =>
        _kept.Set(Key(revision, standard, pack, judgements), county, new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => _kept.Dispose();

    private static object Key(Revision revision, Standard standard, FactPack pack, int judgements) =>
        (revision.County, revision.Number, revision.PublishedAt, standard.Hash, pack.Hash, judgements);
}
