using Xueheng.Engines.Location.Areas;
using Xueheng.Engines.Location.Branch;
using Xueheng.Engines.Location.Lagrange;
using Xueheng.Engines.Location.OpenSets;
using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location;

/// <summary>
/// Solves an instance without connected areas: the Lagrangean bound, a dive from it, annealing, then regions of neighbouring clusters solved again and
/// again, and, where the instance is small enough, branch and bound until the answer is proven.
/// </summary>
/// <remarks>
/// The bound is that of the relaxed assignment constraints with whole knapsacks, which is the bound of column generation (Lorena and Senne 2004,
/// Ceselli and Righini 2005).
/// </remarks>
public sealed class FindLocation
{
    private const int MostAllArcs = 600;
    private const int MostArcsOfUnit = 300;
    private const int FewestArcsOfUnit = 100;
    private const int MostUnitsToBranch = 1_000;
    private const int NearUnits = 30;
    private const int Together = 8;

    private readonly LocationInstance _instance;
    private readonly Budget _budget;
    private readonly Meter _meter;
    private readonly Incumbent _best;
    private readonly Arcs _arcs;
    private readonly Relaxation _relaxation;
    private readonly Neighbourhood _near;
    private ulong _seed;
    private Ascent _ascent;
    private Arcs? _left;

    private FindLocation(LocationInstance instance, Budget budget, CancellationToken cancellation)
    {
        (_instance, _budget, _best, _seed) = (instance, budget, new Incumbent(instance), (ulong)budget.Seed * 7_919);
        _meter = new Meter(budget, cancellation);
        _arcs = Arcs.Nearest(instance, ArcsOfUnit(instance));
        _relaxation = new Relaxation(_arcs, budget.Threads);
        _near = Neighbourhood.Of(_arcs, NearUnits);
        _ascent = new Ascent(_arcs, _relaxation, StartingMultipliers(_arcs));
    }

    /// <param name="budget">When to stop; when cancelled, the best so far is the answer.</param>
    /// <returns>The best answer found with a bound; null when none was found.</returns>
    public static LocationAnswer? Run(LocationInstance instance, Budget budget, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(budget);
        return instance.AsksConnectedAreas
            ? FindConnectedLocation.Run(instance, budget, cancellation)
            : new FindLocation(instance, budget, cancellation).Solve();
    }

    private LocationAnswer? Solve()
    {
        Start();
        Climb(_best.Any ? _best.Cost : _ascent.Multipliers.Sum() * 2, 0.15);
        if (FindByOpenSets.Suits(_instance) && !_best.Proven)
        {
            DiveAndCool(1);
            Improve(0.1);
            new FindByOpenSets(_near, _best, _meter, _budget).Run(_ascent, 1, _seed);
            return Answer();
        }

        for (var dive = 0; dive < 3 && !_meter.Over && !_best.Proven && _meter.Share < 0.4; dive++)
        {
            DiveAndCool(dive);
        }

        Climb(_best.Cost, _meter.Share + (_instance.Units > MostUnitsToBranch ? 0.25 : 0.1));
        Improve(1);
        return Answer();
    }

    private LocationAnswer? Answer()
    {
        if (!_best.Any)
        {
            return null;
        }

        var open = Enumerable.Range(0, _instance.Facilities).Where(j => _best.Open[j]).ToList();
        var worked = EvaluateAssignment.Run(_instance, _best.Assign, open);
        var bound = _best.Proven && _best.Least > 0 ? worked.Objective : Math.Min(worked.Objective, _best.Bound);
        return worked.Valid
            ? new LocationAnswer(worked.Objective, bound, _best.Assign, open)
            : throw new InvalidOperationException($"An answer that is none: {worked.Faults[0]}.");
    }

    /// <summary>A rough answer, so that the bound knows where to climb.</summary>
    private void Start()
    {
        var open = FirstAnswer.Open(_instance, new Draw(_seed));
        Cool(FirstAnswer.Nearest(_instance, _arcs, open), open, heat: 0.5, rounds: Math.Clamp(2_000_000 / (_instance.Units * 40), 10, 100), share: 0.1);
    }

    private void Climb(double known, double share)
    {
        _ascent.Restart(0.1);
        while (!_ascent.Settled && !_meter.Over && _meter.Share < share && !(_best.Any && _ascent.Bound >= _best.Cutoff))
        {
            _ascent.Step(Math.Max(known, _ascent.Bound * 1.0001));
            _meter.Spend(Work.OfStep(_arcs));
        }

        _best.Raise(_ascent.Bound);
    }

    private void DiveAndCool(int number)
    {
        var count = _instance.OpenExactly ?? CountToOpen();
        var open = Dive.Run(_arcs, _relaxation, _ascent, count, _best.Any ? _best.Cost : _ascent.Bound * 1.05, 15 + (5 * number), () => _meter.Over);
        _meter.Spend(Work.OfStep(_arcs) * 600);
        if (open is not null)
        {
            Cool(FirstAnswer.Nearest(_instance, _arcs, open), open, heat: 0.1 * (number + 1), rounds: Math.Clamp(20_000_000 / (_instance.Units * 40), 50, 200), share: _meter.Share + 0.08);
        }
    }

    /// <summary>How many facilities the relaxation opens, and enough to hold the demand.</summary>
    private int CountToOpen()
    {
        var (count, capacity) = ((int)Math.Round(_ascent.OpenShare.Sum()), 0L);
        var most = 0;
        foreach (var j in Enumerable.Range(0, _instance.Facilities).OrderByDescending(j => _ascent.OpenShare[j]))
        {
            if (capacity >= _instance.TotalDemand)
            {
                break;
            }

            capacity += _instance.Capacity(j);
            most++;
        }

        return Math.Clamp(count, Math.Min(most, _instance.Facilities), _instance.Facilities);
    }

    private void Cool(int[] assign, bool[] open, double heat, int rounds, double share)
    {
        if (_instance.Units < 2)
        {
            return;
        }

        var cooling = new Cooling(_near, assign, open, ++_seed);
        var from = _meter.Share;
        for (var r = 0; r < rounds && !_meter.Over; r++)
        {
            var done = Math.Max(r / (double)rounds, (_meter.Share - from) / Math.Max(1e-9, share - from));
            if (done >= 1)
            {
                break;
            }

            cooling.Round(heat * Math.Pow(0.05, done), _budget.Threads);
            _meter.Spend(cooling.RoundSize * Work.OfProposal);
        }

        if (cooling.BestAssign.Length > 0)
        {
            _best.Offer(cooling.BestCost, cooling.BestAssign, cooling.BestOpen);
        }
    }

    /// <summary>Regions and branch and bound by turns until the budget is spent or the answer proven.</summary>
    /// <param name="until">Share of the budget to use.</param>
    private void Improve(double until)
    {
        var regions = new Regions(_instance, _near, _ascent.Multipliers, _best, ++_seed);
        BranchAndBound? tree = null;
        var (inRegions, inTree, stale) = (0.0, 0.0, 0);
        while (_best.Any && !_meter.Over && _meter.Share < until && !_best.Proven)
        {
            var before = _meter.Share;
            if (tree is null || (inRegions <= inTree && stale < 200))
            {
                stale = regions.Batch(_budget.Threads, () => _meter.Over, _meter.Spend) ? 0 : stale + 1;
                inRegions += _meter.Share - before;
            }
            else
            {
                tree.Cutoff = Math.Min(tree.Cutoff, _best.Cutoff);
                tree.Batch(_budget.Threads);
                _meter.Spend(Together * Work.OfNode(_left!));
                if (tree.Found is { } found)
                {
                    _best.Offer(found.Cost, found.Assign, found.Open);
                    tree.Cutoff = Math.Min(tree.Cutoff, _best.Cutoff);
                }

                _best.Raise(tree.Bound);
                inTree += _meter.Share - before;
            }

            if (tree is null && _instance.Units <= MostUnitsToBranch && (regions.Covered || inRegions > 0.1))
            {
                tree = Tree();
            }
        }
    }

    private BranchAndBound? Tree()
    {
        var bound = new ReduceByBound(_arcs, _relaxation).Run(_ascent.Multipliers, _best.Cutoff);
        if (bound >= _best.Cutoff)
        {
            _best.Raise(bound);
            return null;
        }

        _left = Arcs.Left(_arcs, _relaxation);
        return new BranchAndBound(_left, [.. _relaxation.Forced], _ascent.Multipliers, bound, _best.Cutoff, Together);
    }

    private static int ArcsOfUnit(LocationInstance instance) => instance.Facilities <= MostAllArcs
        ? instance.Facilities
        : Math.Clamp(7 * instance.Facilities / Math.Max(1, instance.OpenExactly ?? 10), FewestArcsOfUnit, MostArcsOfUnit);

    /// <summary>About what serving a unit costs: the facility that would be the last of its cluster.</summary>
    private static double[] StartingMultipliers(Arcs arcs)
    {
        var instance = arcs.Instance;
        var rank = instance.OpenExactly is { } p && p < instance.Facilities ? instance.Facilities / p : 1;
        return [.. Enumerable.Range(0, instance.Units).Select(i => arcs.Cost[Math.Min(arcs.UnitStart[i] + rank, arcs.UnitStart[i + 1] - 1)])];
    }
}
