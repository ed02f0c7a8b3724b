using Xueheng.Engines.Location.Search;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>
/// The assignment of whole units to a set of open facilities, bettered a few neighbouring facilities at a time: their units are taken out and assigned anew, below
/// what they cost now. A bound rules out most arcs, and often the whole attempt.
/// </summary>
internal sealed class ImproveSet(LocationInstance instance, OpenSet set, Neighbourhood near, ulong seed)
{
    private const double FirstTogether = 4;
    private const double Most = 9;
    private const double Dear = 1.004;
    private const double DearWithoutAnswer = 1.03;
    private const double FirstSeconds = 4;
    private const double PartSeconds = 3;
    private const long FirstNodes = 400;
    private const long PartNodes = 600;
    private const int NearArcs = 8;
    private const int Rounds = 100;
    private const double Hot = 0.1;
    private const double Cold = 0.002;
    private const double Jitter = 0.5;
    private const double Wider = 0.06;
    private const double Narrower = 0.15;

    private readonly Draw _draw = new(seed);
    private readonly HashSet<string> _settled = [];
    private double _together = FirstTogether;
    private long _tries;

    /// <summary>The facility of each unit; null while no assignment within the capacities is known.</summary>
    public int[]? Assign { get; private set; }

    /// <summary>About the milliseconds of one core used so far.</summary>
    public double Work { get; private set; }

    /// <param name="known">Cost of the best answer known with whatever set; infinite when none is.</param>
    /// <param name="work">How much to do.</param>
    /// <param name="secondsLeft">Seconds of the clock; infinite for none.</param>
    public void Run(double known, double work, Func<double> secondsLeft, Func<bool> stop)
    {
        var until = Work + work;
        while (Assign is null && Work < until && !stop())
        {
            Begin(known, secondsLeft());
        }

        while (Assign is not null && Work < until && !stop() && secondsLeft() > 0)
        {
            Part(secondsLeft());
        }
    }

    private static double Clock(double left, double most) => double.IsFinite(left) ? Math.Min(left, most) : left;

    /// <summary>Each unit where most of it goes when units may be split, annealed into the capacities; where that fails, a solver's first answer.</summary>
    private void Begin(double known, double seconds)
    {
        var open = new bool[instance.Facilities];
        foreach (var j in set.Facilities)
        {
            open[j] = true;
        }

        if (_tries == 0)
        {
            var cooling = new Cooling(near, Split(open), open, seed, relocates: false);
            for (var r = 0; r < Rounds; r++)
            {
                cooling.Round(Hot * Math.Pow(Cold / Hot, r / (double)Rounds), 1);
            }

            Work += Rounds * cooling.RoundSize * Search.Work.OfProposal;
            Assign = cooling.BestAssign.Length > 0 ? cooling.BestAssign : null;
        }
        else
        {
            var cutoff = double.IsFinite(known) ? Math.Max(known, set.Bound) * Dear : set.Bound * DearWithoutAnswer;
            var (before, nodes) = (set.Work, FirstNodes << (int)Math.Min(8, _tries));
            Assign = set.Attempt(cutoff, Clock(seconds, FirstSeconds), nodes, tight: _tries % 2 == 1);
            Work += set.Work - before + 1;
        }

        _tries++;
    }

    private int[] Split(bool[] open)
    {
        var assign = FirstAnswer.Nearest(instance, near.Arcs, open);
        var (flows, most) = (new List<(int Arc, int Demand)>(), new int[instance.Units]);
        new Transport(near.Arcs, NearArcs).Cost(open, flows);
        foreach (var (arc, demand) in flows)
        {
            var unit = near.Arcs.Unit[arc];
            if (demand > most[unit])
            {
                (most[unit], assign[unit]) = (demand, near.Arcs.Facility[arc]);
            }
        }

        return assign;
    }

    private void Part(double seconds)
    {
        var (facilities, units) = Choose();
        Work += 0.1;
        if (units.Length == 0 || facilities.Length < 2)
        {
            _together = Math.Min(Most, _together + Wider);
            return;
        }

        var key = string.Join(',', facilities.Order()) + "|" + string.Join(',', units.Select(i => Assign![i]));
        if (_settled.Contains(key))
        {
            _together = Math.Min(Most, _together + Wider);
            return;
        }

        var costs = new double[units.Length, facilities.Length];
        var now = 0.0;
        for (var i = 0; i < units.Length; i++)
        {
            now += instance.Cost(units[i], Assign![units[i]]);
            for (var j = 0; j < facilities.Length; j++)
            {
                costs[i, j] = instance.Cost(units[i], facilities[j]);
            }
        }

        var part = new LocationInstance(
            [.. units.Select(instance.Demand)], [.. facilities.Select(j => new Facility(-1, instance.Capacity(j), 0))], CostTable.Of(costs), facilities.Length);
        var cutoff = now - (1e-9 * Math.Abs(now)) - 1e-9;
        var small = new OpenSet(part, [.. facilities.Select(_ => true)], 0, now);
        var found = small.Bound < cutoff ? small.Attempt(cutoff, Clock(seconds, PartSeconds), PartNodes) : null;
        Work += small.Work;
        var better = found is not null && Enumerable.Range(0, units.Length).Sum(i => costs[i, found[i]]) < cutoff;
        if (better)
        {
            for (var i = 0; i < units.Length; i++)
            {
                Assign![units[i]] = facilities[found![i]];
            }
        }
        else if (small.Bound >= cutoff)
        {
            _settled.Add(key);
            _together = Math.Min(Most, _together + (Wider / 2));
        }
        else
        {
            _together = Math.Max(2, _together - Narrower);
        }
    }

    /// <summary>A facility, those near one of its units, and all their units.</summary>
    private (int[] Facilities, int[] Units) Choose()
    {
        var first = set.Facilities[_draw.Below(set.Facilities.Length)];
        var mine = Enumerable.Range(0, instance.Units).Where(i => Assign![i] == first).ToList();
        var unit = mine.Count > 0 ? mine[_draw.Below(mine.Count)] : _draw.Below(instance.Units);
        var count = Math.Min(set.Facilities.Length, (int)_together + _draw.Below(2));
        int[] chosen = [first, .. set.Facilities.Where(j => j != first)
            .Select(j => (j, Far: instance.Cost(unit, j) * (1 + (Jitter * _draw.Unit())))).OrderBy(x => x.Far).ThenBy(x => x.j).Select(x => x.j).Take(count - 1)];
        var inside = chosen.ToHashSet();
        return (chosen, [.. Enumerable.Range(0, instance.Units).Where(i => inside.Contains(Assign![i]))]);
    }
}
