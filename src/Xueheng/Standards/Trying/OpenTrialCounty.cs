using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Standards.Trying;

/// <summary>Opens a published census to try steps on.</summary>
public sealed class OpenTrialCounty(XuehengDb db, PackLibrary packs, CountFacts facts, TrialCache? cache = null)
{
    public async Task<Outcome<TrialCounty>> RunAsync(Revision revision, string standard, CancellationToken cancellation)
    {
        var asked = await MeasuringQuestion.OfAsync(db, packs, revision, standard, cancellation);
        if (!asked.Succeeded)
        {
            return asked.Failure;
        }

        var (pack, judgements) = asked.Value;
        if (cache?.Find(revision, pack, packs.Facts, judgements.Count) is { } kept)
        {
            return kept;
        }

        var county = new TrialCounty(
            pack,
            await facts.RunAsync(revision.County, revision.Number, cancellation),
            await Measure.NameAsync(db, packs, revision.County, cancellation),
            Measure.Latest(judgements));
        cache?.Keep(revision, pack, packs.Facts, judgements.Count, county);
        return county;
    }
}
