using Xueheng.Engines.Location.Lagrange;
using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>
/// Few facilities and many units: sets of open facilities are searched with units split, where a set costs milliseconds; the cheapest are bounded with
/// units whole, and integer programs look for an answer just above the lowest bound, then a little higher, over all sets by turns.
/// </summary>
internal sealed class FindByOpenSets(LocationInstance instance, Arcs arcs, Incumbent best, Meter meter, Budget budget)
{
    private const int MostFacilities = 100;
    private const int FewestUnitsOfFacility = 2;
    private const int NearArcs = 8;
    private const int StaleSearches = 12;
    private const int MostSets = 48;
    private const double SearchShare = 0.15;
    private const double BoundShare = 0.15;
    private const double FirstRise = 3e-4;
    private const double Dear = 1.02;
    private const double FirstSeconds = 6;
    private const long FirstNodes = 2_000;
    private const double WorkOfNode = 3;
    private const double WorkOfArc = 1e-4;
    private const int Kicks = 3;

    /// <summary>Capacity to spare of the sets looked for: the cheapest sets are often so full that whole units do not fit.</summary>
    private static readonly double[] Spares = [0, 0.005, 0.015, 0.03];

    public static bool Suits(LocationInstance instance) =>
        instance.Facilities <= MostFacilities && instance.Units >= instance.Facilities * FewestUnitsOfFacility && instance.TotalDemand > 0;

    /// <param name="until">Share of the budget to use.</param>
    /// <returns>True when every set looked at was settled before the budget was spent.</returns>
    public bool Run(double until, ulong seed)
    {
        var sets = BoundSets(SearchSets(seed));
        var queue = sets.ToList();
        while (queue.Count > 0 && !meter.Over && meter.Share < until)
        {
            queue.RemoveAll(s => s.Bound >= best.Cutoff);
            var batch = queue.OrderBy(s => s.Attempts).ThenBy(s => s.Target).Take(2).ToList();
            if (batch.Count == 0)
            {
                break;
            }

            var found = new int[]?[batch.Count];
            var cutoffs = batch.Select(s => Math.Min(s.Target, best.Cutoff)).ToArray();
            var seconds = budget.Repeatable ? double.PositiveInfinity : Math.Min(meter.SecondsLeft, FirstSeconds * Math.Pow(1.6, batch.Min(s => s.Attempts)));
            void Attempt(int k) => found[k] = batch[k].Attempt(cutoffs[k], seconds, FirstNodes << Math.Min(12, batch[k].Attempts));
            if (budget.Threads > 1 && batch.Count > 1)
            {
                Parallel.For(0, batch.Count, Attempt);
            }
            else
            {
                for (var k = 0; k < batch.Count; k++)
                {
                    Attempt(k);
                }
            }

            for (var k = 0; k < batch.Count; k++)
            {
                meter.Spend(WorkOfNode * FirstNodes * (1 << Math.Min(12, batch[k].Attempts)));
                Settle(batch[k], found[k], cutoffs[k], queue);
            }
        }

        return queue.Count == 0;
    }

    private void Settle(OpenSet set, int[]? found, double cutoff, List<OpenSet> queue)
    {
        set.Attempts++;
        if (found is not null)
        {
            Offer(found, set.Facilities);
        }

        // What was complete without an answer has its bound at the cutoff by now.
        if (set.Bound >= best.Cutoff || (cutoff >= best.Cutoff && set.Attempts > 6))
        {
            queue.Remove(set);
        }

        set.Target = Math.Max(set.Target, set.Bound) + (FirstRise * cutoff * (1 << Math.Min(6, set.Attempts)));
    }

    private void Offer(int[] assign, int[] facilities)
    {
        var open = new bool[instance.Facilities];
        foreach (var j in facilities)
        {
            open[j] = true;
        }

        var worked = EvaluateAssignment.Run(instance, assign, facilities);
        if (worked.Valid)
        {
            best.Offer(worked.Objective, assign, open);
        }
    }

    private List<(double Cost, bool[] Open)> SearchSets(ulong seed)
    {
        var draw = new Draw(seed);
        var search = new SearchOpenSets(instance, new Transport(arcs, NearArcs));
        var (sets, looked, from) = (new List<(double Cost, bool[] Open)>(), 0, meter.Share);
        for (var level = 0; level < Spares.Length; level++)
        {
            var until = from + (SearchShare * (level + 1) / Spares.Length);
            bool Stop() => meter.Over || meter.Share > until;
            search.Spare = Spares[level];
            var (cheapest, stale) = (double.PositiveInfinity, 0);
            var open = search.Cheapest.Select(s => s.Open).FirstOrDefault() ?? FirstAnswer.Open(instance, draw);
            while (stale < StaleSearches && !Stop())
            {
                var cost = search.Descend(open, draw, Stop);
                meter.Spend((search.Looked - looked) * arcs.Count * WorkOfArc);
                (looked, stale) = (search.Looked, cost < cheapest - 1e-9 ? 0 : stale + 1);
                cheapest = Math.Min(cheapest, cost);
                open = Kicked(search.Cheapest.Take(Kicks).Select(s => s.Open).ToList(), open, draw);
            }

            sets.AddRange(search.Cheapest.Take(MostSets / Spares.Length));
        }

        return [.. sets.DistinctBy(s => s.Open).OrderBy(s => s.Cost)];
    }

    /// <summary>One of the best sets with a few facilities changed.</summary>
    private bool[] Kicked(List<bool[]> best, bool[] last, Draw draw)
    {
        var open = (bool[])(best.Count == 0 ? last : best[draw.Below(best.Count)]).Clone();
        for (var k = 0; k < Kicks; k++)
        {
            var kind = instance.OpenExactly is null ? draw.Below(3) : 2;
            Flip(open, true, kind != 0, draw);
            Flip(open, false, kind != 1, draw);
        }

        return open;
    }

    private static void Flip(bool[] open, bool from, bool wanted, Draw draw)
    {
        var choices = Enumerable.Range(0, open.Length).Where(j => open[j] == from).ToList();
        if (wanted && choices.Count > 0)
        {
            open[choices[draw.Below(choices.Count)]] = !from;
        }
    }

    private List<OpenSet> BoundSets(List<(double Cost, bool[] Open)> cheapest)
    {
        var sets = new List<OpenSet>();
        var (least, from) = (double.PositiveInfinity, meter.Share);
        foreach (var chunk in cheapest.Chunk(2))
        {
            if (meter.Over || (sets.Count > 0 && meter.Share > from + BoundShare) || chunk[0].Cost > Math.Min(best.Cutoff, least * Dear))
            {
                break;
            }

            var made = new OpenSet[chunk.Length];
            void Make(int k) => made[k] = new OpenSet(instance, chunk[k].Open, chunk[k].Cost, best.Any ? Math.Min(best.Cost, chunk[k].Cost * Dear) : chunk[k].Cost * Dear);
            if (budget.Threads > 1)
            {
                Parallel.For(0, chunk.Length, Make);
            }
            else
            {
                for (var k = 0; k < chunk.Length; k++)
                {
                    Make(k);
                }
            }

            foreach (var set in made)
            {
                set.Target = set.Bound * (1 + FirstRise);
                least = Math.Min(least, set.Bound);
                meter.Spend(set.Work);
                sets.Add(set);
            }
        }

        return sets;
    }
}
