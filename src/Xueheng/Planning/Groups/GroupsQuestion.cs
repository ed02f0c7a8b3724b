using System.Text.Json;
using Xueheng.Census;

namespace Xueheng.Planning.Groups;

/// <summary>What stored groups were asked: everything the answer is a function of beside the revision and the packs.</summary>
/// <param name="Numbers">Numbers set in place of the pack's, by <see cref="GroupNumbers"/>.</param>
/// <param name="Existing">Groups as they are now; null when none are known.</param>
public sealed record GroupsQuestion(double? Seconds, long? Work, int Seed, Stage Stage, IReadOnlyDictionary<string, decimal> Numbers, ExistingGroups? Existing, GroupDecisions Decisions)
{
    public string Write() => JsonSerializer.Serialize(this, ContractJson.Options);

    public static GroupsQuestion Read(string text) => JsonSerializer.Deserialize<GroupsQuestion>(text, ContractJson.Options)!;
}

/// <summary>What a person has decided of single schools.</summary>
public sealed record GroupDecisions
{
    /// <summary>This school to that group.</summary>
    public IReadOnlyList<GroupPin> Pins { get; init; } = [];

    /// <summary>This school not to that group.</summary>
    public IReadOnlyList<GroupPin> Forbidden { get; init; } = [];

    /// <summary>These with one more of a school.</summary>
    public GroupDecisions With(GroupDecisionChange? change) => change switch
    {
        null => this,
        { Leader: null } => new() { Pins = [.. Pins.Where(p => p.School != change.School)], Forbidden = [.. Forbidden.Where(p => p.School != change.School)] },
        { Not: true } => this with { Pins = [.. Pins.Where(p => p != new GroupPin(change.School, change.Leader))], Forbidden = [.. Forbidden.Append(new(change.School, change.Leader)).Distinct()] },
        _ => new() { Pins = [.. Pins.Where(p => p.School != change.School), new(change.School, change.Leader)], Forbidden = [.. Forbidden.Where(f => f != new GroupPin(change.School, change.Leader))] },
    };
}

/// <param name="School">学校标识码.</param>
/// <param name="Leader">学校标识码 of the group's 牵头校.</param>
public sealed record GroupPin(string School, string Leader);

/// <summary>One decision on a school.</summary>
/// <param name="Leader">Whose group it goes to, or does not go to; null to take decisions on the school back.</param>
/// <param name="Not">Not to that group.</param>
public sealed record GroupDecisionChange(string School, string? Leader, bool Not);
