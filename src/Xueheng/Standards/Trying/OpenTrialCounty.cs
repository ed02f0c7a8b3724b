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
        if (packs.FindStandard(standard) is not { } pack)
        {
            return new Failure("XH2001", $"没有标准 {standard}，现有：{string.Join("、", packs.Standards.Select(s => s.Id))}");
        }

        if (revision.State != RevisionState.Published)
        {
            return new Failure("XH2002", $"{revision.County} 第 {revision.Number} 版还是草稿，请先发布再体检");
        }

        var judgements = await new JudgementHistory(db).ListAsync(revision.County, revision.Period, standard, null, cancellation);
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
