using Xueheng.Engines.Location.Lagrange;
using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>
/// Few facilities and many units: sets of open facilities cheap with units split are known first, then those that may be best are looked for by
/// cuts, and the units are assigned whole to those found, side by side. Once no set is left below the best answer, and none found can be bettered, it is proven.
/// </summary>
internal sealed class FindByOpenSets(Neighbourhood near, Incumbent best, Meter meter, Budget budget)
{
    private const int MostFacilities = 100;
    private const int FewestUnitsOfFacility = 2;
    private const int Lanes = 2;
    private const double KickShare = 0.2;
    private const int MostKicked = 8;
    private const double FirstSlice = 300;
    private const double Eagerness = 4;
    private const double LongestSlice = 3_000;

    private readonly Arcs _arcs = near.Arcs;
    private readonly LocationInstance _instance = near.Arcs.Instance;
    private readonly List<FoundSet> _found = [];
    private double _slice = FirstSlice;
    private ulong _seed;

    public static bool Suits(LocationInstance instance) =>
        instance.Facilities <= MostFacilities && instance.Units >= instance.Facilities * FewestUnitsOfFacility && instance.TotalDemand > 0;

    /// <summary>The sets of open facilities that may cost least when areas need not be connected, lowest bound first.</summary>
    /// <param name="ascent">A climb over the arcs that has settled.</param>
    /// <param name="cutoff">Sets that cost this or more do not matter.</param>
    /// <param name="most">How many to look for.</param>
    /// <param name="stop">Asked between sets; true ends the search.</param>
    /// <returns>The sets, each with a bound of its cost, and a bound of every set that is not among them.</returns>
    public static (IReadOnlyList<(bool[] Open, double Bound)> Sets, double Others) Sets(Arcs arcs, Ascent ascent, double cutoff, int most, Meter meter, Func<bool> stop)
    {
        var search = new SearchOpenSets(arcs, ascent.Multipliers, ascent.OpenShare);
        var (sets, spent) = (new List<(bool[] Open, double Bound)>(), 0.0);
        while (sets.Count < most && !search.Done && !meter.Over && !stop())
        {
            if (search.Step(cutoff, meter.SecondsLeft) is { } set)
            {
                sets.Add((set.Open, set.Bound));
            }

            meter.Spend(search.Work - spent);
            spent = search.Work;
        }

        return ([.. sets.OrderBy(s => s.Bound)], search.Bound);
    }

    /// <param name="ascent">A climb over the arcs that has settled.</param>
    /// <param name="until">Share of the budget to use.</param>
    public void Run(Ascent ascent, double until, ulong seed)
    {
        _seed = seed * 1_000;
        var search = new SearchOpenSets(_arcs, ascent.Multipliers, ascent.OpenShare);
        if (best.Any)
        {
            Know(search, best.Open, ascent.Bound);
        }

        var kicked = new KickedSets(_arcs, meter, budget, ++_seed);
        kicked.Run(best.Any ? [best.Open] : [], meter.Share + KickShare);
        var cheap = kicked.Cheapest.Where(s => !_found.Any(f => f.Open.AsSpan().SequenceEqual(s.Open))).TakeWhile(s => !best.Any || s.Cost < best.Cutoff);
        foreach (var (open, cost) in cheap.Take(MostKicked).ToList())
        {
            Know(search, open, cost);
        }

        while (!meter.Over && meter.Share < until && !best.Proven && !(search.Done && _found.Count == 0))
        {
            Round(search, best.Any ? best.Cutoff : Dearest());
            best.Raise(Math.Min(search.Bound, _found.Select(s => s.Bound).DefaultIfEmpty(double.PositiveInfinity).Min()));
            _found.RemoveAll(s => best.Any && s.Bound >= best.Cutoff);
        }

        if (search.Done && _found.Count == 0 && best.Any)
        {
            best.Raise(best.Cutoff);
        }
    }

    /// <summary>Makes a set one of those worked on; the search for sets leaves it out.</summary>
    private void Know(SearchOpenSets search, bool[] open, double bound)
    {
        var cut = search.Know(open, bound);
        _found.Add(new FoundSet(near, open, Math.Max(bound, cut.At(open)), cut.Prices, ++_seed));
    }

    /// <summary>The search for sets and the work on one found, or on two once the search is done; the same whatever the number of threads.</summary>
    private void Round(SearchOpenSets search, double cutoff)
    {
        var sets = new List<FoundSet>();
        var tasks = new List<Func<(double Work, int[]? Assign, FoundSet? Of)>>();
        if (!search.Done)
        {
            tasks.Add(() => (Search(search, cutoff, sets), null, null));
        }

        foreach (var (set, proof) in Jobs().Take(Lanes - tasks.Count))
        {
            tasks.Add(proof ? () => Prove(set, cutoff) : () => (set.Improve(best.Cost, _slice, () => meter.SecondsLeft, () => meter.Over), set.Assign, set));
        }

        var done = new (double Work, int[]? Assign, FoundSet? Of)[tasks.Count];
        if (budget.Threads > 1)
        {
            Parallel.For(0, tasks.Count, t => done[t] = tasks[t]());
        }
        else
        {
            for (var t = 0; t < done.Length; t++)
            {
                done[t] = tasks[t]();
            }
        }

        foreach (var (work, assign, of) in done)
        {
            meter.Spend(work);
            if (assign is not null)
            {
                Offer(assign, of!);
            }
        }

        _slice = Math.Clamp(done[0].Of is null ? done[0].Work : LongestSlice, FirstSlice, LongestSlice);
        _found.AddRange(sets);
    }

    /// <summary>What may be done next: the least worked on first, and sets with little to hope for the later.</summary>
    private IEnumerable<(FoundSet Set, bool Proof)> Jobs()
    {
        var least = _found.Select(s => s.Bound).DefaultIfEmpty(0).Min();
        var range = best.Any ? Math.Max(best.Cost - least, 1e-6 * best.Cost) : double.PositiveInfinity;
        return _found.SelectMany(s => new[] { (Set: s, Proof: false, s.Spent), (Set: s, Proof: true, Spent: s.SpentOnProof) })
            .Where(j => !j.Proof || j.Set.Assign is not null)
            .OrderBy(j => (j.Spent + FirstSlice) * Math.Exp(Eagerness * (j.Set.Bound - least) / range)).ThenBy(j => j.Set.Bound)
            .Select(j => (j.Set, j.Proof));
    }

    private double Search(SearchOpenSets search, double cutoff, List<FoundSet> sets)
    {
        var before = search.Work;
        while (search.Work < before + _slice && !search.Done && !meter.Over)
        {
            if (search.Step(cutoff, meter.SecondsLeft) is { } step)
            {
                sets.Add(new FoundSet(near, step.Open, step.Bound, step.Prices, ++_seed));
            }
        }

        return search.Work - before;
    }

    private (double Work, int[]? Assign, FoundSet Of) Prove(FoundSet set, double cutoff)
    {
        var (assign, work) = set.Prove(cutoff, meter.SecondsLeft);
        return (work, assign, set);
    }

    private void Offer(int[] assign, FoundSet set)
    {
        var worked = EvaluateAssignment.Run(_instance, assign, set.Facilities);
        if (worked.Valid)
        {
            best.Offer(worked.Objective, assign, set.Open);
        }
    }

    /// <summary>More than any answer costs.</summary>
    private double Dearest()
    {
        var sum = 1.0;
        for (var j = 0; j < _instance.Facilities; j++)
        {
            sum += _instance.FixedCost(j);
        }

        for (var i = 0; i < _instance.Units; i++)
        {
            sum += _arcs.Cost[_arcs.UnitStart[i + 1] - 1];
        }

        return sum;
    }
}
