using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Standards;

/// <summary>What a revision is measured by.</summary>
/// <param name="Judgements">Entered for the standard in the revision's period, the newest first.</param>
internal sealed record MeasuringQuestion(Standard Standard, IReadOnlyList<JudgementEntry> Judgements)
{
    /// <returns>A failure where there is no such standard or the revision is a draft, since no figure is a function of that.</returns>
    public static async Task<Outcome<MeasuringQuestion>> OfAsync(XuehengDb db, PackLibrary packs, Revision revision, string standard, CancellationToken cancellation)
    {
        if (packs.FindStandard(standard) is not { } pack)
        {
            return new Failure("XH2001", $"没有标准 {standard}，现有：{string.Join("、", packs.Standards.Select(s => s.Id))}");
        }

        if (revision.State != RevisionState.Published)
        {
            return new Failure("XH2002", $"{revision.County} 第 {revision.Number} 版还是草稿，请先发布再体检");
        }

        return new MeasuringQuestion(pack, await new JudgementHistory(db).ListAsync(revision.County, revision.Period, standard, null, cancellation));
    }
}
