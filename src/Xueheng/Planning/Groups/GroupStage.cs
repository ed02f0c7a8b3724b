using Xueheng.Census;
using Xueheng.Engines.Groups;
using Xueheng.Standards;

namespace Xueheng.Planning.Groups;

/// <summary>The schools of one stage that can be grouped, as the engine and as people know them.</summary>
/// <param name="Schools">In order of school code.</param>
internal sealed record GroupStage(IReadOnlyList<GroupStage.Member> Schools, IReadOnlyList<LeftOutSchool> LeftOut)
{
    public static GroupStage Of(Measurement measured, Stage stage, GroupRules rules, IReadOnlyDictionary<string, SchoolRow> rows)
    {
        var (members, left) = (new List<Member>(), new List<LeftOutSchool>());
        foreach (var school in measured.Schools.Where(s => s.Stage == stage).OrderBy(s => s.School, StringComparer.Ordinal))
        {
            var strength = SchoolStrength.Of(school, rules.Cap);
            if (strength is null || school.Pupils is not > 0)
            {
                left.Add(new LeftOutSchool(school.School, school.Name, strength is null ? "没有一项指标有数" : "没有学生数"));
            }
            else
            {
                members.Add(new Member(school.School, school.Name, school.Pupils.Value, strength.Value, rows[school.School]));
            }
        }

        return new GroupStage(members, left);
    }

    public GroupProblem Problem(GroupRules rules)
    {
        var strong = rules.StrongShare is { } share
            ? Schools.Where(s => s.Pupils >= rules.StrongPupils).OrderByDescending(s => s.Strength).ThenBy(s => s.School, StringComparer.Ordinal)
                .Take(Math.Max(1, (int)Math.Ceiling(Schools.Count * share / 100))).Select(s => s.School).ToHashSet()
            : rules.StrongSchools.ToHashSet();
        return new GroupProblem(
            [.. Schools.Select(s => new GroupSchool((int)Math.Max(1, Math.Round(s.Pupils)), s.Strength, strong.Contains(s.School)))],
            [.. Schools.Select(a => Schools.Select(b => NearSchools.Kilometres(a.Row, b.Row)).ToArray())],
            rules.Least,
            rules.Most,
            rules.Reach,
            rules.Alike,
            []);
    }

    public GroupPlan Plan(
        Measurement measured, AdviseGroupsCommand command, GroupRules rules, GroupProblem problem, GroupAnswer answer, IReadOnlyList<PastStrengths> history) => new(
            measured.County,
            measured.Name,
            measured.Period,
            measured.Revision,
            command.Stage,
            rules.Standard,
            rules.Hash,
            answer.Status,
            problem.MeanOf(Enumerable.Range(0, Schools.Count)),
            Finite(answer.Unlikeness),
            answer.Leader is null ? null : answer.UnlikenessBound,
            Finite(answer.Kilometres),
            answer.Leader is null ? null : answer.KilometresBound,
            answer.Seconds,
            command.Seed,
            command.Work,
            answer.Leader is null ? [] : [.. answer.Leader.Index().GroupBy(s => s.Item, s => s.Index).Select(g => Group(problem, g.Key, [.. g], history))],
            LeftOut,
            [.. answer.Faults.Select(f => Words(f, rules)), .. Otherwise(answer)]);

    private SchoolGroup Group(GroupProblem problem, int leader, int[] schools, IReadOnlyList<PastStrengths> history)
    {
        var members = schools.OrderBy(s => s != leader).ThenByDescending(s => Schools[s].Strength).ToList();
        var codes = schools.Select(s => Schools[s].School).ToList();
        return new SchoolGroup(
            Schools[leader].School,
            Schools[leader].Name,
            problem.MeanOf(schools),
            schools.Max(s => Schools[s].Strength) - schools.Min(s => Schools[s].Strength),
            schools.Sum(s => Schools[s].Pupils),
            [.. members.Select(s => new GroupMember(Schools[s].School, Schools[s].Name, Schools[s].Row.Town, Schools[s].Pupils, Schools[s].Strength, Apart(problem, leader, s)))],
            [.. history.Select(then => GapOf(then, codes))]);
    }

    private static GroupGap GapOf(PastStrengths then, List<string> codes)
    {
        var known = codes.Where(then.Strength.ContainsKey).Select(code => then.Strength[code]).ToList();
        return new GroupGap(then.Period, known.Count, known.Count < 2 ? null : known.Max() - known.Min());
    }

    /// <summary>Null where only the town is known to be the same.</summary>
    private double? Apart(GroupProblem problem, int leader, int school) =>
        leader == school ? 0
        : Schools[leader].Row.Longitude is null || Schools[school].Row.Longitude is null ? null
        : problem.Kilometres[leader][school];

    private string Words(GroupFault fault, GroupRules rules) => fault.Kind switch
    {
        GroupFaultKind.OutOfReach when fault is { Kilometres: { } far, Nearest: { } nearest } && double.IsFinite(far) =>
            $"{Schools[fault.School!.Value].Name} {rules.Reach:0.#} 公里以内没有强校，最近的是 {far:0.0} 公里外的{Schools[nearest].Name}：请把 reach 放宽到 {Math.Ceiling(far * 10) / 10:0.0} 以上，或把近处的学校列为强校",
        GroupFaultKind.OutOfReach => $"{Schools[fault.School!.Value].Name}没有经纬度，同一乡镇里也没有强校：请补上经纬度",
        GroupFaultKind.NoneStrong => $"没有强校：请减小 strong 的 pupils（{rules.StrongPupils}），或写明 schools",
        GroupFaultKind.TooFewStrong => $"强校太少：每组最多 {rules.Most} 所，装不下 {Schools.Count} 所学校，请提高 strong 的 share 或 size 的 most",
        GroupFaultKind.TooFewSchools => $"只有 {Schools.Count} 所学校，不够一组 {rules.Least} 所，请减小 size 的 least",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static IEnumerable<string> Otherwise(GroupAnswer answer) => answer switch
    {
        { Status: GroupStatus.Infeasible, Faults.Count: 0 } => ["按每组的大小和距离分不成：请放宽 size 或 reach，或增加强校"],
        { Status: GroupStatus.Unknown } => ["时间用完时还没有找到分法，请加长时间再算"],
        { Status: GroupStatus.Feasible } => ["时间用完时还没有证明最均衡：给出的是找到的分法和下限，可以加长时间再算"],
        _ => [],
    };

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;

    internal sealed record Member(string School, string Name, decimal Pupils, double Strength, SchoolRow Row);
}
