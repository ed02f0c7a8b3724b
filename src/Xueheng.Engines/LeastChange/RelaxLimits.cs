using Xueheng.Engines.Solving;

namespace Xueheng.Engines.LeastChange;

/// <param name="Answer">With the limits raised; infeasible still when no number of steps does.</param>
/// <param name="Beyond">How many of each kind of step go beyond their limit; kinds within it are left out.</param>
public sealed record RelaxedLimits(LeastChangeAnswer Answer, IReadOnlyList<(int Step, int Beyond)> Beyond);

/// <summary>
/// What must give way when limits on steps leave no answer: the cheapest steps beyond limits, a step beyond its limit weighing a
/// thousand times what it costs.
/// </summary>
public static class RelaxLimits
{
    private const int Weight = 1000;

    public static RelaxedLimits Run(
        LeastChangeProblem problem, Budget budget, IProgress<LeastChangeProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var count = problem.Steps.Count;
        var limited = Enumerable.Range(0, count).Where(s => problem.Steps[s].Most < LeastChangeProblem.MostSteps).ToList();
        var beyond = limited.Select((step, i) => (step, Index: count + i)).ToDictionary(b => b.step, b => b.Index);
        var elastic = new LeastChangeProblem(
            [.. problem.Steps, .. limited.Select(s => new ChangeStep(problem.Steps[s].Cost * Weight, LeastChangeProblem.MostSteps - problem.Steps[s].Most))],
            [.. problem.Requirements.Select(r => r.Widened(beyond))]);
        var answer = SolveLeastChange.Run(elastic, budget, progress, cancellation);
        if (answer.Steps is not { } steps)
        {
            return new RelaxedLimits(answer, []);
        }

        int[] whole = [.. Enumerable.Range(0, count).Select(s => steps[s] + (beyond.TryGetValue(s, out var more) ? steps[more] : 0))];
        return new RelaxedLimits(
            answer with { Steps = whole, Cost = problem.CostOf(whole) },
            [.. limited.Where(s => steps[beyond[s]] > 0).Select(s => (s, steps[beyond[s]]))]);
    }
}
