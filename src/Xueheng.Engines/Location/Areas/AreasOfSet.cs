using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.Areas;

/// <summary>A set of open facilities as an instance of its own, all of them open and opening free, and what is known of its areas.</summary>
internal sealed class AreasOfSet
{
    private readonly LocationInstance _part;
    private readonly Incumbent _best;
    private readonly int[] _facilities;
    private readonly double _fixed;
    private readonly double _first;

    /// <param name="bound">No answer with this set costs less.</param>
    public AreasOfSet(LocationInstance whole, bool[] open, double bound)
    {
        (Open, _first) = (open, bound);
        _facilities = [.. Enumerable.Range(0, open.Length).Where(j => open[j])];
        _fixed = _facilities.Sum(whole.FixedCost);
        var costs = new double[whole.Units, _facilities.Length];
        for (var i = 0; i < whole.Units; i++)
        {
            for (var s = 0; s < _facilities.Length; s++)
            {
                costs[i, s] = whole.Cost(i, _facilities[s]);
            }
        }

        _part = new LocationInstance(
            whole.Demands.ToArray(), [.. _facilities.Select(j => whole.Facility(j) with { FixedCost = 0 })], CostTable.Of(costs), _facilities.Length, whole.Places.ToArray(),
            [.. Enumerable.Range(0, whole.Units).Select(i => whole.Neighbours(i).ToArray())]);
        _best = new Incumbent(_part);
    }

    public bool[] Open { get; }

    /// <summary>No answer with this set costs less; infinite when it cannot serve all.</summary>
    public double Bound => Hopeless ? double.PositiveInfinity : Math.Max(_first, _best.Bound + _fixed);

    /// <summary>True when its areas cannot reach every unit.</summary>
    public bool Hopeless { get; private set; }

    /// <summary>The best cost found; infinite while there is none.</summary>
    public double Cost => _best.Cost + _fixed;

    public bool Proven => _best.Proven || Hopeless;

    /// <summary>The assignment of the best cost, to facilities of the whole instance.</summary>
    public int[] Assign() => [.. _best.Assign.Select(s => _facilities[s])];

    /// <summary>Takes an assignment of the whole instance to this set as known.</summary>
    public void Know(int[] assign, double cost)
    {
        var slot = _facilities.Select((j, s) => (j, s)).ToDictionary(x => x.j, x => x.s);
        _best.Offer(cost - _fixed, [.. assign.Select(j => slot[j])], [.. _facilities.Select(_ => true)]);
    }

    public void Improve(Budget budget, CancellationToken cancellation)
    {
        Hopeless = FirstAreas.Grow(_part, [.. _facilities.Select(_ => true)]) is null;
        if (!Proven)
        {
            new FindAreas(_part, _best, new Meter(budget, cancellation), budget).Run((ulong)budget.Seed * 7_919);
        }
    }
}
