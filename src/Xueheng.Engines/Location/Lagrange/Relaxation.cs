namespace Xueheng.Engines.Location.Lagrange;

/// <summary>
/// The Lagrangean relaxation of "every unit is served once": for given multipliers each facility fills a knapsack with the units it would rather
/// serve, and the facilities worth most are opened. Its value is a bound of the instance.
/// </summary>
internal sealed class Relaxation
{
    /// <summary>Above this many nodes a knapsack is bounded by its continuous value instead.</summary>
    private const int MostNodes = 2_000;

    private readonly Arcs _arcs;
    private readonly Knapsack[] _knapsacks;
    private readonly int[] _chosen;
    private readonly int[] _chosenCount;
    private readonly double[] _keys;
    private readonly int[] _order;

    public Relaxation(Arcs arcs, int threads)
    {
        _arcs = arcs;
        var m = arcs.Instance.Facilities;
        var most = 0;
        for (var j = 0; j < m; j++)
        {
            most = Math.Max(most, arcs.FacilityStart[j + 1] - arcs.FacilityStart[j]);
        }

        _knapsacks = [.. Enumerable.Range(0, Math.Max(1, threads)).Select(_ => new Knapsack(most))];
        (_chosen, _chosenCount, Worth, Opened) = (new int[arcs.Count], new int[m], new double[m], new bool[m]);
        (_keys, _order) = (new double[m], new int[m]);
        (Forced, Banned) = (new sbyte[m], new bool[arcs.Count]);
    }

    /// <summary>What opening each facility adds at the multipliers last evaluated: fixed cost less what its units pay.</summary>
    public double[] Worth { get; }

    /// <summary>The facilities opened at the multipliers last evaluated.</summary>
    public bool[] Opened { get; }

    /// <summary>1: open, −1: closed, 0: free; of each facility.</summary>
    public sbyte[] Forced { get; }

    /// <summary>Arcs known not to be used by anything better than what is known.</summary>
    public bool[] Banned { get; }

    /// <summary>The last worth opened and the first not opened, of those free to choose when p are to be opened; both 0 otherwise.</summary>
    public (double Last, double First) Margin { get; private set; }

    /// <summary>The arcs facility j fills its knapsack with.</summary>
    public ReadOnlySpan<int> Chosen(int j) => _chosen.AsSpan(_arcs.FacilityStart[j], _chosenCount[j]);

    /// <returns>A bound of the instance, as far as banned arcs and forced facilities hold.</returns>
    public double Evaluate(double[] multipliers)
    {
        var m = _arcs.Instance.Facilities;
        if (_knapsacks.Length == 1)
        {
            Fill(0, m, _knapsacks[0], multipliers);
        }
        else
        {
            var share = (m + _knapsacks.Length - 1) / _knapsacks.Length;
            Parallel.For(0, _knapsacks.Length, new ParallelOptions { MaxDegreeOfParallelism = _knapsacks.Length }, t => Fill(t * share, Math.Min(m, (t + 1) * share), _knapsacks[t], multipliers));
        }

        var bound = 0.0;
        foreach (var multiplier in multipliers)
        {
            bound += multiplier;
        }

        return bound + Open();
    }

    private void Fill(int from, int to, Knapsack knapsack, double[] multipliers)
    {
        for (var j = from; j < to; j++)
        {
            if (Forced[j] < 0)
            {
                (Worth[j], _chosenCount[j]) = (double.PositiveInfinity, 0);
                continue;
            }

            Worth[j] = _arcs.Instance.FixedCost(j) - FillOne(j, knapsack, multipliers);
            knapsack.Chosen.CopyTo(_chosen.AsSpan(_arcs.FacilityStart[j]));
            _chosenCount[j] = knapsack.Chosen.Length;
        }
    }

    private double FillOne(int j, Knapsack knapsack, double[] multipliers)
    {
        knapsack.Clear();
        var instance = _arcs.Instance;
        var capacity = instance.Capacity(j);
        for (var at = _arcs.FacilityStart[j]; at < _arcs.FacilityStart[j + 1]; at++)
        {
            var arc = _arcs.OfFacility[at];
            var unit = _arcs.Unit[arc];
            var value = multipliers[unit] - _arcs.Cost[arc];
            if (value > 0 && !Banned[arc] && instance.Demand(unit) <= capacity)
            {
                knapsack.Put(arc, value, instance.Demand(unit));
            }
        }

        return knapsack.Solve(capacity, MostNodes);
    }

    /// <summary>Opens what is worth most and says what that adds.</summary>
    private double Open()
    {
        var (instance, sum, free) = (_arcs.Instance, 0.0, 0);
        var left = instance.OpenExactly ?? 0;
        for (var j = 0; j < instance.Facilities; j++)
        {
            Opened[j] = Forced[j] > 0 || (instance.OpenExactly is null && Forced[j] == 0 && Worth[j] < 0);
            if (Opened[j])
            {
                sum += Worth[j];
                left--;
            }

            if (Forced[j] == 0)
            {
                (_keys[free], _order[free]) = (Worth[j], j);
                free++;
            }
        }

        Margin = (0, 0);
        if (instance.OpenExactly is null)
        {
            return sum;
        }

        if (left < 0 || left > free)
        {
            return double.PositiveInfinity;
        }

        Array.Sort(_keys, _order, 0, free);
        for (var k = 0; k < left; k++)
        {
            Opened[_order[k]] = true;
            sum += _keys[k];
        }

        Margin = (left > 0 ? _keys[left - 1] : double.NegativeInfinity, left < free ? _keys[left] : double.PositiveInfinity);
        return sum;
    }
}
