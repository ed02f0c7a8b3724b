namespace Xueheng.Planning.Groups;

/// <summary>What a group is: <c>packs/planning/groups.yaml</c>.</summary>
/// <param name="Standard">Whose indicators say how strong a school is.</param>
/// <param name="Cap">An indicator counts at most this many times its threshold.</param>
/// <param name="StrongShare">Percent of the schools that may lead, strongest first; null where they are named.</param>
/// <param name="StrongPupils">Pupils a school has at the least that may lead.</param>
/// <param name="StrongSchools">Codes of those that may lead; empty where a share says so.</param>
/// <param name="Reach">Kilometres.</param>
/// <param name="Alike">Strength by which a group may differ from the county.</param>
public sealed record GroupRules(
    string Version,
    string Hash,
    string Standard,
    decimal Cap,
    decimal? StrongShare,
    int StrongPupils,
    IReadOnlyList<string> StrongSchools,
    int Least,
    int Most,
    double Reach,
    double Alike)
{
    /// <summary>Schools of groups as they are whose leader may become another; null for as many as it takes. No pack sets it.</summary>
    public int? MostChanges { get; init; }
}
