using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.Search;

/// <summary>What has been used of a budget: the clock, or work counted where it is done.</summary>
internal sealed class Meter(Budget budget, CancellationToken cancellation)
{
    private double _spent;

    public CancellationToken Cancellation => cancellation;

    public bool Over => cancellation.IsCancellationRequested || Share >= 1;

    /// <summary>How much of the budget is used, 0 to 1 and above.</summary>
    public double Share => budget.Work is { } work ? _spent / Math.Max(1, work)
        : budget.Time is { } time ? budget.Elapsed.TotalSeconds / Math.Max(1e-3, time.TotalSeconds)
        : 0;

    public double SecondsLeft => budget.SecondsLeft;

    /// <param name="work">About milliseconds of one core.</param>
    public void Spend(double work) => _spent += work;
}
