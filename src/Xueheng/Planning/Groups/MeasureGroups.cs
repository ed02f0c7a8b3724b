using Xueheng.Census;

namespace Xueheng.Planning.Groups;

/// <summary>How groups of a stage stand: strength, gap now and at each census, pupils, ways.</summary>
/// <param name="rows">Every school of the census, by code.</param>
internal sealed class MeasureGroups(GroupStage stage, IReadOnlyDictionary<string, SchoolRow> rows, IReadOnlyList<PastStrengths> history)
{
    private readonly Dictionary<string, GroupStage.Member> _members = stage.Schools.ToDictionary(s => s.School);

    /// <summary>Null for a group without a school of the stage that can be measured.</summary>
    public SchoolGroup? Of(string title, string leader, IEnumerable<string> schools)
    {
        var members = schools.Where(_members.ContainsKey).Select(s => _members[s]).OrderBy(s => s.School != leader).ThenByDescending(s => s.Strength).ThenBy(s => s.School, StringComparer.Ordinal).ToList();
        if (members.Count == 0)
        {
            return null;
        }

        var codes = members.ConvertAll(s => s.School);
        return new SchoolGroup(
            title,
            leader,
            rows[leader].Name,
            Mean(members),
            members.Max(s => s.Strength) - members.Min(s => s.Strength),
            members.Sum(s => s.Pupils),
            [.. members.Select(s => new GroupMember(s.School, s.Name, s.Row.Town, s.Pupils, s.Strength, Apart(rows[leader], s.Row)))],
            [.. history.Select(then => GapOf(then, codes))]);
    }

    /// <summary>Groups as they are, with what cannot be said of them.</summary>
    public (GroupsNow Now, IReadOnlyList<string> Notes) Of(ExistingGroups existing)
    {
        var groups = existing.Groups.Select(g => Of(g.Title, g.Leader, g.Schools)).OfType<SchoolGroup>().ToList();
        var inGroup = existing.Groups.SelectMany(g => g.Schools).ToHashSet();
        var ways = groups.SelectMany(g => g.Schools).Select(s => s.Kilometres).ToList();
        var mean = Mean(stage.Schools);
        return (
            new GroupsNow(
                existing.From,
                groups.Count == 0 ? null : groups.Max(g => Math.Abs(g.Strength - mean)),
                groups.Count == 0 ? null : ways.Sum(),
                groups,
                [.. stage.Schools.Where(s => !inGroup.Contains(s.School)).Select(s => s.Name)]),
            [.. Notes(existing)]);
    }

    private IEnumerable<string> Notes(ExistingGroups existing)
    {
        foreach (var group in existing.Groups.Where(g => g.Schools.Any(_members.ContainsKey) && !_members.ContainsKey(g.Leader)))
        {
            yield return $"“{group.Title}”的牵头校{rows[group.Leader].Name}不在这一学段可以编组的学校里，新方案给它的成员校另定牵头校";
        }

        if (existing.Groups.SelectMany(g => g.Schools).Where(s => !_members.ContainsKey(s)).ToList() is { Count: > 0 } others)
        {
            yield return $"现有集团里有 {others.Count} 所学校不在这一学段可以编组的学校里，没有算进来：{string.Join("、", others.Take(5).Select(s => rows[s].Name))}{(others.Count > 5 ? "等" : "")}";
        }
    }

    /// <summary>Null where only the town is known to be the same, or nothing.</summary>
    private static double? Apart(SchoolRow leader, SchoolRow school) =>
        leader.School == school.School ? 0
        : leader.Longitude is null || school.Longitude is null ? null
        : NearSchools.Kilometres(leader, school);

    private static GroupGap GapOf(PastStrengths then, List<string> codes)
    {
        var known = codes.Where(then.Strength.ContainsKey).Select(code => then.Strength[code]).ToList();
        return new GroupGap(then.Period, known.Count, known.Count < 2 ? null : known.Max() - known.Min());
    }

    /// <summary>Weighted by pupils in whole numbers, as the engine counts.</summary>
    private static double Mean(IReadOnlyCollection<GroupStage.Member> schools)
    {
        var weights = schools.Select(s => (Weight: Math.Max(1, Math.Round((double)s.Pupils)), s.Strength)).ToList();
        return weights.Sum(s => s.Weight * s.Strength) / weights.Sum(s => s.Weight);
    }
}
