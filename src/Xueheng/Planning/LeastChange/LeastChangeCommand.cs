namespace Xueheng.Planning.LeastChange;

/// <param name="Standard">Id of the standard; null for the first that judges single schools.</param>
/// <param name="Time">Seconds of the clock; null for no limit, or where work is the limit.</param>
/// <param name="Work">A limit that gives the same answer on any machine, about a thousand for a second; null for none.</param>
/// <param name="Rules">A file of levers to lay over those of the packs; null for none.</param>
public sealed record LeastChangeCommand(string County, int Period, string? Standard, TimeSpan? Time, long? Work = null, int Seed = 1, string? Rules = null);
