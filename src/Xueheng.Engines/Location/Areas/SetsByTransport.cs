using Xueheng.Engines.Location.Lagrange;
using Xueheng.Engines.Location.OpenSets;
using Xueheng.Engines.Location.Search;

namespace Xueheng.Engines.Location.Areas;

/// <summary>Sets of open facilities that cost little with units split and not connected: from one set on, a facility more, a facility less, one instead of another.</summary>
internal sealed class SetsByTransport(LocationInstance instance, Arcs arcs, Draw draw)
{
    private const int NearArcs = 8;
    private const int Kick = 3;
    private const int MostStale = 10;
    private const double WorkOfArc = 1e-4;

    private readonly Transport _transport = new(arcs, NearArcs);
    private readonly Dictionary<string, (bool[] Open, double Cost)> _seen = [];

    /// <summary>About the milliseconds of one core it took.</summary>
    public double Work { get; private set; }

    /// <summary>All sets looked at that hold the demand, cheapest first; what they cost is a bound of their areas.</summary>
    public IEnumerable<(bool[] Open, double Cost)> Cheapest => _seen.Where(s => double.IsFinite(s.Value.Cost)).OrderBy(s => s.Value.Cost).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value);

    /// <summary>Descends from a set, then from one of the best with a few facilities changed, until told to stop.</summary>
    public void Run(bool[] start, Func<bool> stop)
    {
        for (var (open, stale) = (start, 0); stale < MostStale && !stop(); open = Kicked())
        {
            var seen = _seen.Count;
            Descend(open, stop);
            stale = _seen.Count > seen ? 0 : stale + 1;
        }
    }

    private void Descend(bool[] start, Func<bool> stop)
    {
        var (now, cost) = (start, Cost(start));
        for (var better = true; better && !stop();)
        {
            better = false;
            foreach (var (off, on) in Changes(now))
            {
                var changed = (bool[])now.Clone();
                changed[off < 0 ? on : off] = off < 0;
                changed[on < 0 ? off : on] = on >= 0;
                if (Cost(changed) is var trial && trial < cost - 1e-9)
                {
                    (now, cost, better) = (changed, trial, true);
                    break;
                }

                if (stop())
                {
                    return;
                }
            }
        }
    }

    private bool[] Kicked()
    {
        var best = Cheapest.Take(Kick * 2).ToList();
        var open = (bool[])(best.Count == 0 ? _seen.Values.First().Open : best[draw.Below(best.Count)].Open).Clone();
        for (var k = 0; k < Kick; k++)
        {
            var changes = Changes(open);
            if (changes.Count > 0 && changes[0] is var (off, on))
            {
                open[off < 0 ? on : off] = off < 0;
                open[on < 0 ? off : on] = on >= 0;
            }
        }

        return open;
    }

    /// <summary>Every single change in the order of chance; −1 for none.</summary>
    private List<(int Off, int On)> Changes(bool[] open)
    {
        var (changes, fixedCount) = (new List<(int Off, int On)>(), instance.OpenExactly is not null);
        for (var off = fixedCount ? 0 : -1; off < open.Length; off++)
        {
            for (var on = fixedCount ? 0 : -1; on < open.Length; on++)
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

    private double Cost(bool[] open)
    {
        var key = string.Create(open.Length, open, (span, o) =>
        {
            for (var j = 0; j < span.Length; j++)
            {
                span[j] = o[j] ? '1' : '0';
            }
        });
        if (!_seen.TryGetValue(key, out var known))
        {
            _seen[key] = known = ((bool[])open.Clone(), _transport.Cost(open));
            Work += arcs.Count * WorkOfArc;
        }

        return known.Cost;
    }
}
