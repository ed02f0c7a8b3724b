using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Rotation;

/// <summary>What a rule costs: the answer without it beside the answer with it.</summary>
/// <param name="Level">The first level that would be lower; null when none would.</param>
/// <param name="With">Its value with the rule.</param>
/// <param name="Without">Its value without.</param>
/// <param name="Bound">It could not be lower than this without the rule; the price is proven where both are equal.</param>
public sealed record RulePrice(string Rule, RotationLevel? Level, long With, long Without, long Bound);

/// <summary>The price of each rule, by solving again without it.</summary>
public static class PriceRules
{
    /// <param name="each">For each rule: makes its budget when its turn comes.</param>
    public static IReadOnlyList<RulePrice> Run(
        RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins, RotationAnswer answer, Func<Budget> each, CancellationToken cancellation = default)
    {
        var prices = new List<RulePrice>();
        foreach (var rule in rules.Where(r => r is not VolunteersFirst))
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            var without = SolveRotation.Run(problem, [.. rules.Where(r => r != rule)], pins, each(), answer, null, cancellation);
            var lower = without.Levels.Zip(answer.Levels).FirstOrDefault(l => l.First.Value != l.Second.Value);
            prices.Add(lower is ({ } free, { } bound) && free.Value < bound.Value
                ? new RulePrice(rule.Name, free.Level, bound.Value, free.Value, free.Bound)
                : new RulePrice(rule.Name, null, 0, 0, 0));
        }

        return prices;
    }
}
