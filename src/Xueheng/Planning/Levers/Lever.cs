using Xueheng.Census;

namespace Xueheng.Planning.Levers;

/// <summary>举措: a single step a bureau can take at a school.</summary>
/// <param name="Unit">What <paramref name="Step"/> is counted in, for example 名 or ㎡.</param>
/// <param name="Step">How much one step is.</param>
/// <param name="Adds">What one step adds to which facts; empty when it moves pupils.</param>
/// <param name="Moves">Null when it moves nobody.</param>
/// <param name="Cost">Of one step, in 万元.</param>
/// <param name="Most">Null for no limit at a school.</param>
public sealed record Lever(
    string Id,
    string Name,
    string English,
    string Unit,
    decimal Step,
    IReadOnlyDictionary<string, decimal> Adds,
    PupilMove? Moves,
    IReadOnlyList<Stage> Stages,
    decimal Cost,
    LeverLimit? Most);

/// <param name="Pupils">How many one step moves.</param>
/// <param name="Within">Kilometres to the school that receives them.</param>
public sealed record PupilMove(int Pupils, double Within);

/// <summary>How many steps there can be at one school.</summary>
/// <param name="Fixed">A number; null when facts say it.</param>
/// <param name="Fact">The fact that limits it.</param>
/// <param name="Less">The fact to take from it first; null for none.</param>
public sealed record LeverLimit(int? Fixed, string? Fact, string? Less);

/// <summary>All levers, from <c>packs/planning/levers.yaml</c>.</summary>
/// <param name="Hash">SHA-256 of the files' text, kept with every result.</param>
public sealed record LeverPack(string Version, string Hash, IReadOnlyList<Lever> Levers)
{
    public Lever? Find(string id) => Levers.FirstOrDefault(l => l.Id == id);
}
