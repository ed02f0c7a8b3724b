namespace Xueheng.Engines.Location.Search;

/// <summary>
/// Simulated annealing of part of a clustering: a unit moves to the facility of a unit near it, two units change places, a cluster's facility
/// moves. Demand above capacity is allowed at a price, so that tight instances are not stuck; the number open does not change.
/// </summary>
internal sealed class Annealing(Clustering clustering, Neighbourhood near, Draw draw, bool relocates)
{
    private const int OneInRelocates = 16;
    private const int OneInSpreads = 16;
    private const int NearFacilities = 8;

    private readonly LocationInstance _instance = clustering.Instance;
    private readonly int[] _assign = clustering.Assign;
    private readonly int[] _load = clustering.Load;
    private double _temperature;
    private double _price;

    /// <summary>Change of cost since the start, without the price of excess.</summary>
    public double Change { get; private set; }

    /// <summary>Change of the total demand above capacity since the start.</summary>
    public long ExcessChange { get; private set; }

    /// <param name="units">The units to move, all of facilities of <paramref name="part"/>.</param>
    /// <param name="parts">The part of each facility: units never move to a facility of another part, nor is one of another part opened.</param>
    /// <param name="price">Price of a unit of demand above capacity.</param>
    public void Run(ReadOnlySpan<int> units, int[] parts, int part, int proposals, double temperature, double price)
    {
        (_temperature, _price) = (temperature, price);
        for (var k = 0; k < proposals; k++)
        {
            var unit = units[draw.Below(units.Length)];
            var from = _assign[unit];
            if (relocates && (k & (OneInRelocates - 1)) == 0)
            {
                Relocate(unit, from, parts, part);
                continue;
            }

            if ((k & (OneInSpreads - 1)) == 1)
            {
                Spread(unit, from, parts, part);
                continue;
            }

            var other = near.Near[(unit * near.Width) + Skewed()];
            var to = _assign[other];
            if (to == from || parts[to] != part)
            {
                continue;
            }

            if ((k & 1) == 0)
            {
                Shift(unit, from, to);
            }
            else
            {
                Swap(unit, from, (k & 2) == 0 ? other : AnotherOf(other, to), to);
            }
        }
    }

    /// <summary>Nearer neighbours more often.</summary>
    private int Skewed()
    {
        var x = draw.Unit();
        return (int)(x * x * near.Width);
    }

    private int AnotherOf(int unit, int facility)
    {
        var other = near.Near[(unit * near.Width) + draw.Below(near.Width)];
        return _assign[other] == facility ? other : unit;
    }

    /// <summary>To a facility near the unit, be it that none of its neighbours goes there.</summary>
    private void Spread(int unit, int from, int[] parts, int part)
    {
        var arcs = near.Arcs;
        var start = arcs.UnitStart[unit];
        var to = arcs.Facility[start + draw.Below(Math.Min(arcs.UnitStart[unit + 1] - start, NearFacilities))];
        if (to != from && clustering.IsOpen[to] && parts[to] == part)
        {
            Shift(unit, from, to);
        }
    }

    private void Shift(int unit, int from, int to)
    {
        var demand = _instance.Demand(unit);
        var excess = Over(from, -demand) + Over(to, demand);
        var change = _instance.Cost(unit, to) - _instance.Cost(unit, from);
        if (Accept(change + (_price * excess)))
        {
            clustering.Put(unit, to);
            Count(change, excess);
        }
    }

    private void Swap(int unit, int from, int other, int to)
    {
        var more = _instance.Demand(unit) - _instance.Demand(other);
        var change = _instance.Cost(unit, to) - _instance.Cost(unit, from) + _instance.Cost(other, from) - _instance.Cost(other, to);
        var excess = more == 0 ? 0 : Over(from, -more) + Over(to, more);
        if (Accept(change + (_price * excess)))
        {
            clustering.Put(unit, to);
            clustering.Put(other, from);
            Count(change, excess);
        }
    }

    /// <summary>Moves the cluster's facility to one near the unit.</summary>
    private void Relocate(int unit, int from, int[] parts, int part)
    {
        var arcs = near.Arcs;
        var (start, end) = (arcs.UnitStart[unit], arcs.UnitStart[unit + 1]);
        var to = arcs.Facility[start + draw.Below(Math.Min(end - start, 4))];
        if (clustering.IsOpen[to] || parts[to] != part)
        {
            return;
        }

        var change = _instance.FixedCost(to) - _instance.FixedCost(from);
        var excess = Math.Max(0, _load[from] - _instance.Capacity(to)) - Math.Max(0, _load[from] - _instance.Capacity(from));
        for (var member = clustering.First(from); member >= 0; member = clustering.After(member))
        {
            change += _instance.Cost(member, to) - _instance.Cost(member, from);
        }

        if (Accept(change + (_price * excess)))
        {
            clustering.Relocate(from, to);
            Count(change, excess);
        }
    }

    /// <summary>How the demand above a facility's capacity changes when its load does.</summary>
    private int Over(int facility, int by)
    {
        var over = _load[facility] - _instance.Capacity(facility);
        return Math.Max(0, over + by) - Math.Max(0, over);
    }

    private bool Accept(double change) => change <= 0 || draw.Unit() < Math.Exp(-change / _temperature);

    private void Count(double change, int excess)
    {
        Change += change;
        ExcessChange += excess;
    }
}
