using Xueheng.Census;
using Xueheng.Engines.Groups;

namespace Xueheng.Planning.Groups;

/// <summary>Schools of one stage parted into groups.</summary>
/// <param name="Unlikeness">Largest distance of a group's strength from the county's.</param>
/// <param name="UnlikenessBound">No parting is more alike.</param>
/// <param name="Kilometres">From the schools to their leaders, in all.</param>
/// <param name="LeftOut">Schools that could not be put into a group, each with the reason.</param>
/// <param name="Faults">Why there is no parting, in words; empty when there is one.</param>
/// <param name="Easings">Numbers of which one changed alone lets there be groups.</param>
/// <param name="Existing">Groups as they are, measured as the others; null when none are known.</param>
/// <param name="Changes">Schools that get another leader than they have.</param>
/// <param name="Notes">What is to be known of the groups as they are.</param>
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
    IReadOnlyList<string> Faults,
    IReadOnlyList<GroupEasingPlan> Easings,
    GroupsNow? Existing,
    IReadOnlyList<GroupChange> Changes,
    IReadOnlyList<string> Notes);

/// <summary>Groups as they are now, measured by the same census.</summary>
/// <param name="From">Whence they are known.</param>
/// <param name="Unlikeness">Largest distance of a group's strength from the county's.</param>
/// <param name="Kilometres">From the schools to their leaders, in all, as far as known.</param>
/// <param name="Outside">Schools of the stage in none of them.</param>
public sealed record GroupsNow(string From, double? Unlikeness, double? Kilometres, IReadOnlyList<SchoolGroup> Groups, IReadOnlyList<string> Outside);

/// <summary>A number to change: with it, and everything else as asked, there are groups.</summary>
/// <param name="Rule">Key of a <see cref="GroupNumber"/>; <c>decisions</c> for everything a person decided of single schools.</param>
public sealed record GroupEasingPlan(string Rule, string Name, decimal? From, decimal? To, string Unit);

/// <param name="From">学校标识码 of the leader it has; null for none.</param>
public sealed record GroupChange(string School, string Name, string? From, string? FromName, string To, string ToName);

/// <param name="Title">Name of the group: the one its leader's group has now, else made from the leader's.</param>
/// <param name="Strength">Mean of its schools', weighted by pupils.</param>
/// <param name="Gap">The strongest school's strength less the weakest's.</param>
/// <param name="Gaps">The gap census by census, the earliest first: whether the group draws together.</param>
public sealed record SchoolGroup(
    string Title, string Leader, string Name, double Strength, double Gap, decimal Pupils, IReadOnlyList<GroupMember> Schools, IReadOnlyList<GroupGap> Gaps)
{
    /// <summary>Whether the last gap known is smaller than the first; null where fewer than two are known.</summary>
    public bool? Narrows => Gaps.Where(g => g.Gap is not null).ToList() is [var first, .., var last] ? last.Gap < first.Gap : null;
}

/// <param name="Kilometres">To the leader; null when only the 乡镇 is known to be the same.</param>
public sealed record GroupMember(string School, string Name, string Town, decimal Pupils, double Strength, double? Kilometres);

/// <param name="Schools">Schools of the group that had a strength then.</param>
/// <param name="Gap">Null when fewer than two had.</param>
public sealed record GroupGap(string Period, int Schools, double? Gap);

public sealed record LeftOutSchool(string School, string Name, string Reason);
