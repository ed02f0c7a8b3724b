using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.Areas;

/// <summary>
/// Connected areas of facilities that are all open: bounds with areas not connected, then with units split; annealing; some areas side by side drawn
/// anew again and again; and the whole at once over the arcs that answers just above the bound can use, then a little higher, which proves.
/// </summary>
internal sealed class FindAreas
{
    private const double CoolShare = 0.12;
    private const int Chains = 2;
    private const double NearArcs = 2.5;
    private const double FirstArcsOfUnit = 1.7;
    private const double MoreArcs = 1.25;
    private const double WholeShare = 0.15;
    private const long WholeNodes = 2_000;
    private const double WorkOfNode = 5;
    private const double WorkOfRound = 100;

    private readonly LocationInstance _instance;
    private readonly Incumbent _best;
    private readonly Meter _meter;
    private readonly Budget _budget;
    private readonly AreaBounds _bounds;
    private readonly AreaChains _chains;
    private double _arcsOfUnit = FirstArcsOfUnit;

    public FindAreas(LocationInstance instance, Incumbent best, Meter meter, Budget budget)
    {
        (_instance, _best, _meter, _budget) = (instance, best, meter, budget);
        _bounds = new AreaBounds(instance, meter);
        var open = new bool[instance.Facilities];
        Array.Fill(open, true);
        _chains = new AreaChains(instance, open, best, meter, budget);
    }

    public void Run(ulong seed)
    {
        if (_chains.First is null)
        {
            return;
        }

        _chains.CoolFromHot(Chains, CoolShare, seed);
        _bounds.Climb(_best);
        _bounds.Split(_best);
        var regions = new AreaRegions(_instance, _best, _meter, _budget, seed);
        while (!_meter.Over && !_best.Proven)
        {
            if (_budget.Repeatable || _budget.Threads < 2)
            {
                Take(Whole(_best.Assign));
                Regions(regions, Math.Min(1, _meter.Share + WholeShare), () => false, ++seed);
            }
            else
            {
                var start = _best.Assign;
                var whole = Task.Run(() => Whole(start));
                Regions(regions, 1, () => whole.IsCompleted, ++seed);
                Take(whole.GetAwaiter().GetResult());
            }
        }
    }

    private void Regions(AreaRegions regions, double until, Func<bool> enough, ulong seed)
    {
        while (!_meter.Over && _meter.Share < until && !enough() && !_best.Proven)
        {
            if (!_best.Any)
            {
                _chains.CoolFromHot(Chains, _meter.Share + CoolShare, seed += 1_000);
                continue;
            }

            var near = _bounds.Near(NearArcs);
            regions.Batch((i, j) => near[i, j], _bounds.Separators);
        }
    }

    /// <summary>All areas at once over the arcs below a target.</summary>
    private (double Target, AreaDrawn Drawn) Whole(int[] start)
    {
        var (target, allowed) = _bounds.Below(_arcsOfUnit, _best.Any ? _best.Cutoff : double.PositiveInfinity);
        int[] units = [.. Enumerable.Range(0, _instance.Units)];
        int[] facilities = [.. Enumerable.Range(0, _instance.Facilities)];
        using var model = new AreaModel(_instance, "SCIP", units, facilities, (i, j) => allowed[i, j], null);
        foreach (var separator in _bounds.Separators)
        {
            model.Add(separator);
        }

        var seconds = _budget.Repeatable ? double.PositiveInfinity : Math.Min(_meter.SecondsLeft, Math.Max(2, (_budget.Time?.TotalSeconds ?? 60) * WholeShare));
        return (target, AreaProgram.Run(_instance, model, start.Length == 0 ? new int[units.Length] : start, _chains.Open, seconds, Nodes, _meter.Cancellation));
    }

    private void Take((double Target, AreaDrawn Drawn) whole)
    {
        var drawn = whole.Drawn;
        _meter.Spend((drawn.Nodes * WorkOfNode) + (drawn.Rounds * WorkOfRound));
        if (drawn.Assign is { } found)
        {
            _best.Offer(Cost(found), found, _chains.Open);
        }
        else if (drawn.Apart is { } apart)
        {
            _chains.Mend(apart);
        }

        // What is cheaper than the target uses only arcs that were allowed.
        _best.Raise(drawn.Bound < whole.Target ? drawn.Bound - (1e-9 * Math.Abs(drawn.Bound)) : whole.Target);
        _arcsOfUnit *= MoreArcs;
    }

    private long Nodes => _budget.Work is { } work ? (long)Math.Clamp(work * WholeShare / WorkOfNode, 1, WholeNodes) : WholeNodes;

    private double Cost(int[] assign) => Enumerable.Range(0, assign.Length).Sum(i => _instance.Cost(i, assign[i]));
}
