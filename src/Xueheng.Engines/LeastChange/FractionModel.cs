using Google.OrTools.LinearSolver;
using Xueheng.Engines.Balance;

namespace Xueheng.Engines.LeastChange;

/// <summary>A problem whose steps may be fractions, as a linear program of GLOP: quick, and what its cuts learn of the cone holds for whole steps too.</summary>
internal sealed class FractionModel : IDisposable
{
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly Variable[] _steps;

    /// <param name="most">Of each step.</param>
    /// <param name="costs">Of one step.</param>
    public FractionModel(IReadOnlyList<int> most, IReadOnlyList<long> costs)
    {
        _steps = [.. most.Select(m => _solver.MakeNumVar(0, m, ""))];
        for (var s = 0; s < _steps.Length; s++)
        {
            _solver.Objective().SetCoefficient(_steps[s], costs[s]);
        }

        _solver.Objective().SetMinimization();
    }

    public void Require(Requirement requirement)
    {
        switch (requirement)
        {
            case BoundRequirement bound:
                Reach(bound.Quantity, bound.AtLeast, null);
                break;
            case CountRequirement count:
                Count(count);
                break;
        }
    }

    public void Require(IntegerRow row)
    {
        if (row.Steps.Length > 0)
        {
            Reach(row, null);
        }
    }

    /// <returns>The steps; null where there are none.</returns>
    public double[]? Solve() => _solver.Solve() == Solver.ResultStatus.OPTIMAL ? [.. _steps.Select(s => s.SolutionValue())] : null;

    public void Dispose() => _solver.Dispose();

    private void Count(CountRequirement count)
    {
        var needed = _solver.MakeConstraint(count.MeetAtLeast, double.PositiveInfinity);
        foreach (var item in count.Items)
        {
            if (item.Floor is { } floor)
            {
                Reach(item.Quantity, floor, null);
            }

            var meets = _solver.MakeNumVar(0, 1, "");
            needed.SetCoefficient(meets, 1);
            Reach(item.Quantity, item.Meets, meets);
        }
    }

    private void Reach(Affine quantity, Fraction bound, Variable? when)
    {
        if (quantity.Constant < bound || quantity.Gains.Any(g => g.Gain.Sign < 0))
        {
            Reach(IntegerRow.AtLeast(quantity.Gains, bound - quantity.Constant), when);
        }
    }

    /// <param name="when">The row holds as far as this is one; null for always.</param>
    private void Reach(IntegerRow row, Variable? when)
    {
        double scale = row.Gains.Select(Math.Abs).Append(1).Max();
        var least = 0d;
        for (var i = 0; i < row.Steps.Length; i++)
        {
            least += Math.Min(0, row.Gains[i]) / scale * _steps[row.Steps[i]].Ub();
        }

        var bound = row.Bound / scale;
        var constraint = _solver.MakeConstraint(when is null ? bound : least, double.PositiveInfinity);
        for (var i = 0; i < row.Steps.Length; i++)
        {
            constraint.SetCoefficient(_steps[row.Steps[i]], row.Gains[i] / scale);
        }

        if (when is not null)
        {
            constraint.SetCoefficient(when, least - bound);
        }
    }
}
