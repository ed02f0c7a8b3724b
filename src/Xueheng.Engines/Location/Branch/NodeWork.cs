using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.Branch;

/// <summary>What is done at a node: raise the bound, drop what it rules out, see whether the relaxation is an answer, and part the rest in two.</summary>
internal sealed class NodeWork(Arcs arcs)
{
    private const int Steps = 60;
    private const int Rounds = 2;
    private const double FirstStep = 0.1;
    private const double MinBalance = 0.1;

    private readonly Relaxation _relaxation = new(arcs, 1);
    private readonly LocationInstance _instance = arcs.Instance;

    public List<Node> Children { get; } = [];

    public (double Cost, int[] Assign, bool[] Open)? Found { get; private set; }

    public void Run(Node node, double cutoff)
    {
        Children.Clear();
        Found = null;
        node.Forced.CopyTo(_relaxation.Forced, 0);
        node.Banned.CopyTo(_relaxation.Banned, 0);
        var reduce = new ReduceByBound(arcs, _relaxation);
        var multipliers = node.Multipliers;
        for (var round = 0; ; round++)
        {
            var ascent = new Ascent(arcs, _relaxation, [.. multipliers]);
            ascent.Restart(FirstStep);
            for (var s = 0; s < Steps && ascent.Bound < cutoff; s++)
            {
                ascent.Step(cutoff);
                if (Served() && Value() < Math.Min(cutoff, Found?.Cost ?? double.PositiveInfinity))
                {
                    Keep();
                }
            }

            if (ascent.Bound >= cutoff || reduce.Run(ascent.Multipliers, cutoff) >= cutoff || Impossible())
            {
                return;
            }

            multipliers = ascent.Multipliers;
            if (round + 1 >= Rounds)
            {
                Part(ascent);
                return;
            }
        }
    }

    /// <summary>Every unit is served exactly once by what the relaxation opened.</summary>
    private bool Served()
    {
        var served = new bool[_instance.Units];
        var count = 0;
        for (var j = 0; j < _instance.Facilities; j++)
        {
            if (_relaxation.Opened[j])
            {
                foreach (var arc in _relaxation.Chosen(j))
                {
                    if (served[arcs.Unit[arc]])
                    {
                        return false;
                    }

                    served[arcs.Unit[arc]] = true;
                    count++;
                }
            }
        }

        return count == _instance.Units;
    }

    private double Value()
    {
        var sum = 0.0;
        for (var j = 0; j < _instance.Facilities; j++)
        {
            if (_relaxation.Opened[j])
            {
                sum += _instance.FixedCost(j);
                foreach (var arc in _relaxation.Chosen(j))
                {
                    sum += arcs.Cost[arc];
                }
            }
        }

        return sum;
    }

    private void Keep()
    {
        var assign = new int[_instance.Units];
        for (var j = 0; j < _instance.Facilities; j++)
        {
            if (_relaxation.Opened[j])
            {
                foreach (var arc in _relaxation.Chosen(j))
                {
                    assign[arcs.Unit[arc]] = j;
                }
            }
        }

        Found = (Value(), assign, [.. _relaxation.Opened]);
    }

    /// <summary>A unit that nobody may serve any more.</summary>
    private bool Impossible()
    {
        for (var i = 0; i < _instance.Units; i++)
        {
            var any = false;
            for (var a = arcs.UnitStart[i]; a < arcs.UnitStart[i + 1] && !any; a++)
            {
                any = !_relaxation.Banned[a] && _relaxation.Forced[arcs.Facility[a]] >= 0;
            }

            if (!any)
            {
                return true;
            }
        }

        return false;
    }

    private void Part(Ascent ascent)
    {
        var (facility, balance) = (-1, 0.0);
        for (var j = 0; j < _instance.Facilities; j++)
        {
            if (_relaxation.Forced[j] == 0 && Math.Min(ascent.OpenShare[j], 1 - ascent.OpenShare[j]) is var b && b > balance)
            {
                (facility, balance) = (j, b);
            }
        }

        var (unit, spread) = (-1, 0.0);
        for (var i = 0; i < _instance.Units; i++)
        {
            var (square, sum, choices) = (0.0, 0.0, 0);
            for (var a = arcs.UnitStart[i]; a < arcs.UnitStart[i + 1]; a++)
            {
                if (!_relaxation.Banned[a] && _relaxation.Forced[arcs.Facility[a]] >= 0)
                {
                    square += ascent.Share[a] * ascent.Share[a];
                    sum += ascent.Share[a];
                    choices++;
                }
            }

            var s = choices < 2 ? -1 : sum < 1e-9 ? 0 : 1 - (square / (sum * sum));
            if (s > spread || (unit < 0 && s >= 0))
            {
                (unit, spread) = (i, s);
            }
        }

        if (facility >= 0 && (balance >= MinBalance || unit < 0))
        {
            Add(ascent, (forced, _) => forced[facility] = 1);
            Add(ascent, (forced, _) => forced[facility] = -1);
        }
        else if (unit >= 0)
        {
            var left = Half(unit, ascent);
            Add(ascent, (_, banned) => Ban(banned, unit, j => left.Contains(j)));
            Add(ascent, (_, banned) => Ban(banned, unit, j => !left.Contains(j)));
        }
        else
        {
            // Every unit has one facility left and every facility is settled: the relaxation has said all there is to say.
            Settle();
        }
    }

    /// <summary>The facilities that serve about half of the unit.</summary>
    private HashSet<int> Half(int unit, Ascent ascent)
    {
        var choices = Enumerable.Range(arcs.UnitStart[unit], arcs.UnitStart[unit + 1] - arcs.UnitStart[unit])
            .Where(a => !_relaxation.Banned[a] && _relaxation.Forced[arcs.Facility[a]] >= 0)
            .OrderByDescending(a => ascent.Share[a]).ThenBy(a => a).ToList();
        var all = choices.Sum(a => ascent.Share[a]);
        var (half, sum) = (new HashSet<int>(), 0.0);
        foreach (var a in choices.Take(choices.Count - 1))
        {
            half.Add(arcs.Facility[a]);
            sum += ascent.Share[a];
            if (sum >= all / 2)
            {
                break;
            }
        }

        return half;
    }

    private void Ban(bool[] banned, int unit, Func<int, bool> which)
    {
        for (var a = arcs.UnitStart[unit]; a < arcs.UnitStart[unit + 1]; a++)
        {
            banned[a] |= which(arcs.Facility[a]);
        }
    }

    /// <summary>The one assignment left, where it is within all capacities and opens as many as asked.</summary>
    private void Settle()
    {
        var (assign, open, load) = (new int[_instance.Units], new bool[_instance.Facilities], new long[_instance.Facilities]);
        var cost = 0.0;
        for (var i = 0; i < assign.Length; i++)
        {
            for (var a = arcs.UnitStart[i]; a < arcs.UnitStart[i + 1]; a++)
            {
                if (!_relaxation.Banned[a] && _relaxation.Forced[arcs.Facility[a]] >= 0)
                {
                    assign[i] = arcs.Facility[a];
                    cost += arcs.Cost[a];
                }
            }

            load[assign[i]] += _instance.Demand(i);
            open[assign[i]] = true;
        }

        for (var j = 0; j < open.Length; j++)
        {
            open[j] |= _relaxation.Forced[j] > 0;
            cost += open[j] ? _instance.FixedCost(j) : 0;
            if (load[j] > _instance.Capacity(j))
            {
                return;
            }
        }

        if ((_instance.OpenExactly is null || _instance.OpenExactly == open.Count(o => o)) && cost < (Found?.Cost ?? double.PositiveInfinity))
        {
            Found = (cost, assign, open);
        }
    }

    private void Add(Ascent ascent, Action<sbyte[], bool[]> change)
    {
        var (forced, banned) = (_relaxation.Forced.ToArray(), _relaxation.Banned.ToArray());
        change(forced, banned);
        Children.Add(new Node(ascent.Bound, 0, forced, banned, ascent.Multipliers));
    }
}
