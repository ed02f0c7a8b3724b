using Xueheng.Engines.Location.Lagrange;
using Xueheng.Engines.Location.Search;

namespace Xueheng.Engines.Location.Areas;

/// <summary>
/// Two bounds of areas of facilities that are all open, and what each says a unit in an area costs at least: areas whole but not connected (Lagrangean,
/// with knapsacks), and connected but with units split.
/// </summary>
internal sealed class AreaBounds
{
    private const int Steps = 600;
    private const int Climbs = 3;
    private const int Halvings = 12;

    private readonly LocationInstance _instance;
    private readonly Meter _meter;
    private readonly Arcs _arcs;
    private double[] _multipliers;
    private SplitAreas? _split;
    private int[]? _order;
    private double _climbed = double.NegativeInfinity;

    public AreaBounds(LocationInstance instance, Meter meter)
    {
        (_instance, _meter, _arcs) = (instance, meter, Arcs.Nearest(instance, instance.Facilities));
        _multipliers = [.. Enumerable.Range(0, instance.Units).Select(i => _arcs.Cost[Math.Min(_arcs.UnitStart[i] + 1, _arcs.UnitStart[i + 1] - 1)])];
    }

    public IReadOnlyList<Separator> Separators => _split?.Separators ?? [];

    public void Climb(Incumbent best)
    {
        for (var round = 0; round < Climbs && !_meter.Over; round++)
        {
            var ascent = new Ascent(_arcs, new Relaxation(_arcs, 1), _multipliers);
            for (var s = 0; s < Steps && !ascent.Settled && !_meter.Over; s++)
            {
                ascent.Step(best.Any ? Math.Min(best.Cost, ascent.Bound + (0.005 * Math.Abs(ascent.Bound))) : ascent.Bound + (0.01 * Math.Abs(ascent.Bound)));
                _meter.Spend(Work.OfStep(_arcs));
            }

            (_multipliers, _climbed) = (ascent.Multipliers, Math.Max(_climbed, ascent.Bound));
        }

        best.Raise(_climbed);
    }

    public void Split(Incumbent best)
    {
        _split = SplitAreas.Run(_instance, (_, _) => true, null, () => _meter.Over);
        _order = null;
        _meter.Spend(_arcs.Count * 0.1);
        if (_split is not null)
        {
            best.Raise(_split.Bound);
        }
    }

    /// <summary>The arcs likeliest to be used, about so many a unit.</summary>
    public bool[,] Near(double arcsOfUnit)
    {
        var near = new bool[_instance.Units, _instance.Facilities];
        _order ??= Ordered();
        foreach (var a in _order.Take((int)Math.Min(_arcs.Count, arcsOfUnit * _instance.Units)))
        {
            near[_arcs.Unit[a], _arcs.Facility[a]] = true;
        }

        return near;
    }

    private int[] Ordered()
    {
        var dear = new double[_arcs.Count];
        for (var a = 0; a < dear.Length; a++)
        {
            dear[a] = _split is null ? _arcs.Cost[a] - _arcs.Cost[_arcs.UnitStart[_arcs.Unit[a]]] : _split.Reduced[_arcs.Unit[a], _arcs.Facility[a]];
        }

        return [.. Enumerable.Range(0, dear.Length).OrderBy(a => dear[a]).ThenBy(a => a)];
    }

    /// <summary>The arcs that answers below a target can use; the target such that there are about so many, at most the cutoff.</summary>
    public (double Target, bool[,] Allowed) Below(double arcsOfUnit, double cutoff)
    {
        var bound = Math.Max(_climbed, _split?.Bound ?? double.NegativeInfinity);
        var (low, high) = (bound, Math.Min(cutoff, bound + Math.Max(1e-6, Math.Abs(bound) * 0.2)));
        var (allowed, count) = At(high);
        if (count <= arcsOfUnit * _instance.Units)
        {
            return (high, allowed);
        }

        for (var k = 0; k < Halvings; k++)
        {
            var middle = (low + high) / 2;
            (allowed, count) = At(middle);
            (low, high) = count > arcsOfUnit * _instance.Units ? (low, middle) : (middle, high);
        }

        return (high, At(high).Allowed);
    }

    private (bool[,] Allowed, int Count) At(double target)
    {
        var relaxation = new Relaxation(_arcs, 1);
        new ReduceByBound(_arcs, relaxation).Run(_multipliers, target);
        var (allowed, count) = (new bool[_instance.Units, _instance.Facilities], 0);
        for (var a = 0; a < _arcs.Count; a++)
        {
            var (i, j) = (_arcs.Unit[a], _arcs.Facility[a]);
            allowed[i, j] = !relaxation.Banned[a] && (_split is null || _split.Bound + _split.Reduced[i, j] < target);
            count += allowed[i, j] ? 1 : 0;
        }

        return (allowed, count);
    }
}
