using System.Collections;
using Xueheng.Engines.Location.Lagrange;
using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>
/// Sets of open facilities that cost little with units split: a facility more, a facility less, one instead of another, then again from one of the best sets with a
/// few facilities changed; two descents side by side, the same whatever the number of threads.
/// </summary>
internal sealed class KickedSets
{
    private const int Lanes = 2;
    private const int NearArcs = 8;
    private const int Kicks = 3;
    private const int Best = 3;
    private const int MostStale = 3;
    private const double WorkOfArc = 1e-4;

    private readonly LocationInstance _instance;
    private readonly Budget _budget;
    private readonly Meter _meter;
    private readonly double _workOfSet;
    private readonly Transport[] _transports;
    private readonly Draw[] _draws;
    private readonly Dictionary<string, (bool[] Open, double Cost)> _seen = [];

    public KickedSets(Arcs arcs, Meter meter, Budget budget, ulong seed)
    {
        (_instance, _budget, _meter, _workOfSet) = (arcs.Instance, budget, meter, arcs.Count * WorkOfArc);
        _transports = [.. Enumerable.Range(0, Lanes).Select(_ => new Transport(arcs, NearArcs))];
        _draws = [.. Enumerable.Range(0, Lanes).Select(lane => new Draw(seed + (ulong)lane))];
    }

    /// <summary>The sets looked at that hold the demand, cheapest first; what each costs with units split is a bound of its cost.</summary>
    public IEnumerable<(bool[] Open, double Cost)> Cheapest =>
        _seen.Where(s => double.IsFinite(s.Value.Cost)).OrderBy(s => s.Value.Cost).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value);

    /// <param name="starts">Where to begin.</param>
    /// <param name="until">Share of the budget to use.</param>
    public void Run(IReadOnlyList<bool[]> starts, double until)
    {
        var cheapest = double.PositiveInfinity;
        for (var (round, stale) = (0, 0); stale < MostStale && !Stop(); round++)
        {
            var from = Enumerable.Range(0, Lanes).Select(lane => (round * Lanes) + lane is var k && k < starts.Count ? starts[k] : Kicked(_draws[lane])).ToArray();
            var looked = new Dictionary<string, (bool[] Open, double Cost)>[Lanes];
            Parallel.For(0, Lanes, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Lanes, _budget.Threads) }, lane => looked[lane] = Descend(lane, from[lane], Stop));
            foreach (var (key, set) in looked.SelectMany(l => l))
            {
                _meter.Spend(_workOfSet);
                _seen[key] = set;
            }

            var least = Cheapest.Select(s => s.Cost).FirstOrDefault(double.PositiveInfinity);
            (cheapest, stale) = (least, least < cheapest ? 0 : stale + 1);
        }

        bool Stop() => _meter.Over || _meter.Share > until;
    }

    private Dictionary<string, (bool[] Open, double Cost)> Descend(int lane, bool[] start, Func<bool> stop)
    {
        var looked = new Dictionary<string, (bool[] Open, double Cost)>();
        var (now, cost) = (start, Cost(start));
        for (var better = true; better && !stop();)
        {
            better = false;
            foreach (var (off, on) in Changes(now, _draws[lane]))
            {
                var changed = Changed(now, off, on);
                if (Cost(changed) is var trial && trial < cost - (1e-9 * Math.Abs(cost)))
                {
                    (now, cost, better) = (changed, trial, true);
                    break;
                }

                if (stop())
                {
                    break;
                }
            }
        }

        return looked;

        double Cost(bool[] open)
        {
            var key = Key(open);
            if (!_seen.TryGetValue(key, out var known) && !looked.TryGetValue(key, out known))
            {
                looked[key] = known = (open, _transports[lane].Cost(open));
            }

            return known.Cost;
        }
    }

    /// <summary>One of the best sets with a few facilities changed.</summary>
    private bool[] Kicked(Draw draw)
    {
        var best = Cheapest.Take(Best).ToList();
        var open = best.Count > 0 ? best[draw.Below(best.Count)].Open : FirstAnswer.Open(_instance, draw);
        for (var k = 0; k < Kicks; k++)
        {
            var changes = Changes(open, draw);
            open = changes.Count > 0 ? Changed(open, changes[0].Off, changes[0].On) : open;
        }

        return open;
    }

    /// <summary>Every single change, shuffled; −1 for none.</summary>
    private List<(int Off, int On)> Changes(bool[] open, Draw draw)
    {
        var changes = new List<(int Off, int On)>();
        var none = _instance.OpenExactly is null ? -1 : 0;
        for (var off = none; off < open.Length; off++)
        {
            for (var on = none; on < open.Length; on++)
            {
                if ((off < 0 || open[off]) && (on < 0 || !open[on]) && (off >= 0 || on >= 0))
                {
                    changes.Add((off, on));
                }
            }
        }

        for (var k = changes.Count - 1; k > 0; k--)
        {
            var other = draw.Below(k + 1);
            (changes[k], changes[other]) = (changes[other], changes[k]);
        }

        return changes;
    }

    private static bool[] Changed(bool[] open, int off, int on)
    {
        var changed = (bool[])open.Clone();
        changed[off < 0 ? on : off] = off < 0;
        changed[on < 0 ? off : on] = on >= 0;
        return changed;
    }

    private static string Key(bool[] open)
    {
        var bytes = new byte[(open.Length + 7) / 8];
        new BitArray(open).CopyTo(bytes, 0);
        return Convert.ToHexString(bytes);
    }
}
