using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Confirming;
using Xueheng.Storage;

namespace Xueheng.Plans.Packs;

/// <summary>A plan as a pack: its tree, its accepted commitments and its targets. What came of its tasks stays behind.</summary>
public sealed class ExportPlan(XuehengDb db)
{
    /// <returns>The YAML; XH5301 when there is no such plan, XH5302 when a commitment still waits for a decision.</returns>
    public async Task<Outcome<string>> RunAsync(string county, Guid plan, CancellationToken cancellation)
    {
        if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == county && p.Id == plan, cancellation) is not { } found)
        {
            return new Failure("XH5301", $"没有方案 {plan}，请用 xueheng plan list 查看现有方案");
        }

        var commitments = await db.Set<Commitment>().AsNoTracking().Where(c => c.County == county && c.Plan == plan).OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(cancellation);
        if (commitments.Count(c => c.State == CommitmentState.Found) is > 0 and var waiting)
        {
            return new Failure("XH5302", $"方案“{found.Title}”还有 {waiting} 条承诺没有核对，请先在“原文核对”里逐条采纳或剔除，再导出");
        }

        var items = await db.Set<PlanItem>().AsNoTracking().Where(i => i.County == county && i.Plan == plan).OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(cancellation);
        var targets = await db.Set<Target>().AsNoTracking().Where(t => t.County == county && t.Plan == plan).OrderBy(t => t.Id).ToListAsync(cancellation);
        return WritePlanPack.Text(new PlanTree(
            items.ToLookup(i => i.Parent),
            commitments.Where(c => c.State == CommitmentState.Accepted).ToLookup(c => c.Item),
            targets.Where(t => t.Commitment is null).ToLookup(t => t.Item),
            targets.Where(t => t.Commitment is not null).ToLookup(t => t.Commitment)).Pack(found));
    }

    private sealed record PlanTree(
        ILookup<Guid?, PlanItem> Items, ILookup<Guid?, Commitment> Commitments, ILookup<Guid?, Target> Targets, ILookup<Guid?, Target> Promised)
    {
        public PlanPack Pack(Plan plan) => new(
            plan.Title,
            plan.SourceTitle,
            plan.SourceAddress is { } address ? new Uri(address) : null,
            plan.SourceDate,
            plan.From,
            plan.Until,
            [.. Items[null].Select(Item)],
            [.. Commitments[null].Select(Commitment)],
            [.. Targets[null].Select(Target)]);

        private PackedItem Item(PlanItem item) => new(
            item.Kind,
            ItemFields.Of(item),
            [.. Commitments[item.Id].Select(Commitment)],
            [.. Targets[item.Id].Select(Target)],
            [.. Items[item.Id].Select(Item)]);

        private PackedCommitment Commitment(Commitment c) => new(c.Text, CommitmentFields.Of(c), Promised[c.Id].Select(Target).FirstOrDefault());

        private static PackedTarget Target(Target t) => new(
            t.Title, t.Metric, t.Comparison, t.Value, t.Unit, t.Due, t.Division, t.Head, t.Path);
    }
}
