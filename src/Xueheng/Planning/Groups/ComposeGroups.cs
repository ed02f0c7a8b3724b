using Xueheng.Engines.Groups;
using Xueheng.Standards;

namespace Xueheng.Planning.Groups;

/// <summary>Puts an answer of the engine into the county's words, beside the groups there are.</summary>
internal sealed class ComposeGroups(Measurement measured, GroupStage stage, AskedGroups asked, GroupProblem problem, MeasureGroups measure)
{
    public GroupPlan Run(GroupAnswer answer, IReadOnlyList<GroupEasing> easings)
    {
        var (now, notes) = asked.Existing is { } existing ? measure.Of(existing) : (null, []);
        var leaders = answer.Leader?.Index().ToLookup(s => s.Item, s => Code(s.Index));
        return new GroupPlan(
            measured.County,
            measured.Name,
            measured.Period,
            measured.Revision,
            asked.Stage,
            asked.Rules.Standard,
            asked.Rules.Hash,
            answer.Status,
            problem.MeanOf(Enumerable.Range(0, stage.Schools.Count)),
            Finite(answer.Unlikeness),
            answer.Leader is null ? null : answer.UnlikenessBound,
            Finite(answer.Kilometres),
            answer.Leader is null ? null : answer.KilometresBound,
            answer.Seconds,
            asked.Seed,
            asked.Work,
            leaders is null ? [] : [.. leaders.Select(g => measure.Of(Title(g.Key), Code(g.Key), g)!)],
            stage.LeftOut,
            [.. answer.Faults.Select(Words), .. Otherwise(answer)],
            [.. easings.Select(Easing).OfType<GroupEasingPlan>()],
            now,
            answer.Leader is null || problem.Now is null ? [] : [.. Changes(answer.Leader, problem.Now)],
            notes);
    }

    private string Code(int school) => stage.Schools[school].School;

    private string Title(int leader) => asked.Existing?.Groups.FirstOrDefault(g => g.Leader == Code(leader))?.Title ?? $"{stage.Schools[leader].Name}集团";

    private IEnumerable<GroupChange> Changes(IReadOnlyList<int> leader, IReadOnlyList<int?> now) => leader.Index().Where(s => now[s.Index] != s.Item).Select(s => new GroupChange(
        Code(s.Index),
        stage.Schools[s.Index].Name,
        now[s.Index] is { } before ? Code(before) : null,
        now[s.Index] is { } named ? stage.Schools[named].Name : null,
        Code(s.Item),
        stage.Schools[s.Item].Name));

    private string Words(GroupFault fault)
    {
        var rules = asked.Rules;
        return fault.Kind switch
        {
            GroupFaultKind.OutOfReach when fault is { Kilometres: { } far, Nearest: { } nearest } && double.IsFinite(far) =>
                $"{stage.Schools[fault.School!.Value].Name} {rules.Reach:0.#} 公里以内没有强校，最近的是 {far:0.0} 公里外的{stage.Schools[nearest].Name}：请把“到牵头校最远”（reach）放宽到 {(double)UpTo(far):0.0} 公里以上，或把近处的学校列为强校",
            GroupFaultKind.OutOfReach => $"{stage.Schools[fault.School!.Value].Name}没有经纬度，同一乡镇里也没有强校：请补上经纬度",
            GroupFaultKind.NoneStrong => $"没有强校：请减小“强校至少有学生”（strong 的 pupils，现在 {rules.StrongPupils} 名），或写明 schools",
            GroupFaultKind.TooFewStrong => $"强校太少：每组最多 {rules.Most} 所，装不下 {stage.Schools.Count} 所学校，请提高“强校占全部学校”（strong 的 share）或“每组最多”（size 的 most）",
            GroupFaultKind.TooFewSchools => $"只有 {stage.Schools.Count} 所学校，不够一组 {rules.Least} 所，请减小“每组至少”（size 的 least）",
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
    }

    private IEnumerable<string> Otherwise(GroupAnswer answer) => answer switch
    {
        { Status: GroupStatus.Infeasible, Faults.Count: 0 } => [asked.Decisions.Pins.Count + asked.Decisions.Forbidden.Count > 0
            ? "按每组的大小、距离和对学校的指定分不成：请放宽 size 或 reach，增加强校，或取消指定"
            : "按每组的大小和距离分不成：请放宽 size 或 reach，或增加强校"],
        { Status: GroupStatus.Unknown } => ["时间用完时还没有找到分法，请加长时间再算"],
        { Status: GroupStatus.Feasible } => ["时间用完时还没有证明最均衡：给出的是找到的分法和下限，可以加长时间再算"],
        _ => [],
    };

    /// <summary>Null where no number of the rules says it.</summary>
    private GroupEasingPlan? Easing(GroupEasing easing) => easing.Rule switch
    {
        GroupRule.Reach => Of("reach", UpTo(easing.Number)),
        GroupRule.Most => Of("most", (decimal)easing.Number),
        GroupRule.Least => Of("least", (decimal)easing.Number),
        GroupRule.Changes => Of("changes", (decimal)easing.Number),
        GroupRule.Strong => asked.Rules.StrongShare is null ? null : Of("share", ShareOf((int)easing.Number)),
        _ => new GroupEasingPlan("decisions", "对学校的指定", null, null, ""),
    };

    private GroupEasingPlan Of(string key, decimal to) => new(key, GroupNumbers.Find(key).Name, GroupNumbers.Of(asked.Rules, key), to, GroupNumbers.Find(key).Unit);

    /// <summary>The share with which so many schools more may lead.</summary>
    private decimal ShareOf(int more)
    {
        var (order, count) = stage.Strong(asked.Rules);
        var last = NextStrong(stage, asked, problem)[more - 1];
        var rank = Math.Max(count, order.ToList().IndexOf(stage.Schools[last].School) + 1);
        return decimal.Floor(1000m * rank / stage.Schools.Count) / 10;
    }

    /// <summary>Schools that a larger share would let lead, the next first.</summary>
    public static IReadOnlyList<int> NextStrong(GroupStage stage, AskedGroups asked, GroupProblem problem)
    {
        var index = stage.Schools.Index().ToDictionary(s => s.Item.School, s => s.Index);
        var (order, count) = stage.Strong(asked.Rules);
        return asked.Rules.StrongShare is null ? [] : [.. order.Skip(count).Select(s => index[s]).Where(s => !problem.Schools[s].Strong)];
    }

    /// <summary>Up to a tenth of a kilometre.</summary>
    private static decimal UpTo(double kilometres) => decimal.Ceiling((decimal)kilometres * 10) / 10;

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;
}
