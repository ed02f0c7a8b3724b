using Xueheng.Census;

namespace Xueheng.Planning.Groups;

/// <param name="Rules">A file in place of the pack's; null for none.</param>
/// <param name="Time">Seconds of the clock; null where work is the limit.</param>
/// <param name="Existing">A list of the groups as they are (<see cref="ReadExistingGroups"/>); null for none.</param>
/// <param name="Changes">At most so many of its schools change their leader; null for as many as it takes.</param>
/// <param name="Work">A limit that gives the same answer on any machine, about a thousand for a second; null for none.</param>
public sealed record AdviseGroupsCommand(
    string County, int Period, Stage Stage, TimeSpan? Time, long? Work = null, int Seed = 1, string? Rules = null, string? Existing = null, int? Changes = null);

/// <summary>Everything that is asked of groups beside the revision.</summary>
/// <param name="Existing">Groups as they are; null when none are known.</param>
public sealed record AskedGroups(Stage Stage, GroupRules Rules, ExistingGroups? Existing, GroupDecisions Decisions, TimeSpan? Time, long? Work, int Seed);
