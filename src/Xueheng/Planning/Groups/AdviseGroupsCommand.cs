using Xueheng.Census;

namespace Xueheng.Planning.Groups;

/// <param name="Rules">A file in place of the pack's; null for none.</param>
/// <param name="Time">Seconds of the clock; null where work is the limit.</param>
/// <param name="Work">A limit that gives the same answer on any machine, about a thousand for a second; null for none.</param>
public sealed record AdviseGroupsCommand(
    string County, int Period, Stage Stage, TimeSpan? Time, long? Work = null, int Seed = 1, string? Rules = null);
