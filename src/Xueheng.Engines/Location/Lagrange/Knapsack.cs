namespace Xueheng.Engines.Location.Lagrange;

/// <summary>
/// The 0/1 knapsack, exact by depth-first branch and bound over items in order of value per weight (Horowitz and Sahni 1974) up to a number of nodes,
/// and above that a bound. One instance serves one thread.
/// </summary>
internal sealed class Knapsack(int mostItems)
{
    private const double Tiny = 1e-9;

    private readonly double[] _ratio = new double[mostItems];
    private readonly double[] _value = new double[mostItems + 1];
    private readonly int[] _weight = new int[mostItems + 1];
    private readonly bool[] _taken = new bool[mostItems];
    private readonly int[] _order = new int[mostItems];
    private int _count;

    /// <summary>Items put in since <see cref="Clear"/>: their own numbers, in any order.</summary>
    private readonly int[] _item = new int[mostItems];
    private readonly double[] _givenValue = new double[mostItems];
    private readonly int[] _givenWeight = new int[mostItems];

    /// <summary>Items of the best filling found; valid until the next call.</summary>
    public ReadOnlySpan<int> Chosen => _chosen.AsSpan(0, _chosenCount);

    /// <summary>Value of the best filling found.</summary>
    public double Value { get; private set; }

    /// <summary>Value of the continuous problem.</summary>
    public double Relaxed { get; private set; }

    private readonly int[] _chosen = new int[mostItems];
    private int _chosenCount;

    public void Clear() => _count = 0;

    /// <param name="value">Only items of positive value are worth putting in.</param>
    public void Put(int item, double value, int weight)
    {
        (_item[_count], _givenValue[_count], _givenWeight[_count]) = (item, value, weight);
        _ratio[_count] = weight == 0 ? double.NegativeInfinity : -value / weight;
        _order[_count] = _count;
        _count++;
    }

    /// <returns>No filling is worth more than this; equal to <see cref="Value"/> when proven.</returns>
    public double Solve(int capacity, int mostNodes)
    {
        Array.Sort(_ratio, _order, 0, _count);
        for (var k = 0; k < _count; k++)
        {
            var at = _order[k];
            (_value[k], _weight[k]) = (_givenValue[at], _givenWeight[at]);
        }

        (_value[_count], _weight[_count]) = (0, int.MaxValue);
        return Search(capacity, mostNodes);
    }

    private double Search(int capacity, int mostNodes)
    {
        var (best, current, left, at, nodes) = (-1.0, 0.0, capacity, 0, 0);
        var (value, weight, taken) = (_value, _weight, _taken);
        Relaxed = -1;
        while (true)
        {
            var (ahead, room, to) = (current, left, at);
            while (weight[to] <= room)
            {
                room -= weight[to];
                ahead += value[to];
                to++;
            }

            var bound = to < _count ? ahead + (room * value[to] / weight[to]) : ahead;
            if (Relaxed < 0)
            {
                Relaxed = bound;
            }

            if (bound > best + Tiny)
            {
                for (; at < to; at++)
                {
                    taken[at] = true;
                }

                (current, left) = (ahead, room);
                if (at < _count)
                {
                    taken[at++] = false;
                    if (at < _count)
                    {
                        continue;
                    }
                }

                if (current > best)
                {
                    best = current;
                    Keep();
                }
            }

            if (++nodes > mostNodes)
            {
                Value = best;
                return Relaxed;
            }

            at--;
            while (at >= 0 && !taken[at])
            {
                at--;
            }

            if (at < 0)
            {
                Value = best;
                return best;
            }

            taken[at] = false;
            current -= value[at];
            left += weight[at];
            at++;
        }
    }

    private void Keep()
    {
        _chosenCount = 0;
        for (var k = 0; k < _count; k++)
        {
            if (_taken[k])
            {
                _chosen[_chosenCount++] = _item[_order[k]];
            }
        }
    }
}
