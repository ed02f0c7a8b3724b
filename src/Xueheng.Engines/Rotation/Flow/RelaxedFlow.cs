using Google.OrTools.LinearSolver;

namespace Xueheng.Engines.Rotation.Flow;

/// <summary>What the relaxation found.</summary>
/// <param name="Bound">No whole answer has less; in the unit of the level.</param>
/// <param name="Values">How much of each column is used; those not named are not.</param>
/// <param name="Prices">Of the last round.</param>
internal sealed record RelaxedAnswer(double Bound, double Value, IReadOnlyDictionary<FlowColumn, double> Values, FlowPrices Prices);

/// <summary>
/// The rotation with fractions of people: a linear programme whose columns are made as their prices ask for them. Convex costs stand as steps of width
/// one, exact at whole counts. The bound holds whenever it is read: value + Σ over groups of supply × least reduced cost.
/// </summary>
internal sealed class RelaxedFlow : IDisposable
{
    private const double Tolerance = 1e-7;
    private const int NearestFirst = 4;
    private const int EachRound = 8;

    private readonly FlowModel _model;
    private readonly FlowFace _face;
    private readonly Solver _solver;
    private readonly Constraint[] _rows;
    private readonly List<Variable>[] _steps;
    private readonly List<Variable> _slack = [];
    private readonly Dictionary<FlowColumn, Variable> _columns = [];
    private readonly Constraint[] _limits;
    private readonly List<(int Row, long By)> _scratch = [];

    private RelaxedGoal _goal = RelaxedGoal.Violation;

    public RelaxedFlow(FlowModel model, FlowFace face)
    {
        (_model, _face) = (model, face);
        _solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("GLOP is not there.");
        _rows = [.. model.Rows.Select(Row)];
        _limits = [_solver.MakeConstraint(), _solver.MakeConstraint()];
        _steps = [.. model.Functions.Select(Steps)];
        foreach (var (row, at) in model.Rows.Select((r, i) => (r, i)).Where(r => r.i >= model.Groups.Count))
        {
            Slack(at, row);
        }

        for (var g = 0; g < model.Groups.Count; g++)
        {
            foreach (var column in face.Columns[g].OrderBy(Length).Take(NearestFirst))
            {
                Add(column);
            }
        }
    }

    public int Columns => _columns.Count;

    public void Dispose() => _solver.Dispose();

    public void Add(FlowColumn column)
    {
        if (_columns.ContainsKey(column))
        {
            return;
        }

        var variable = _solver.MakeNumVar(0, double.PositiveInfinity, "");
        _columns.Add(column, variable);
        _scratch.Clear();
        _model.Coefficients(column, _scratch);
        foreach (var row in _scratch.GroupBy(r => r.Row, r => r.By))
        {
            _rows[row.Key].SetCoefficient(variable, row.Sum() / _model.ScaleOf(row.Key));
        }

        _solver.Objective().SetCoefficient(variable, _goal.OfColumn(_model, _scratch));
    }

    /// <summary>From now on a level must not be above a value.</summary>
    public void Limit(RotationLevel level, long value)
    {
        switch (level)
        {
            case RotationLevel.Shortfall or RotationLevel.Disparity:
                var kind = level == RotationLevel.Shortfall ? FlowFunctionKind.Subject : FlowFunctionKind.Disparity;
                var constant = _model.Functions.Where(f => f.Kind == kind).Sum(f => f.AtLeast);
                _limits[(int)kind].SetUb((value - constant + 0.01) / RelaxedGoal.Scale(level));
                break;
            case RotationLevel.Worst:
                _face.Spare(_model, value);
                for (var f = 0; f < _steps.Length; f++)
                {
                    Raise(f, _face.Floor[f]);
                }

                break;
            default:
                var row = _model.RowOf(level);
                _rows[row].SetUb(Math.Min(value, _model.Rows[row].Upper) / _model.ScaleOf(row));
                break;
        }
    }

    /// <param name="stop">Asked between rounds with value and bound so far, in the level's unit; a stopped answer is not complete but its bound holds.</param>
    public RelaxedAnswer Minimise(RelaxedGoal goal, Func<double, double, bool> stop)
    {
        Aim(goal);
        var best = double.NegativeInfinity;
        while (true)
        {
            if (!Solved())
            {
                return new RelaxedAnswer(best * goal.Unit, double.PositiveInfinity, new Dictionary<FlowColumn, double>(), new FlowPrices(_model, goal, new double[_rows.Length], [0, 0]));
            }

            var duals = _rows.Select((r, i) => r.DualValue() / _model.ScaleOf(i)).ToArray();
            var prices = new FlowPrices(_model, goal, duals, [Math.Min(0, _limits[0].DualValue()), Math.Min(0, _limits[1].DualValue())]);
            var (more, gain) = Price(prices, duals);
            var value = _solver.Objective().Value() + goal.Constant(_model);
            best = Math.Max(best, value + gain);
            if (more.Count == 0 || stop(value * goal.Unit, best * goal.Unit))
            {
                var values = _columns.Select(c => (c.Key, Value: c.Value.SolutionValue())).Where(c => c.Value > 1e-9).ToDictionary(c => c.Key, c => c.Value);
                return new RelaxedAnswer(best * goal.Unit, value * goal.Unit, values, prices);
            }

            more.ForEach(Add);
        }
    }

    /// <summary>Takes over what has been ruled out.</summary>
    public void Follow()
    {
        foreach (var (column, variable) in _columns.Where(c => !_face.Columns[c.Key.Group].Contains(c.Key)))
        {
            variable.SetUb(0);
        }

        for (var f = 0; f < _steps.Length; f++)
        {
            Raise(f, _face.Floor[f]);
            for (var s = Math.Max(0, _face.Ceiling[f] - _model.Functions[f].Least); s < _steps[f].Count; s++)
            {
                _steps[f][s].SetUb(0);
            }
        }
    }

    /// <summary>Begins anew once where the simplex method lost its way; a level then goes without a bound rather than with a wrong one.</summary>
    private bool Solved()
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (_solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE)
            {
                return true;
            }

            _solver.Reset();
        }

        return false;
    }

    private (List<FlowColumn> More, double Gain) Price(FlowPrices prices, double[] groups)
    {
        var more = new List<FlowColumn>();
        var gain = 0.0;
        for (var g = 0; g < _model.Groups.Count; g++)
        {
            var good = _face.Columns[g].Select(c => (Column: c, Cost: prices.Reduced(c) - groups[g])).Where(c => c.Cost < -Tolerance).OrderBy(c => c.Cost).ToList();
            if (good.Count > 0)
            {
                gain += good[0].Cost * _model.Groups[g].Supply;
                more.AddRange(good.Select(c => c.Column).Where(c => !_columns.ContainsKey(c)).Take(EachRound));
            }
        }

        return (more, gain);
    }

    private void Aim(RelaxedGoal goal)
    {
        _goal = goal;
        var objective = _solver.Objective();
        objective.Clear();
        objective.SetMinimization();
        foreach (var slack in _slack)
        {
            slack.SetUb(goal.IsViolation ? double.PositiveInfinity : 0);
            objective.SetCoefficient(slack, goal.IsViolation ? 1 : 0);
        }

        for (var f = 0; f < _steps.Length; f++)
        {
            for (var s = 0; s < _steps[f].Count; s++)
            {
                if (goal.OfStep(_model, _model.Functions[f], s) is var cost and not 0)
                {
                    objective.SetCoefficient(_steps[f][s], cost);
                }
            }
        }

        if (goal.OfRow(_model) is { } row)
        {
            foreach (var (column, variable) in _columns)
            {
                _scratch.Clear();
                _model.Coefficients(column, _scratch);
                objective.SetCoefficient(variable, goal.OfColumn(_model, _scratch));
            }
        }
    }

    private Constraint Row(FlowRow row, int at)
    {
        var function = at - _model.FirstFunction;
        if (function >= 0 && function < _model.Functions.Count)
        {
            var difference = _model.Functions[function].Least - _model.Functions[function].Base;
            return _solver.MakeConstraint(difference, difference);
        }

        return _solver.MakeConstraint(
            row.Lower == long.MinValue ? double.NegativeInfinity : row.Lower / _model.ScaleOf(at), row.Upper == long.MaxValue ? double.PositiveInfinity : row.Upper / _model.ScaleOf(at));
    }

    private List<Variable> Steps(FlowFunction function, int at)
    {
        var turn = Array.FindIndex(function.Steps, s => s > 0);
        var kept = function.Kind == FlowFunctionKind.Subject || turn < 0
            ? function.Steps.Length
            : Math.Min(function.Steps.Length, Math.Max(turn, function.Base - function.Least) + 12);
        var level = function.Kind == FlowFunctionKind.Subject ? RotationLevel.Shortfall : RotationLevel.Disparity;
        var steps = new List<Variable>(kept);
        for (var s = 0; s < kept; s++)
        {
            var last = s == kept - 1;
            var step = _solver.MakeNumVar(!last && function.Least + s < function.Floor ? 1 : 0, last ? double.PositiveInfinity : 1, "");
            _rows[_model.FirstFunction + at].SetCoefficient(step, -1);
            _limits[(int)function.Kind].SetCoefficient(step, function.Steps[s] / RelaxedGoal.Scale(level));
            steps.Add(step);
        }

        return steps;
    }

    /// <summary>The count of a function must be at least so many: the steps below are taken.</summary>
    private void Raise(int function, int count)
    {
        for (var s = 0; s < _steps[function].Count && _model.Functions[function].Least + s < count; s++)
        {
            _steps[function][s].SetLb(s == _steps[function].Count - 1 ? count - _model.Functions[function].Least - s : 1);
        }
    }

    private void Slack(int at, FlowRow row)
    {
        var function = at >= _model.FirstFunction && at < _model.FirstFunction + _model.Functions.Count;
        if (row.Lower > long.MinValue)
        {
            Slack(at, 1);
        }

        if (row.Upper < long.MaxValue && !function)
        {
            Slack(at, -1);
        }
    }

    private void Slack(int at, double by)
    {
        var slack = _solver.MakeNumVar(0, 0, "");
        _rows[at].SetCoefficient(slack, by);
        _slack.Add(slack);
    }

    private int Length(FlowColumn column)
    {
        var group = _model.Groups[column.Group];
        return (column.To < 0 ? 0 : _model.Problem.Between(group.First.From, column.To)) + (column.Other < 0 ? 0 : _model.Problem.Between(group.Other!.From, column.Other));
    }
}
