using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>
/// Looks for the sets of open facilities that may cost least: the set cheapest by the cuts so far is bounded by a cut of its own, until no set is left below what
/// is known (Benders 1962, with Lagrangean cuts: units whole, knapsacks filled exactly).
/// </summary>
internal sealed class SearchOpenSets
{
    private const int Steps = 150;
    private const int NearArcs = 8;
    private const double WorkOfArc = 1e-4;
    private const double Rounding = 2e-4;

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
        (_transport, _raise, _next) = (new Transport(arcs, NearArcs), new RaiseCut(arcs), new NextSet(arcs.Instance));
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
    /// <returns>The set and a bound of its cost; null when its bound is above the cutoff after all, or no set was found.</returns>
    public (bool[] Open, double Bound)? Step(double cutoff, double seconds)
    {
        var (open, bound) = _next.Run(_cuts, cutoff, seconds);
        Bound = Math.Max(Bound, Math.Min(bound, cutoff));
        if (open is null)
        {
            Done = Bound >= cutoff;
            return null;
        }

        var split = _transport.Cost(open);
        _transports += _arcs.Count * WorkOfArc;
        var nearest = _cuts.MaxBy(c => c.At(open))!;
        var share = open.Select((o, j) => (o ? 1 - Inside : 0) + (Inside * _core[j])).ToArray();
        var cut = _raise.Run(share, nearest.Prices, double.IsFinite(split) ? split : cutoff * 1.01, Steps);
        _cuts.Add(cut);
        // Costs are rounded down in the model: a set just above the cutoff would come again.
        if (cut.At(open) < cutoff + (Rounding * Math.Abs(cutoff)))
        {
            _next.Without(open);
        }

        var least = Math.Max(split, cut.At(open));
        return least < cutoff ? (open, least) : null;
    }
}
