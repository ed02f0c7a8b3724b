using Xueheng.Engines.Balance;

namespace Xueheng.Engines.LeastChange;

/// <summary>What one step of a kind adds to a quantity.</summary>
/// <param name="Step">Index of the kind of step in <see cref="LeastChangeProblem.Steps"/>.</param>
/// <param name="Gain">In the quantity's unit, per step; negative where a step takes away.</param>
public readonly record struct StepGain(int Step, Fraction Gain);

/// <summary>A quantity that grows by so much with each step: <c>constant + Σ gain · steps</c>.</summary>
/// <param name="Constant">The quantity as it stands, before any step.</param>
/// <param name="Gains">Each step at most once, none of gain zero.</param>
public sealed record Affine(Fraction Constant, IReadOnlyList<StepGain> Gains)
{
    /// <param name="steps">How many of each kind are taken.</param>
    public Fraction At(IReadOnlyList<int> steps)
    {
        var value = Constant;
        foreach (var (step, gain) in Gains)
        {
            if (steps[step] != 0)
            {
                value += gain * steps[step];
            }
        }

        return value;
    }

    internal Affine Widened(IReadOnlyDictionary<int, int> twins) =>
        this with { Gains = [.. Gains, .. Gains.Where(g => twins.ContainsKey(g.Step)).Select(g => g with { Step = twins[g.Step] })] };
}
