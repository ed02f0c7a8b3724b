using System.Collections;
using Xueheng.Engines.Location.Search;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>Looks for sets of facilities that cost little when units may be split: a facility more, a facility less, one instead of another, from the best set on.</summary>
internal sealed class SearchOpenSets(LocationInstance instance, Transport transport)
{
    private readonly Dictionary<string, (double Cost, bool[] Open)> _seen = [];

    /// <summary>Every set looked at that holds the demand with what is to spare, cheapest first.</summary>
    public IEnumerable<(double Cost, bool[] Open)> Cheapest => _seen.Values.Where(s => double.IsFinite(s.Cost) && double.IsFinite(Cost(s.Open))).OrderBy(s => s.Cost).ThenBy(s => Key(s.Open), StringComparer.Ordinal);

    public int Looked => _seen.Count;

    /// <summary>How much more capacity than demand a set must have: 0.01 for a hundredth.</summary>
    public double Spare { get; set; }

    /// <summary>Descends from a set until no single change makes it cheaper.</summary>
    /// <returns>Its cost.</returns>
    public double Descend(bool[] open, Draw draw, Func<bool> stop)
    {
        var now = (bool[])open.Clone();
        var cost = Cost(now);
        for (var better = true; better && !stop();)
        {
            better = false;
            foreach (var (off, on) in Around(now, draw))
            {
                var changed = Changed(now, off, on);
                if (stop())
                {
                    return cost;
                }

                var trial = Cost(changed);
                if (trial < cost - 1e-9)
                {
                    (now, cost, better) = (changed, trial, true);
                    break;
                }
            }
        }

        return cost;
    }

    private double Cost(bool[] open)
    {
        var capacity = 0L;
        for (var j = 0; j < open.Length; j++)
        {
            capacity += open[j] ? instance.Capacity(j) : 0;
        }

        if (capacity < instance.TotalDemand * (1 + Spare))
        {
            return double.PositiveInfinity;
        }

        var key = Key(open);
        if (!_seen.TryGetValue(key, out var known))
        {
            _seen[key] = known = (transport.Cost(open), (bool[])open.Clone());
        }

        return known.Cost;
    }

    /// <summary>Every single change, shuffled; −1 for none.</summary>
    private List<(int Off, int On)> Around(bool[] open, Draw draw)
    {
        var changes = new List<(int Off, int On)>();
        for (var off = -1; off < open.Length; off++)
        {
            if (off >= 0 && !open[off])
            {
                continue;
            }

            for (var on = -1; on < open.Length; on++)
            {
                if ((on >= 0 && open[on]) || (off < 0 && on < 0) || (instance.OpenExactly is not null && (off < 0 || on < 0)))
                {
                    continue;
                }

                changes.Add((off, on));
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
        if (off >= 0)
        {
            changed[off] = false;
        }

        if (on >= 0)
        {
            changed[on] = true;
        }

        return changed;
    }

    private static string Key(bool[] open)
    {
        var bytes = new byte[(open.Length + 7) / 8];
        new BitArray(open).CopyTo(bytes, 0);
        return Convert.ToHexString(bytes);
    }
}
