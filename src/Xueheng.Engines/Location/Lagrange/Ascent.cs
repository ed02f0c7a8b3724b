namespace Xueheng.Engines.Location.Lagrange;

/// <summary>
/// Raises the bound: the volume algorithm (Barahona and Anbil 2000), a subgradient method that also averages what the relaxation chooses
/// into a fractional assignment near the optimum of the linear master problem.
/// </summary>
internal sealed class Ascent
{
    private const int Patience = 20;
    private const double LeastStep = 1e-4;

    private readonly Arcs _arcs;
    private readonly Relaxation _relaxation;
    private readonly double[] _trial;
    private readonly double[] _gap;
    private readonly double[] _subgradient;
    private double _step = 0.1;
    private int _red;
    private double _most = 0.1;
    private bool _any;

    public Ascent(Arcs arcs, Relaxation relaxation, double[] start)
    {
        (_arcs, _relaxation, Multipliers) = (arcs, relaxation, start);
        (_trial, _gap, _subgradient) = (new double[start.Length], new double[start.Length], new double[start.Length]);
        (Share, OpenShare) = (new double[arcs.Count], new double[arcs.Instance.Facilities]);
    }

    /// <summary>The multipliers of the best bound.</summary>
    public double[] Multipliers { get; private set; }

    public double Bound { get; private set; } = double.NegativeInfinity;

    /// <summary>How much of each arc's unit it serves, on average.</summary>
    public double[] Share { get; }

    /// <summary>How often each facility was opened, on average.</summary>
    public double[] OpenShare { get; }

    /// <summary>True when steps have become too small to matter.</summary>
    public bool Settled => _step < LeastStep;

    public void Restart(double step) => (_step, _red) = (step, 0);

    /// <summary>One step; the relaxation is left evaluated at the multipliers tried.</summary>
    /// <param name="known">Cost of the best answer known; infinite when none is.</param>
    /// <returns>The bound at the multipliers tried.</returns>
    public double Step(double known)
    {
        if (!_any)
        {
            return First();
        }

        var square = 0.0;
        for (var i = 0; i < _gap.Length; i++)
        {
            square += _gap[i] * _gap[i];
        }

        var target = double.IsFinite(known) ? known : Bound + (0.05 * Math.Abs(Bound)) + 1;
        var size = square < 1e-12 ? 0 : _step * Math.Max(target - Bound, 1e-7 * Math.Abs(target)) / square;
        for (var i = 0; i < _trial.Length; i++)
        {
            _trial[i] = Math.Clamp(Multipliers[i] + (size * _gap[i]), 0, _arcs.Reach[i]);
        }

        var value = _relaxation.Evaluate(_trial);
        Subgradient();
        var inner = 0.0;
        for (var i = 0; i < _gap.Length; i++)
        {
            inner += _gap[i] * _subgradient[i];
        }

        Average(Mix());
        if (value > Bound)
        {
            _red = 0;
            if (inner > 0)
            {
                _step = Math.Min(_step * 1.1, 2);
            }

            Bound = value;
            Array.Copy(_trial, Multipliers, _trial.Length);
        }
        else if (++_red >= Patience)
        {
            (_step, _red) = (_step * 0.66, 0);
            _most = Math.Max(_most * 0.9, 0.01);
        }

        return value;
    }

    private double First()
    {
        _any = true;
        for (var i = 0; i < Multipliers.Length; i++)
        {
            Multipliers[i] = Math.Clamp(Multipliers[i], 0, _arcs.Reach[i]);
        }

        Bound = _relaxation.Evaluate(Multipliers);
        Subgradient();
        Average(1);
        return Bound;
    }

    /// <summary>1 − how often each unit is served by what the relaxation opened.</summary>
    private void Subgradient()
    {
        Array.Fill(_subgradient, 1);
        for (var j = 0; j < _relaxation.Opened.Length; j++)
        {
            if (_relaxation.Opened[j])
            {
                foreach (var arc in _relaxation.Chosen(j))
                {
                    _subgradient[_arcs.Unit[arc]]--;
                }
            }
        }
    }

    /// <summary>The weight of the newest choice that brings the average nearest to serving every unit once, within limits.</summary>
    private double Mix()
    {
        var (over, under) = (0.0, 0.0);
        for (var i = 0; i < _gap.Length; i++)
        {
            var difference = _gap[i] - _subgradient[i];
            over += _gap[i] * difference;
            under += difference * difference;
        }

        return under < 1e-12 ? _most / 10 : Math.Clamp(over / under, _most / 10, _most);
    }

    private void Average(double weight)
    {
        for (var a = 0; a < Share.Length; a++)
        {
            Share[a] *= 1 - weight;
        }

        for (var j = 0; j < OpenShare.Length; j++)
        {
            OpenShare[j] *= 1 - weight;
            if (_relaxation.Opened[j])
            {
                OpenShare[j] += weight;
                foreach (var arc in _relaxation.Chosen(j))
                {
                    Share[arc] += weight;
                }
            }
        }

        for (var i = 0; i < _gap.Length; i++)
        {
            _gap[i] = (weight * _subgradient[i]) + ((1 - weight) * _gap[i]);
        }
    }
}
