using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.Standards.Trying;

/// <summary>A kind of step at one school: what one of it adds to which facts, what it costs, how many there can be.</summary>
/// <param name="School">Code of the main school.</param>
/// <param name="Stage">The stage whose facts it adds to; null for a step of the whole school.</param>
/// <param name="Adds">Amount by fact, in the fact's unit; facts of the whole school grow as a whole and are split again.</param>
/// <param name="Cost">Of one step, in 万元.</param>
/// <param name="Most">Null for no limit.</param>
public sealed record FactStep(string School, Stage? Stage, IReadOnlyDictionary<string, decimal> Adds, decimal Cost, int? Most)
{
    /// <param name="count">How many are taken.</param>
    public IEnumerable<FactChange> Changes(FactPack pack, int count) =>
        Adds.Select(a => new FactChange(School, pack.Find(a.Key)!.OfSchool ? null : Stage, a.Key, a.Value * count));
}
