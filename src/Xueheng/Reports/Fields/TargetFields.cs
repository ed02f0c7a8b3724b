using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Plans.Targets;

namespace Xueheng.Reports.Fields;

/// <summary>A target of a plan with where it stands.</summary>
internal sealed record ReportedTarget(ReportedPlan Plan, TargetStanding Standing)
{
    public Target Target => Standing.Target;
}

internal static class TargetFields
{
    public static FieldKind<ReportedTarget> Kind { get; } = new FieldKind<ReportedTarget>("目标", "target")
        .Words("名称", "title", "目标名称", t => t.Target.Title)
        .Words("单位", "unit", "单位", t => t.Target.Unit)
        .Words("差距单位", "lacks-unit", "差距的单位：百分数相差的是百分点", t => t.Target.Unit == "%" ? "个百分点" : t.Target.Unit)
        .Words("期限", "due", "最后期限", t => FigureFormat.PrintOrEmpty(t.Target.Due))
        .Words("责任科室", "division", "责任科室；没有时为空", t => t.Target.Division ?? "")
        .Words("责任人", "head", "责任人；没有时为空", t => t.Target.Head ?? "")
        .Words("要求", "wanted", "怎样算达到：不低于、不高于、达到或增加", t => Wanted(t.Target.Comparison))
        .Words("原因", "reason", "为什么无法判断；能判断时为空", t => t.Standing.Reason ?? "")
        .Words("原文", "text", "这个目标来自的那一句；没有时为空", Sentence)
        .Amount("目标值", "value", "方案定下的数", t => new(Source(t, "value", "目标值", "方案定下的数"), t.Target.Value, null, null, "#,##0.######"))
        .Amount("现值", "measured", "基础数据算出的数", t => Measured(t.Plan, $"target {t.Target.Id} measured", t.Target.Title, t.Target.Metric, t.Standing.Reading, Page(t), t.Standing.Goal))
        .Amount("进度值", "expected", "按进度这一学年应当达到的数", t => t.Standing.Expected is { } expected
            ? new(Source(t, "expected", "进度值", "方案的年度进度"), expected, null, null, "#,##0.##")
            : new(Source(t, "expected", "进度值", "方案的年度进度"), null, null, "这一学年没有定进度"))
        .Amount("差距", "lacks", "离目标还差多少；已达到时为 0", Lacks)
        .Amount("状态", "state", "已达到、按进度、落后或无法判断", State);

    public static IReadOnlyList<ReportedTarget> Of(ReportedPlan plan, Guid? item)
    {
        var inside = plan.Account.Under(item).Select(i => (Guid?)i.Id).ToHashSet();
        return [.. plan.Account.Targets.Where(t => item is null || inside.Contains(t.Target.Item)).Select(t => new ReportedTarget(plan, t))];
    }

    /// <summary>What the census says of a metric, as a figure that opens to its own page.</summary>
    public static Reading.Amount Measured(
        ReportedPlan plan, string key, string title, Metric? metric, MetricReading? reading, string page, decimal? bound = null)
    {
        var own = plan.Source(key, $"{title}·现值", reading?.Formula ?? "", reading?.Page ?? page);
        var source = own with
        {
            Indicator = metric?.Indicator ?? metric?.Fact ?? own.Indicator,
            Stage = metric?.Stage,
            School = metric?.School,
            Standard = reading?.Pack.Id ?? own.Standard,
            Version = reading?.Pack.Version ?? own.Version,
            Hash = reading?.Pack.Hash ?? own.Hash,
            Revision = reading?.Revision ?? own.Revision,
            Period = reading?.Period ?? own.Period,
        };
        return reading?.Value is { } value
            ? new(source, (decimal)value, null, null, "#,##0.##", bound)
            : new(source, null, null, reading?.Missing ?? (metric is null ? "没有对应的指标或事实" : "还没有已发布的基础数据"));
    }

    private static Reading.Amount Lacks(ReportedTarget t)
    {
        var source = Source(t, "lacks", "差距", "目标值与现值之差");
        return t.Standing.Lacks is { } lacks ? new(source, (decimal)lacks, null, null, "#,##0.##") : new(source, null, null, t.Standing.Reason);
    }

    private static Reading.Amount State(ReportedTarget t) => new(
        Source(t, "state", "状态", "现值与目标值、年度进度相比"), null, Chinese(t.Standing.State), null, Truth: t.Standing.State == TargetState.Reached);

    private static FigureSource Source(ReportedTarget t, string key, string name, string formula) =>
        t.Plan.Source($"target {t.Target.Id} {key}", $"{t.Target.Title}·{name}", formula, Page(t));

    private static string Page(ReportedTarget t) => t.Plan.Report.Address.Target(t.Target.Plan, t.Target.Id);

    private static string Sentence(ReportedTarget t) =>
        t.Plan.Account.Commitments.FirstOrDefault(c => c.Commitment.Id == t.Target.Commitment)?.Commitment.Text ?? "";

    private static string Wanted(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => "不低于",
        Comparison.AtMost => "不高于",
        Comparison.IncreaseBy => "增加",
        _ => "达到",
    };

    private static string Chinese(TargetState state) => state switch
    {
        TargetState.Reached => "已达到",
        TargetState.OnPath => "按进度",
        TargetState.Behind => "落后",
        _ => "无法判断",
    };
}
