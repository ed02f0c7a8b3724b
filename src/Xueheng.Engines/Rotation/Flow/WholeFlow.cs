using Google.OrTools.LinearSolver;

namespace Xueheng.Engines.Rotation.Flow;

/// <summary>How long one search in whole numbers may take.</summary>
/// <param name="Seconds">Of the clock; null when work is the limit.</param>
/// <param name="Nodes">Of the search tree; null when the clock is the limit.</param>
internal sealed record WholeLimit(double? Seconds, long? Nodes, int Seed);

/// <param name="Best">Null when nothing was found.</param>
/// <param name="Bound">Over the columns given: no use of them within their ranges has less.</param>
/// <param name="None">Proven that the columns given hold no answer.</param>
internal sealed record WholeAnswer(FlowSolution? Best, long Bound, bool None)
{
    public static WholeAnswer Nothing { get; } = new(null, long.MaxValue, true);
}

/// <summary>
/// The rotation in whole numbers over some columns, by branch and bound on the relaxation: strong where the relaxation is nearly whole, as it is near an answer.
/// Costs stand as steps of width one, so only columns need be whole.
/// </summary>
internal sealed class WholeFlow : IDisposable
{
    private readonly FlowModel _model;
    private readonly FlowFace _face;
    private readonly IReadOnlyDictionary<FlowColumn, (int Least, int Most)> _columns;
    private readonly IReadOnlyList<long> _limits;
    private readonly RotationLevel _level;
    private readonly RelaxedGoal _goal;
    private readonly Solver _solver;
    private readonly Dictionary<FlowColumn, Variable> _used = [];
    private readonly Dictionary<int, Constraint> _rows = [];
    private readonly Dictionary<int, (long Least, long Most)> _reach = [];
    private readonly List<(Variable Variable, int Function, int Count)> _steps = [];
    private readonly Constraint[] _sums;
    private readonly long[] _constants = [0, 0];

    /// <param name="columns">Each within a range; columns not given are not used.</param>
    /// <param name="limits">Of the levels before <paramref name="level"/>, which is made least.</param>
    public WholeFlow(
        FlowModel model, FlowFace face, IReadOnlyDictionary<FlowColumn, (int Least, int Most)> columns, IReadOnlyList<long> limits, RotationLevel level)
    {
        (_model, _face, _columns, _limits, _level, _goal) = (model, face, columns, limits, level, new RelaxedGoal(level));
        _solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("SCIP is not there.");
        _sums = [Free(), Free()];
    }

    public void Dispose() => _solver.Dispose();

    /// <param name="hint">Where to begin; need not be within the columns.</param>
    public WholeAnswer Minimise(FlowSolution? hint, WholeLimit limit, CancellationToken cancellation)
    {
        var objective = _solver.Objective();
        objective.SetMinimization();
        foreach (var (column, range) in _columns.OrderBy(c => c.Key.Group).ThenBy(c => c.Key.To).ThenBy(c => c.Key.Other))
        {
            Add(column, range.Least, range.Most);
        }

        var worst = _level == RotationLevel.Worst ? _solver.MakeNumVar(0, double.PositiveInfinity, "") : null;
        if (worst is not null)
        {
            objective.SetCoefficient(worst, 1);
        }

        for (var row = 0; row < _model.Rows.Length; row++)
        {
            var function = row - _model.FirstFunction;
            if (!(function >= 0 && function < _model.Functions.Count ? Count(function, row, worst) : Keep(row)))
            {
                return WholeAnswer.Nothing;
            }
        }

        foreach (var (at, level) in new[] { RotationLevel.Shortfall, RotationLevel.Disparity }.Index().Where(l => l.Item < _level))
        {
            _sums[at].SetUb((_limits[(int)level] - _constants[at] + 0.01) / RelaxedGoal.Scale(level));
        }

        return Solve(hint, limit, cancellation);
    }

    private WholeAnswer Solve(FlowSolution? hint, WholeLimit limit, CancellationToken cancellation)
    {
        if (hint is not null)
        {
            (Variable Variable, double Value)[] near =
            [
                .. _used.Select(u => (u.Value, (double)Math.Clamp(hint.Used.GetValueOrDefault(u.Key), _columns[u.Key].Least, _columns[u.Key].Most))),
                .. _steps.Select(s => (s.Variable, s.Count < _model.Functions[s.Function].Base + hint.Sums[_model.FirstFunction + s.Function] ? 1.0 : 0)),
            ];
            _solver.SetHint([.. near.Select(n => n.Variable)], [.. near.Select(n => n.Value)]);
        }

        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-9);
        if (limit.Seconds is { } seconds)
        {
            _solver.SetTimeLimit((long)(1000 * Math.Clamp(seconds, 0.05, 1e6)));
        }

        _solver.SetSolverSpecificParametersAsString(FormattableString.Invariant($"randomization/randomseedshift = {limit.Seed}\n") + (limit.Nodes is { } nodes ? FormattableString.Invariant($"limits/nodes = {nodes}\n") : ""));
        using var stop = cancellation.Register(() => _solver.InterruptSolve());
        var status = _solver.Solve(parameters);
        var constant = _level switch { RotationLevel.Shortfall => _constants[0], RotationLevel.Disparity => _constants[1], _ => 0 };
        return status switch
        {
            Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE => new WholeAnswer(
                new FlowSolution(_model, _used.ToDictionary(u => u.Key, u => (int)Math.Round(u.Value.SolutionValue()))),
                constant + (long)Math.Ceiling((_solver.Objective().BestBound() * _goal.Unit) - (1e-4 * _goal.Unit)),
                false),
            Solver.ResultStatus.INFEASIBLE => WholeAnswer.Nothing,
            _ => new WholeAnswer(null, long.MinValue, false),
        };
    }

    private void Add(FlowColumn column, int least, int most)
    {
        var terms = new List<(int Row, long By)>();
        var variable = _solver.MakeIntVar(least, most, "");
        _used.Add(column, variable);
        _model.Coefficients(column, terms);
        foreach (var row in terms.GroupBy(t => t.Row, t => t.By))
        {
            var by = row.Sum();
            (_rows.TryGetValue(row.Key, out var at) ? at : _rows[row.Key] = Free()).SetCoefficient(variable, by / _model.ScaleOf(row.Key));
            var (low, high) = _reach.GetValueOrDefault(row.Key);
            _reach[row.Key] = (low + Math.Min(by * least, by * most), high + Math.Max(by * least, by * most));
        }

        if (_goal.OfRow(_model) is { } goal)
        {
            _solver.Objective().SetCoefficient(variable, terms.Where(t => t.Row == goal).Sum(t => t.By) / _goal.Unit);
        }
    }

    /// <returns>False when no use of the columns keeps the rule.</returns>
    private bool Keep(int row)
    {
        var (lower, upper) = (_model.Rows[row].Lower, _model.Rows[row].Upper);
        for (var earlier = RotationLevel.Compelled; earlier < _level; earlier++)
        {
            upper = _model.RowOf(earlier) == row ? Math.Min(upper, _limits[(int)earlier]) : upper;
        }

        if (!_rows.TryGetValue(row, out var constraint))
        {
            return lower <= 0 && upper >= 0;
        }

        constraint.SetBounds(lower == long.MinValue ? double.NegativeInfinity : lower / _model.ScaleOf(row), upper == long.MaxValue ? double.PositiveInfinity : upper / _model.ScaleOf(row));
        return lower <= upper;
    }

    /// <summary>The count of a place and what it costs.</summary>
    /// <returns>False when no use of the columns gives a count that may be.</returns>
    private bool Count(int at, int row, Variable? worst)
    {
        var function = _model.Functions[at];
        var (low, high) = _reach.GetValueOrDefault(row);
        var subject = function.Kind == FlowFunctionKind.Subject;
        var least = subject && _level > RotationLevel.Worst ? RelaxedGoal.Needed(_model, function, _limits[(int)RotationLevel.Worst]) : 0;
        var floor = Math.Max(Math.Max(function.Base + low, _face.Floor[at]), least);
        var ceiling = Math.Min(function.Base + high, _face.Ceiling[at]);
        if (floor > ceiling)
        {
            return false;
        }

        _constants[(int)function.Kind] += function.Of((int)floor);
        var lacking = subject && worst is not null ? _solver.MakeConstraint(_model.Problem.Places[function.Place].Need[function.Index] - (100 * floor), double.PositiveInfinity) : null;
        lacking?.SetCoefficient(worst, 1);
        if (!_rows.TryGetValue(row, out var count))
        {
            return true;
        }

        count.SetBounds(floor - function.Base, floor - function.Base);
        var kind = subject ? RotationLevel.Shortfall : RotationLevel.Disparity;
        for (var n = (int)floor; n < ceiling; n++)
        {
            var step = _solver.MakeNumVar(0, 1, "");
            var cost = function.Steps[Math.Min(n - function.Least, function.Steps.Length - 1)];
            count.SetCoefficient(step, -1);
            lacking?.SetCoefficient(step, 100);
            _sums[(int)function.Kind].SetCoefficient(step, cost / RelaxedGoal.Scale(kind));
            if (kind == _level)
            {
                _solver.Objective().SetCoefficient(step, cost / _goal.Unit);
            }

            _steps.Add((step, at, n));
        }

        return true;
    }

    private Constraint Free() => _solver.MakeConstraint(double.NegativeInfinity, double.PositiveInfinity);
}
