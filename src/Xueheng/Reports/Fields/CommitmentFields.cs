using Xueheng.Engines.Text;
using Xueheng.Plans.Accounts;

namespace Xueheng.Reports.Fields;

/// <summary>A commitment of a plan.</summary>
internal sealed record ReportedCommitment(ReportedPlan Plan, CommitmentAccount Account);

internal static class CommitmentFields
{
    public static FieldKind<ReportedCommitment> Kind { get; } = new FieldKind<ReportedCommitment>("承诺", "commitment")
        .Words("原文", "text", "原文里的那一句", c => c.Account.Commitment.Text)
        .Words("事项", "subject", "承诺的是什么", c => c.Account.Commitment.Subject)
        .Words("性质", "kind", "承诺（要做的）或成绩（已做的）", c => c.Account.Commitment.Kind == CommitmentKind.Promised ? "承诺" : "成绩")
        .Words("期限", "deadline", "原文的期限；没有时为空", c => c.Account.Commitment.Deadline ?? "")
        .Words("单位", "unit", "单位；没有数的承诺为空", c => c.Account.Commitment.Unit ?? "")
        .Words("责任科室", "division", "责任科室；没有时为空", c => c.Account.Commitment.Division ?? "")
        .Words("责任人", "head", "责任人；没有时为空", c => c.Account.Commitment.Head ?? "")
        .Amount("数值", "value", "原文的数", Said)
        .Amount("现值", "measured", "基础数据算出的同一个数", Measured)
        .Words("有数", "numeric", "有数的承诺为“有”，没有数的为空", c => c.Account.Commitment.Value is null ? "" : "有")
        .Words("可衡量", "measurable", "能用基础数据衡量的为“是”，否则为空", c => c.Account.Commitment.Metric is null ? "" : "是");

    public static IReadOnlyList<ReportedCommitment> Of(ReportedPlan plan, Guid? item)
    {
        var inside = plan.Account.Under(item).Select(i => (Guid?)i.Id).ToHashSet();
        return [.. plan.Account.Commitments.Where(c => item is null || inside.Contains(c.Commitment.Item)).Select(c => new ReportedCommitment(plan, c))];
    }

    private static Reading.Amount Said(ReportedCommitment c)
    {
        var said = c.Account.Commitment;
        var source = c.Plan.Source($"commitment {said.Id} value", $"{said.Subject}·原文的数", $"原文：{said.Text}", c.Plan.Report.Address.Reading(said.Plan));
        return said.Value is { } value ? new(source, value, null, null, "#,##0.######") : new(source, null, null, "原文没有数");
    }

    private static Reading.Amount Measured(ReportedCommitment c) => TargetFields.Measured(
        c.Plan, $"commitment {c.Account.Commitment.Id} measured", c.Account.Commitment.Subject, c.Account.Commitment.Metric, c.Account.Reading,
        c.Plan.Report.Address.Reading(c.Account.Commitment.Plan));
}
