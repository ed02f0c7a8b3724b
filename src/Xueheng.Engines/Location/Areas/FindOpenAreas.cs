using Xueheng.Engines.Location.Lagrange;
using Xueheng.Engines.Location.OpenSets;
using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.Areas;

/// <summary>
/// Connected areas with the facilities to open still to be chosen: the sets that cost least without connection, a little time for the areas of each, more for
/// those that did best, and regions in which facilities close and open.
/// </summary>
internal sealed class FindOpenAreas
{
    private const double StartShare = 0.03;
    private const double ClimbShare = 0.06;
    private const double SetsShare = 0.1;
    private const int Side = 2;
    private const int NearFacilities = 6;
    private const double FirstCutoff = 1.03;

    /// <summary>How many sets are worked on in each turn, and the share of the budget at its end.</summary>
    private static readonly (int Sets, double Until)[] Turns = [(24, 0.42), (8, 0.62), (2, 0.78)];

    private readonly LocationInstance _instance;
    private readonly Incumbent _best;
    private readonly Meter _meter;
    private readonly Budget _budget;
    private readonly Arcs _arcs;
    private readonly List<AreasOfSet> _sets = [];
    private double _others = double.NegativeInfinity;

    public FindOpenAreas(LocationInstance instance, Incumbent best, Meter meter, Budget budget)
    {
        (_instance, _best, _meter, _budget) = (instance, best, meter, budget);
        _arcs = Arcs.Nearest(instance, instance.Facilities);
    }

    public void Run(ulong seed)
    {
        First(seed);
        FindSets(seed);
        for (var turn = 0; turn < Turns.Length && !_meter.Over && !_best.Proven; turn++)
        {
            Turn(Turns[turn].Sets, Turns[turn].Until, (int)((long)seed + turn));
        }

        for (var round = 0UL; !_meter.Over && !_best.Proven; round++)
        {
            if (!_best.Any)
            {
                First(seed + (1_000 * (round + 1)));
                continue;
            }

            Regions(seed + round);
            Again((int)(seed + round));
        }

    }

    /// <summary>An answer from a set that a simple rule opens.</summary>
    private void First(ulong seed)
    {
        var set = new AreasOfSet(_instance, FirstAnswer.Open(_instance, new Draw(seed)), double.NegativeInfinity);
        set.Improve(Part(StartShare, (int)seed), _meter.Cancellation);
        Take(set);
    }

    private void FindSets(ulong seed)
    {
        var multipliers = Enumerable.Range(0, _instance.Units).Select(i => _arcs.Cost[Math.Min(_arcs.UnitStart[i] + 1, _arcs.UnitStart[i + 1] - 1)]).ToArray();
        var ascent = new Ascent(_arcs, new Relaxation(_arcs, _budget.Threads), multipliers);
        while (!ascent.Settled && !_meter.Over && _meter.Share < ClimbShare + StartShare)
        {
            ascent.Step(_best.Any ? Math.Max(_best.Cost, ascent.Bound * 1.0001) : Math.Max(multipliers.Sum() * 2, ascent.Bound * 1.01));
            _meter.Spend(Work.OfStep(_arcs));
        }

        _best.Raise(ascent.Bound);
        if (_best.Proven)
        {
            return;
        }

        var until = _meter.Share + SetsShare;
        var cutoff = _best.Any ? Math.Min(_best.Cutoff, ascent.Bound * FirstCutoff) : ascent.Bound * FirstCutoff;
        var (sets, others) = FindByOpenSets.Sets(_arcs, ascent, cutoff, Turns[0].Sets, _meter, () => _meter.Share > until);
        _sets.AddRange(sets.Select(s => new AreasOfSet(_instance, s.Open, s.Bound)));
        until = _meter.Share + SetsShare;
        var near = new SetsByTransport(_instance, _arcs, new Draw(seed));
        var spent = 0.0;
        near.Run(sets.Count > 0 ? sets[0].Open : FirstAnswer.Open(_instance, new Draw(seed)), () =>
        {
            _meter.Spend(near.Work - spent);
            spent = near.Work;
            return _meter.Over || _meter.Share > until;
        });
        var known = sets.Select(s => s.Open).ToList();
        foreach (var (open, cost) in near.Cheapest.Where(s => !known.Any(k => k.AsSpan().SequenceEqual(s.Open))).Take(Turns[0].Sets * 2))
        {
            _sets.Add(new AreasOfSet(_instance, open, cost));
        }

        _others = Math.Min(others, cutoff);
        Raise();
    }

    /// <summary>A part of the time for each of the most promising sets, two side by side.</summary>
    private void Turn(int most, double until, int seed)
    {
        var chosen = _sets.Where(s => !s.Proven && s.Bound < Cutoff).OrderBy(s => double.IsFinite(s.Cost) ? s.Cost : double.MaxValue).ThenBy(s => s.Bound).Take(most).ToList();
        var share = (until - _meter.Share) / Math.Max(1, (chosen.Count + Side - 1) / Side);
        foreach (var batch in chosen.Chunk(Side))
        {
            var live = batch.Where(s => s.Bound < Cutoff).ToList();
            if (_meter.Over || live.Count == 0 || share <= 0)
            {
                continue;
            }

            var budgets = live.Select((_, k) => Part(share, seed + k)).ToList();
            void Improve(int k) => live[k].Improve(budgets[k], _meter.Cancellation);
            if (_budget.Threads > 1)
            {
                Parallel.For(0, live.Count, Improve);
            }
            else
            {
                for (var k = 0; k < live.Count; k++)
                {
                    Improve(k);
                }
            }

            live.ForEach(Take);
        }

        Raise();
    }

    /// <summary>Regions of the best answer in which facilities close and open as pays.</summary>
    private void Regions(ulong seed)
    {
        var near = new bool[_instance.Units, _instance.Facilities];
        for (var a = 0; a < _arcs.Count; a++)
        {
            var unit = _arcs.Unit[a];
            near[unit, _arcs.Facility[a]] = a - _arcs.UnitStart[unit] < NearFacilities;
        }

        var regions = new AreaRegions(_instance, _best, _meter, _budget, seed, choose: true);
        var until = _meter.Share + StartShare + ClimbShare;
        while (!_meter.Over && _meter.Share < until && !_best.Proven)
        {
            regions.Batch((i, j) => near[i, j], []);
        }
    }

    /// <summary>The areas of the best set once more, from the best answer on.</summary>
    private void Again(int seed)
    {
        var set = _sets.FirstOrDefault(s => s.Open.AsSpan().SequenceEqual(_best.Open));
        if (set is null)
        {
            _sets.Add(set = new AreasOfSet(_instance, _best.Open, _best.Bound));
        }

        set.Know(_best.Assign, _best.Cost);
        if (!set.Proven && !_meter.Over)
        {
            set.Improve(Part(StartShare, seed, _budget.Threads), _meter.Cancellation);
            Take(set);
        }

        Raise();
    }

    private double Cutoff => _best.Any ? _best.Cutoff : double.PositiveInfinity;

    private Budget Part(double share, int seed, int threads = 1)
    {
        if (_budget.Work is { } work)
        {
            var part = (long)Math.Max(1, work * share);
            _meter.Spend(part);
            return new Budget(null, part, seed, threads);
        }

        var seconds = Math.Min(_meter.SecondsLeft, (_budget.Time?.TotalSeconds ?? double.MaxValue) * share);
        return new Budget(TimeSpan.FromSeconds(Math.Clamp(seconds, 0.01, 1e6)), null, seed, threads);
    }

    private void Take(AreasOfSet set)
    {
        if (double.IsFinite(set.Cost))
        {
            _best.Offer(set.Cost, set.Assign(), set.Open);
        }
    }

    /// <summary>Every answer is one of a set looked at or of another.</summary>
    private void Raise() => _best.Raise(Math.Min(_others, _sets.Select(s => s.Proven && double.IsFinite(s.Cost) ? s.Cost : s.Bound).DefaultIfEmpty(double.PositiveInfinity).Min()));
}
