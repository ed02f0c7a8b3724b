using Google.OrTools.LinearSolver;

namespace Xueheng.Engines.Seats;

/// <summary>Variables, rows and cost of a whole-number program, in the words of one of OR-Tools' solvers.</summary>
internal sealed class SeatProgram : IDisposable
{
    private readonly Solver _solver;
    private readonly Objective _cost;

    /// <param name="solver">The solver's name in OR-Tools.</param>
    public SeatProgram(string solver)
    {
        _solver = Solver.CreateSolver(solver) ?? throw new InvalidOperationException($"{solver} is not in this build of OR-Tools.");
        _cost = _solver.Objective();
        _cost.SetMinimization();
    }

    public int Variables => _solver.NumVariables();

    /// <summary>Nothing costs less; after solving.</summary>
    public double Bound => _cost.BestBound();

    public void Dispose() => _solver.Dispose();

    public Variable Whole(int most) => _solver.MakeIntVar(0, most, "");

    public Variable Share() => _solver.MakeNumVar(0, 1, "");

    /// <summary>How far a limit is given in to.</summary>
    /// <param name="price">For each unit.</param>
    public Variable Slack(double price)
    {
        var slack = _solver.MakeNumVar(0, double.PositiveInfinity, "");
        Price(slack, price);
        return slack;
    }

    public void Price(Variable variable, double price) => _cost.SetCoefficient(variable, _cost.GetCoefficient(variable) + price);

    public void Row(double least, double most, params ReadOnlySpan<(Variable Variable, double By)> terms)
    {
        var row = _solver.MakeConstraint(least, most, "");
        foreach (var (variable, by) in terms)
        {
            row.SetCoefficient(variable, row.GetCoefficient(variable) + by);
        }
    }

    public void AtMost(double most, params ReadOnlySpan<(Variable Variable, double By)> terms) => Row(double.NegativeInfinity, most, terms);

    public void Hint(IReadOnlyList<(Variable Variable, double Value)> near) => _solver.SetHint([.. near.Select(n => n.Variable)], [.. near.Select(n => n.Value)]);

    /// <param name="parameters">In the solver's own words.</param>
    /// <param name="seconds">On the clock; null for none.</param>
    public Solver.ResultStatus Solve(string parameters, double? seconds, CancellationToken cancellation)
    {
        using var settings = new MPSolverParameters();
        settings.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-9);
        _solver.SetSolverSpecificParametersAsString(parameters);
        if (seconds is { } left)
        {
            _solver.SetTimeLimit((long)(1000 * Math.Clamp(left, 0.05, 1e6)));
        }

        using var stop = cancellation.Register(() => _solver.InterruptSolve());
        return _solver.Solve(settings);
    }
}
