using Xueheng.Engines.Text;

namespace Xueheng.Plans.Targets;

/// <summary>Where a target has to be in each period. The first step of a path is where it began.</summary>
public static class TargetPath
{
    /// <summary>A straight line from the value of one period to the goal in the period of the last day; one step when there is no time between.</summary>
    /// <param name="from">Period of the value it begins at.</param>
    /// <param name="until">The last period.</param>
    public static List<PathStep> Straight(int from, decimal begins, int until, decimal goal) => until <= from
        ? [new PathStep { Period = until, Value = goal }]
        : [.. Enumerable.Range(0, until - from + 1).Select(i => new PathStep
        {
            Period = from + i,
            Value = i == until - from ? goal : decimal.Round(begins + ((goal - begins) * i / (until - from)), 6),
        })];

    /// <summary>The value to be reached in the end: <see cref="Comparison.IncreaseBy"/> adds to where the path began; null when it does not say where.</summary>
    public static decimal? Goal(Target target) => target.Comparison != Comparison.IncreaseBy ? target.Value
        : target.Path is [var first, _, ..] ? first.Value + target.Value
        : null;

    /// <summary>What is to be reached by a period: its step, on the line between two steps, nothing yet before the first.</summary>
    public static decimal? Expected(IReadOnlyList<PathStep> path, int period)
    {
        var steps = path.OrderBy(s => s.Period).ToList();
        if (steps.Count == 0 || period < steps[0].Period)
        {
            return null;
        }

        var after = steps.FindIndex(s => s.Period >= period);
        if (after < 0)
        {
            return steps[^1].Value;
        }

        var (next, last) = (steps[after], steps[Math.Max(0, after - 1)]);
        return next.Period == period || after == 0
            ? next.Value
            : last.Value + ((next.Value - last.Value) * (period - last.Period) / (next.Period - last.Period));
    }

    /// <summary>Whether less is better: an upper bound, or a path that falls.</summary>
    public static bool Falls(Target target) => target.Comparison == Comparison.AtMost
        || (target.Comparison == Comparison.Equal && target.Path is [var first, .., var last] && last.Value < first.Value);
}
