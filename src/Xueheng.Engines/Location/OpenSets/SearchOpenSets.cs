using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>
/// Looks for the sets of open facilities that may cost least: the set cheapest by the cuts so far is bounded by a cut of its own, until no set is left below what
/// is known (Benders 1962, with Lagrangean cuts: units whole, knapsacks filled exactly).
/// </summary>
internal sealed class SearchOpenSets
{
    private const int Steps = 100;

    /// <summary>Farther facilities only matter to a unit that pays more than the nearest of them costs; prices are held below that.</summary>
    private const int ArcsOfUnit = 14;
    private const int Descents = 60;
    private const int Hopes = 6;
    private const int NearArcs = 8;
    private const double WorkOfArc = 1e-4;

    /// <summary>Cuts are raised a little inside the set, towards what the whole relaxation opens: there they are also high for other sets.</summary>
    private const double Inside = 0.03;

    private readonly LocationInstance _instance;
    private readonly Arcs _arcs;
    private readonly double[] _core;
    private readonly Transport _transport;
    private readonly RaiseCut _raise;
    private readonly NextSet _next;
    private readonly List<SetCut> _cuts = [];
    private double _transports;

    /// <param name="prices">Multipliers of the whole instance near their best.</param>
    /// <param name="core">How much of each facility the relaxation opens there.</param>
    public SearchOpenSets(Arcs arcs, double[] prices, double[] core)
    {
        (_instance, _arcs, _core) = (arcs.Instance, arcs, core);
        (_transport, _raise, _next) = (new Transport(arcs, NearArcs), new RaiseCut(Arcs.Nearest(arcs.Instance, ArcsOfUnit)), new NextSet(arcs.Instance));
        _cuts.Add(_raise.Run(core, prices, prices.Sum(), 1));
    }

    /// <summary>No set that was not found costs less; the cutoff of the last step once there is none below it.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    /// <summary>True when every set that may cost less than the cutoff of the last step was found.</summary>
    public bool Done { get; private set; }

    /// <summary>About the milliseconds of one core used so far.</summary>
    public double Work => _next.Work + _raise.Work + _transports;

    /// <summary>Looks at the set that may be cheapest.</summary>
    /// <param name="cutoff">Sets that cost this or more do not matter; never higher than at the step before.</param>
    /// <param name="seconds">Seconds of the clock; infinite for none.</param>
    /// <returns>The set, a bound of its cost and the prices that gave it; null when its bound is above the cutoff after all, or no set was found.</returns>
    public (bool[] Open, double Bound, double[] Prices)? Step(double cutoff, double seconds)
    {
        var (open, bound) = _next.Run(_cuts, cutoff, seconds);
        Bound = Math.Max(Bound, Math.Min(bound, cutoff));
        if (open is null)
        {
            Done = Bound >= cutoff;
            return null;
        }

        var split = Split(open);
        (open, split) = Descend(open, split);
        var cut = Know(open, double.IsFinite(split) ? split : cutoff * 1.01);
        var least = Math.Max(split, cut.At(open));
        return least < cutoff ? (open, least, cut.Prices) : null;
    }

    /// <summary>Leaves a set out from now on, with a cut raised there.</summary>
    /// <param name="cost">About what the set costs.</param>
    public SetCut Know(bool[] open, double cost)
    {
        var nearest = _cuts.MaxBy(c => c.At(open))!;
        var share = open.Select((o, j) => (o ? 1 - Inside : 0) + (Inside * _core[j])).ToArray();
        var cut = _raise.Run(share, nearest.Prices, cost, Steps);
        _cuts.Add(cut);
        _next.Without(open);
        return cut;
    }

    private double Split(bool[] open)
    {
        _transports += _arcs.Count * WorkOfArc;
        return _transport.Cost(open);
    }

    /// <summary>From a set to cheaper ones beside it, units split, as long as the cuts let hope: a facility more, a facility less, one instead of another.</summary>
    private (bool[] Open, double Split) Descend(bool[] open, double split)
    {
        var (from, now, cost) = (open, open, split);
        for (var better = _cuts.Count < Descents; better;)
        {
            better = false;
            foreach (var next in Around(now).Select(o => (Open: o, Least: _cuts.Max(c => c.At(o)))).Where(o => o.Least < cost).OrderBy(o => o.Least).Take(Hopes))
            {
                var trial = Split(next.Open);
                if (trial < cost - (1e-9 * Math.Abs(cost)))
                {
                    (now, cost, better) = (next.Open, trial, true);
                    break;
                }
            }
        }

        return _next.IsWithout(now) ? (from, split) : (now, cost);
    }

    private IEnumerable<bool[]> Around(bool[] open)
    {
        for (var off = -1; off < open.Length; off++)
        {
            for (var on = -1; on < open.Length && (off < 0 || open[off]); on++)
            {
                var changes = (off < 0 ? 0 : 1) + (on < 0 || open[on] ? 0 : 1);
                if (changes == 0 || (on >= 0 && open[on]) || (_instance.OpenExactly is not null && changes < 2))
                {
                    continue;
                }

                var changed = (bool[])open.Clone();
                if (off >= 0)
                {
                    changed[off] = false;
                }

                if (on >= 0)
                {
                    changed[on] = true;
                }

                if (Capacity(changed) >= _instance.TotalDemand)
                {
                    yield return changed;
                }
            }
        }
    }

    private long Capacity(bool[] open)
    {
        var sum = 0L;
        for (var j = 0; j < open.Length; j++)
        {
            sum += open[j] ? _instance.Capacity(j) : 0;
        }

        return sum;
    }
}
