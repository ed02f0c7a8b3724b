using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>Looks for the prices whose cut is highest at a point between sets, by subgradients that are averaged.</summary>
internal sealed class RaiseCut(Arcs arcs)
{
    private const double FirstStep = 0.3;
    private const double LeastStep = 1e-4;
    private const double Longer = 1.05;
    private const double Shorter = 0.7;
    private const double Newest = 0.3;
    private const double LeastRise = 1e-5;
    private const int Patience = 8;

    private readonly Relaxation _relaxation = new(arcs, 1);
    private readonly double[] _trial = new double[arcs.Instance.Units];
    private readonly double[] _short = new double[arcs.Instance.Units];
    private readonly double[] _average = new double[arcs.Instance.Units];

    /// <summary>About the milliseconds of one core used so far.</summary>
    public double Work { get; private set; }

    /// <param name="share">How much of each facility is open, 0 to 1.</param>
    /// <param name="start">Prices to start from.</param>
    /// <param name="target">About what the cut may reach there.</param>
    public SetCut Run(double[] share, double[] start, double target, int steps)
    {
        var (best, cut) = (double.NegativeInfinity, new SetCut(0, [], start));
        var (step, red) = (FirstStep, 0);
        for (var i = 0; i < _trial.Length; i++)
        {
            _trial[i] = Math.Clamp(start[i], 0, arcs.Reach[i]);
        }

        for (var s = 0; s < steps && step > LeastStep; s++)
        {
            var value = Value(share, out var paid);
            if (value > best)
            {
                (best, cut, red, step) = (value, new SetCut(paid, [.. _relaxation.Worth], [.. _trial]), 0, Math.Min(2, step * Longer));
            }
            else if (++red >= Patience)
            {
                (step, red) = (step * Shorter, 0);
            }

            var square = 0.0;
            for (var i = 0; i < _average.Length; i++)
            {
                _average[i] = s == 0 ? _short[i] : (Newest * _short[i]) + ((1 - Newest) * _average[i]);
                square += _average[i] * _average[i];
            }

            if (square < 1e-12)
            {
                break;
            }

            var size = step * Math.Max(target - best, LeastRise * Math.Abs(target)) / square;
            for (var i = 0; i < _trial.Length; i++)
            {
                _trial[i] = Math.Clamp(cut.Prices[i] + (size * _average[i]), 0, arcs.Reach[i]);
            }
        }

        return cut;
    }

    /// <summary>The relaxation at the prices tried, and how far each unit is from being served once.</summary>
    private double Value(double[] share, out double paid)
    {
        _relaxation.Evaluate(_trial);
        Work += Search.Work.OfStep(arcs);
        paid = _trial.Sum();
        Array.Fill(_short, 1);
        var value = paid;
        for (var j = 0; j < share.Length; j++)
        {
            if (share[j] > 0)
            {
                value += share[j] * _relaxation.Worth[j];
                foreach (var arc in _relaxation.Chosen(j))
                {
                    _short[arcs.Unit[arc]] -= share[j];
                }
            }
        }

        return value;
    }
}
