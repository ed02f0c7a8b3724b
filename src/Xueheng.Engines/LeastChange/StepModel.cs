using Google.OrTools.Sat;
using Xueheng.Engines.Balance;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.LeastChange;

/// <param name="Steps">The steps of the part, by index of the problem; null when none were found.</param>
/// <param name="Bound">In units of cost.</param>
/// <param name="Work">What it took, in the solver's own deterministic seconds.</param>
internal sealed record PartAnswer(LeastChangeStatus Status, IReadOnlyDictionary<int, int>? Steps, long Bound, double Work);

/// <summary>One part of a problem, of which no requirement reaches into another part, as a whole-number model of CP-SAT.</summary>
internal sealed class StepModel
{
    private readonly CpModel _model = new();
    private readonly SortedDictionary<int, IntVar> _steps = [];
    private bool _impossible;

    /// <param name="steps">The steps of the part with the most of each.</param>
    /// <param name="costs">Of one step, in whole units, of every step of the problem.</param>
    public StepModel(IEnumerable<(int Step, int Most)> steps, IReadOnlyList<long> costs)
    {
        foreach (var (step, most) in steps)
        {
            _steps.Add(step, _model.NewIntVar(0, most, ""));
        }

        _model.Minimize(LinearExpr.WeightedSum([.. _steps.Values], [.. _steps.Keys.Select(s => costs[s])]));
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
            _model.AddLinearConstraint(Sum(row), row.Bound, long.MaxValue);
        }
        else if (row.Bound > 0)
        {
            _impossible = true;
        }
    }

    public void Forbid(IReadOnlyList<(int Step, int Count)> steps) =>
        _model.AddForbiddenAssignments(steps.Select(s => (LinearExpr)_steps[s.Step])).AddTuple(steps.Select(s => (long)s.Count).ToArray());

    public void Hint(IReadOnlyList<int> steps)
    {
        foreach (var (step, variable) in _steps)
        {
            _model.AddHint(variable, steps[step]);
        }
    }

    public PartAnswer Solve(SearchLimits limits, CancellationToken cancellation)
    {
        if (_impossible)
        {
            return new PartAnswer(LeastChangeStatus.Infeasible, null, 0, 0);
        }

        using var solver = new CpSolver { StringParameters = limits.Parameters() };
        using var stop = cancellation.Register(solver.StopSearch);
        var status = solver.Solve(_model);
        var work = solver.Response!.DeterministicTime;
        return status switch
        {
            CpSolverStatus.Optimal => Found(LeastChangeStatus.Optimal),
            CpSolverStatus.Feasible => Found(LeastChangeStatus.Feasible),
            CpSolverStatus.Infeasible => new PartAnswer(LeastChangeStatus.Infeasible, null, 0, work),
            _ => new PartAnswer(LeastChangeStatus.Unknown, null, 0, work),
        };

        PartAnswer Found(LeastChangeStatus found) => new(
            found,
            _steps.ToDictionary(s => s.Key, s => (int)solver.Value(s.Value)),
            (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6),
            work);
    }

    private void Count(CountRequirement count)
    {
        var needed = count.MeetAtLeast;
        var chosen = new List<BoolVar>();
        foreach (var item in count.Items)
        {
            if (item.Floor is { } floor)
            {
                Reach(item.Quantity, floor, null);
            }

            var falls = item.Quantity.Gains.Any(g => g.Gain.Sign < 0);
            var rises = item.Quantity.Gains.Any(g => g.Gain.Sign > 0);
            if (item.Quantity.Constant >= item.Meets && !falls)
            {
                needed--;
            }
            else if (item.Quantity.Constant >= item.Meets || rises)
            {
                var meets = _model.NewBoolVar("");
                Reach(item.Quantity, item.Meets, meets);
                chosen.Add(meets);
            }
        }

        if (needed > chosen.Count)
        {
            _impossible = true;
        }
        else if (needed > 0)
        {
            _model.AddLinearConstraint(LinearExpr.Sum(chosen), needed, chosen.Count);
        }
    }

    private void Reach(Affine quantity, Fraction bound, BoolVar? when)
    {
        if (quantity.Constant >= bound && quantity.Gains.All(g => g.Gain.Sign >= 0))
        {
            return;
        }

        var row = IntegerRow.AtLeast(quantity.Gains, bound - quantity.Constant);
        if (when is null)
        {
            Require(row);
        }
        else
        {
            _model.AddLinearConstraint(Sum(row), row.Bound, long.MaxValue).OnlyEnforceIf(when);
        }
    }

    private LinearExpr Sum(IntegerRow row) => LinearExpr.WeightedSum([.. row.Steps.Select(s => _steps[s])], row.Gains);
}
