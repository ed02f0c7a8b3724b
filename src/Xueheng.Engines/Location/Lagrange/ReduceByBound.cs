namespace Xueheng.Engines.Location.Lagrange;

/// <summary>
/// Closes, opens and bans what no answer below a known cost can do otherwise: the bound with one thing forced is already above it. What is left
/// holds every answer that is cheaper.
/// </summary>
internal sealed class ReduceByBound
{
    private readonly Arcs _arcs;
    private readonly Relaxation _relaxation;
    private readonly (double Ratio, double Value, int Weight, int Arc)[] _items;

    public ReduceByBound(Arcs arcs, Relaxation relaxation)
    {
        (_arcs, _relaxation) = (arcs, relaxation);
        var most = 0;
        for (var j = 0; j < arcs.Instance.Facilities; j++)
        {
            most = Math.Max(most, arcs.FacilityStart[j + 1] - arcs.FacilityStart[j]);
        }

        _items = new (double, double, int, int)[most];
    }

    /// <param name="multipliers">Where the relaxation is evaluated.</param>
    /// <param name="cutoff">Only answers that cost less than this matter.</param>
    /// <returns>The bound there; above the cutoff nothing is left at all.</returns>
    public double Run(double[] multipliers, double cutoff)
    {
        var bound = _relaxation.Evaluate(multipliers);
        if (bound >= cutoff)
        {
            return bound;
        }

        var (last, first) = _relaxation.Margin;
        for (var j = 0; j < _arcs.Instance.Facilities; j++)
        {
            if (_relaxation.Forced[j] < 0)
            {
                continue;
            }

            var worth = _relaxation.Worth[j];
            if (_relaxation.Forced[j] == 0)
            {
                if (_relaxation.Opened[j] && bound + Math.Max(0, first - worth) >= cutoff)
                {
                    _relaxation.Forced[j] = 1;
                }
                else if (!_relaxation.Opened[j] && bound + Math.Max(0, worth - last) >= cutoff)
                {
                    _relaxation.Forced[j] = -1;
                    continue;
                }
            }

            // What the whole costs once j is open, less what j's filling is worth.
            var rest = bound - (_relaxation.Opened[j] ? worth : last) + _arcs.Instance.FixedCost(j);
            BanArcs(j, multipliers, rest, cutoff);
        }

        return bound;
    }

    private void BanArcs(int j, double[] multipliers, double rest, double cutoff)
    {
        var (instance, count) = (_arcs.Instance, 0);
        var capacity = instance.Capacity(j);
        for (var at = _arcs.FacilityStart[j]; at < _arcs.FacilityStart[j + 1]; at++)
        {
            var arc = _arcs.OfFacility[at];
            var (value, weight) = (multipliers[_arcs.Unit[arc]] - _arcs.Cost[arc], instance.Demand(_arcs.Unit[arc]));
            if (!_relaxation.Banned[arc] && weight > capacity)
            {
                _relaxation.Banned[arc] = true;
            }
            else if (!_relaxation.Banned[arc] && value > 0)
            {
                _items[count++] = (weight == 0 ? double.PositiveInfinity : value / weight, value, weight, arc);
            }
        }

        var items = _items.AsSpan(0, count);
        items.Sort((a, b) => b.Ratio.CompareTo(a.Ratio));
        for (var at = _arcs.FacilityStart[j]; at < _arcs.FacilityStart[j + 1]; at++)
        {
            var arc = _arcs.OfFacility[at];
            if (_relaxation.Banned[arc])
            {
                continue;
            }

            var (value, weight) = (multipliers[_arcs.Unit[arc]] - _arcs.Cost[arc], instance.Demand(_arcs.Unit[arc]));
            if (rest - value - Filled(items, capacity - weight, arc) >= cutoff)
            {
                _relaxation.Banned[arc] = true;
            }
        }
    }

    /// <summary>The continuous value of a knapsack without one of its items.</summary>
    private static double Filled(ReadOnlySpan<(double Ratio, double Value, int Weight, int Arc)> items, int room, int without)
    {
        var sum = 0.0;
        foreach (ref readonly var item in items)
        {
            if (item.Arc == without)
            {
                continue;
            }

            if (item.Weight > room)
            {
                return sum + (item.Ratio * room);
            }

            room -= item.Weight;
            sum += item.Value;
        }

        return sum;
    }
}
