using Xueheng.Census;
using Xueheng.Engines.Groups;

namespace Xueheng.Planning.Groups;

/// <summary>Schools of one stage parted into groups.</summary>
/// <param name="Unlikeness">Largest distance of a group's strength from the county's.</param>
/// <param name="UnlikenessBound">No parting is more alike.</param>
/// <param name="Kilometres">From the schools to their leaders, in all.</param>
/// <param name="LeftOut">Schools that could not be put into a group, each with the reason.</param>
/// <param name="Faults">Why there is no parting, in words; empty when there is one.</param>
public sealed record GroupPlan(
    string County,
    string Name,
    string Period,
    int Revision,
    Stage Stage,
    string Standard,
    string RulesHash,
    GroupStatus Status,
    double? Strength,
    double? Unlikeness,
    double? UnlikenessBound,
    double? Kilometres,
    double? KilometresBound,
    double Seconds,
    int Seed,
    long? Work,
    IReadOnlyList<SchoolGroup> Groups,
    IReadOnlyList<LeftOutSchool> LeftOut,
    IReadOnlyList<string> Faults);

/// <param name="Strength">Mean of its schools', weighted by pupils.</param>
/// <param name="Gap">The strongest school's strength less the weakest's.</param>
/// <param name="Gaps">The gap census by census, the earliest first: whether the group draws together.</param>
public sealed record SchoolGroup(string Leader, string Name, double Strength, double Gap, decimal Pupils, IReadOnlyList<GroupMember> Schools, IReadOnlyList<GroupGap> Gaps);

/// <param name="Kilometres">To the leader; null when only the 乡镇 is known to be the same.</param>
public sealed record GroupMember(string School, string Name, string Town, decimal Pupils, double Strength, double? Kilometres);

/// <param name="Schools">Schools of the group that had a strength then.</param>
/// <param name="Gap">Null when fewer than two had.</param>
public sealed record GroupGap(string Period, int Schools, double? Gap);

public sealed record LeftOutSchool(string School, string Name, string Reason);
