using System.Globalization;

namespace Xueheng.Engines.Solving;

/// <summary>What is left of a budget, in the solver's words.</summary>
internal sealed class SearchLimits(Budget budget)
{
    private double _used;

    public bool Spent => SecondsLeft <= 0;

    private double SecondsLeft => budget.Work is { } work ? (work / Budget.WorkInSecond) - _used : budget.SecondsLeft;

    public void Use(double work) => _used += work;

    /// <summary>One core and one way of searching, so that the answer is the same each time; a full linear relaxation, for knapsacks hang on it.</summary>
    public string Parameters()
    {
        var left = SecondsLeft;
        var limit = double.IsPositiveInfinity(left) ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{(budget.Work is null ? "max_time_in_seconds" : "max_deterministic_time")}:{Math.Max(left, 0.001):0.######} ");
        return limit + string.Create(CultureInfo.InvariantCulture, $"random_seed:{budget.Seed} ") + "num_workers:1 linearization_level:2";
    }
}
