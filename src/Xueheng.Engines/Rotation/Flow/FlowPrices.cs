namespace Xueheng.Engines.Rotation.Flow;

/// <summary>
/// Prices of rows under a goal, and what follows from them alone: reduced costs, a bound, what can be ruled out. With rules, counts and limits priced, every group and every
/// place chooses for itself, so the sum of their least is below every answer (Lagrangean relaxation); groups' own prices are the least that fits.
/// </summary>
internal sealed class FlowPrices
{
    private readonly FlowModel _model;
    private readonly RelaxedGoal _goal;
    private readonly double[] _rows;
    private readonly double[] _limits;
    private readonly List<(int Row, long By)> _scratch = [];

    /// <param name="rows">Of each row of the model; those of groups are not looked at.</param>
    /// <param name="limits">Of the limits on shortfall and disparity, not positive.</param>
    public FlowPrices(FlowModel model, RelaxedGoal goal, double[] rows, double[] limits)
    {
        (_model, _goal, _rows, _limits) = (model, goal, rows, limits);
        for (var r = model.MovesRow; r < rows.Length; r++)
        {
            // A rule without an end on that side cannot be worth anything there.
            var ends = rows[r] > 0 ? model.Rows[r].Lower != long.MinValue : model.Rows[r].Upper != long.MaxValue || Limited(r);
            rows[r] = ends ? rows[r] : 0;
        }
    }

    public static FlowPrices Of(FlowModel model, RelaxedGoal goal, LevelPrices kept)
    {
        var rows = new double[model.Rows.Length];
        for (var f = 0; f < model.Functions.Count; f++)
        {
            var function = model.Functions[f];
            rows[model.FirstFunction + f] = function.Kind == FlowFunctionKind.Subject
                ? kept.Subjects[(function.Place * model.Problem.Subjects) + function.Index]
                : kept.Indicators[(function.Place * model.Problem.Indicators) + function.Index];
        }

        for (var r = model.MovesRow; r < rows.Length; r++)
        {
            rows[r] = kept.Others[r - model.MovesRow];
        }

        return new FlowPrices(model, goal, rows, [.. kept.Limits]);
    }

    public LevelPrices Keep()
    {
        var (subjects, indicators) = (new double[_model.Problem.Places.Count * _model.Problem.Subjects], new double[_model.Problem.Places.Count * _model.Problem.Indicators]);
        for (var f = 0; f < _model.Functions.Count; f++)
        {
            var function = _model.Functions[f];
            var (into, width) = function.Kind == FlowFunctionKind.Subject ? (subjects, _model.Problem.Subjects) : (indicators, _model.Problem.Indicators);
            into[(function.Place * width) + function.Index] = _rows[_model.FirstFunction + f];
        }

        return new LevelPrices(subjects, indicators, _rows[_model.MovesRow..], _limits);
    }

    /// <summary>The reduced cost of a column, its group's own price left out; in the goal's scale.</summary>
    public double Reduced(FlowColumn column)
    {
        _scratch.Clear();
        _model.Coefficients(column, _scratch);
        var cost = _goal.OfColumn(_model, _scratch);
        foreach (var (row, by) in _scratch)
        {
            cost -= row < _model.FirstFunction ? 0 : _rows[row] * by;
        }

        return cost;
    }

    /// <summary>The bound of these prices within what is left, in the level's unit.</summary>
    /// <param name="limits">Values of the levels before.</param>
    /// <returns>The bound, and the price of each group.</returns>
    public (double Bound, double[] Groups) Bound(FlowFace face, IReadOnlyList<long> limits)
    {
        var bound = _goal.Constant(_model);
        var groups = new double[_model.Groups.Count];
        for (var g = 0; g < groups.Length; g++)
        {
            var least = face.Columns[g].Select(Reduced).DefaultIfEmpty(0).Min();
            groups[g] = _model.Groups[g].Least > 0 ? least : Math.Min(0, least);
            bound += groups[g] * _model.Groups[g].Supply;
        }

        for (var r = _model.MovesRow; r < _rows.Length; r++)
        {
            if (_rows[r] != 0)
            {
                var (lower, upper) = (_model.Rows[r].Lower, Upper(r, limits));
                bound += _rows[r] > 0
                    ? lower == long.MinValue ? double.NegativeInfinity : _rows[r] * lower
                    : upper == long.MaxValue ? double.NegativeInfinity : _rows[r] * upper;
            }
        }

        foreach (var (at, level) in new[] { RotationLevel.Shortfall, RotationLevel.Disparity }.Index())
        {
            if (_limits[at] < 0)
            {
                var constant = _model.Functions.Where(f => (int)f.Kind == at).Sum(f => f.AtLeast);
                bound += _limits[at] * (limits[(int)level] - constant) / RelaxedGoal.Scale(level);
            }
        }

        for (var f = 0; f < _model.Functions.Count; f++)
        {
            var function = _model.Functions[f];
            bound += _rows[_model.FirstFunction + f] * (function.Least - function.Base);
            for (var n = function.Least; n < face.Ceiling[f]; n++)
            {
                var step = Step(f, n);
                bound += n < face.Floor[f] || step < 0 ? step : 0;
            }
        }

        return (bound * _goal.Unit, groups);
    }

    /// <summary>Rules out every column and every count that no answer of at most <paramref name="value"/> can have.</summary>
    public void Prune(FlowFace face, IReadOnlyList<long> limits, long value)
    {
        var (bound, groups) = Bound(face, limits);
        var room = ((value - bound) / _goal.Unit) + 1e-6;
        if (!double.IsFinite(room))
        {
            return;
        }

        for (var g = 0; g < groups.Length; g++)
        {
            face.Columns[g].RemoveAll(c => Reduced(c) - groups[g] > room);
        }

        for (var f = 0; f < _model.Functions.Count; f++)
        {
            var (floor, ceiling) = (face.Floor[f], face.Ceiling[f]);
            for (var n = floor; n < ceiling; n++)
            {
                var step = Step(f, n);
                if (step > room)
                {
                    face.Ceiling[f] = n;
                    break;
                }

                if (step < -room)
                {
                    face.Floor[f] = n + 1;
                }
            }
        }
    }

    private bool Limited(int row)
    {
        for (var earlier = RotationLevel.Compelled; earlier < (_goal.Level ?? RotationLevel.Compelled); earlier++)
        {
            if (_model.RowOf(earlier) == row)
            {
                return true;
            }
        }

        return false;
    }

    private long Upper(int row, IReadOnlyList<long> limits)
    {
        var upper = _model.Rows[row].Upper;
        for (var earlier = RotationLevel.Compelled; earlier < (_goal.Level ?? RotationLevel.Compelled); earlier++)
        {
            upper = _model.RowOf(earlier) == row ? Math.Min(upper, limits[(int)earlier]) : upper;
        }

        return upper;
    }

    /// <summary>The reduced cost of one more than <paramref name="count"/>.</summary>
    private double Step(int at, int count)
    {
        var function = _model.Functions[at];
        var step = Math.Min(count - function.Least, function.Steps.Length - 1);
        var level = function.Kind == FlowFunctionKind.Subject ? RotationLevel.Shortfall : RotationLevel.Disparity;
        return _goal.OfStep(_model, function, step) + _rows[_model.FirstFunction + at] - (_limits[(int)function.Kind] * function.Steps[step] / RelaxedGoal.Scale(level));
    }
}
