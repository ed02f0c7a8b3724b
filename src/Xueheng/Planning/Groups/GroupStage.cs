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

    /// <summary>Who may lead by the rules, the strongest first; the first so many do.</summary>
    public (IReadOnlyList<string> Order, int Count) Strong(GroupRules rules)
    {
        if (rules.StrongShare is not { } share)
        {
            return (rules.StrongSchools, rules.StrongSchools.Count);
        }

        var order = Schools.Where(s => s.Pupils >= rules.StrongPupils).OrderByDescending(s => s.Strength).ThenBy(s => s.School, StringComparer.Ordinal).Select(s => s.School).ToList();
        return (order, Math.Min(order.Count, Math.Max(1, (int)Math.Ceiling(Schools.Count * share / 100))));
    }

    /// <summary>Who leads a group now, or is to by a decision, may lead whatever the rules say.</summary>
    public GroupProblem Problem(AskedGroups asked)
    {
        var (rules, index) = (asked.Rules, Schools.Index().ToDictionary(s => s.Item.School, s => s.Index));
        var (order, count) = Strong(rules);
        var strong = order.Take(count).Concat(asked.Existing?.Groups.Select(g => g.Leader) ?? []).Concat(asked.Decisions.Pins.Select(p => p.Leader)).ToHashSet();
        var now = asked.Existing?.Groups.SelectMany(g => g.Schools.Select(s => (School: s, g.Leader))).ToDictionary(s => s.School, s => s.Leader);
        return new GroupProblem(
            [.. Schools.Select(s => new GroupSchool((int)Math.Max(1, Math.Round(s.Pupils)), s.Strength, strong.Contains(s.School)))],
            [.. Schools.Select(a => Schools.Select(b => NearSchools.Kilometres(a.Row, b.Row)).ToArray())],
            rules.Least,
            rules.Most,
            rules.Reach,
            rules.Alike,
            [])
        {
            Pins = Known(asked.Decisions.Pins),
            Forbidden = Known(asked.Decisions.Forbidden),
            Now = now is null ? null : [.. Schools.Select(s => now.TryGetValue(s.School, out var leader) && index.TryGetValue(leader, out var at) ? (int?)at : null)],
            MostChanges = now is null ? null : rules.MostChanges,
        };

        List<(int, int)> Known(IReadOnlyList<GroupPin> pins) => [.. pins.Where(p => index.ContainsKey(p.School) && index.ContainsKey(p.Leader)).Select(p => (index[p.School], index[p.Leader]))];
    }

    internal sealed record Member(string School, string Name, decimal Pupils, double Strength, SchoolRow Row);
}
