namespace Xueheng.Planning.Rotation;

/// <param name="Time">Seconds of the clock; null where work is the limit.</param>
/// <param name="Work">A limit that gives the same answer on any machine, about a thousand for a second; null for none.</param>
/// <param name="Rules">A file of rules in place of the pack's; null for none.</param>
/// <param name="People">A list of people; null for none.</param>
/// <param name="Price">Whether to work out what each rule costs, by solving again without it.</param>
public sealed record RotationCommand(
    string County, int Period, TimeSpan? Time, long? Work = null, int Seed = 1, string? Rules = null, string? People = null, RotationDecisions? Decisions = null, bool Price = false);

/// <summary>What a person has decided: by 工号 and 学校标识码.</summary>
public sealed record RotationDecisions
{
    /// <summary>工号 → 学校标识码.</summary>
    public IReadOnlyDictionary<string, string> Goes { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Stays { get; init; } = [];

    public IReadOnlyList<NotThere> Forbidden { get; init; } = [];
}

/// <summary>This teacher not to that school.</summary>
public sealed record NotThere(string Teacher, string School);
