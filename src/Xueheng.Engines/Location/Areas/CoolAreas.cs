using Xueheng.Engines.Location.Search;

namespace Xueheng.Engines.Location.Areas;

/// <summary>
/// Annealing of areas under a set of open facilities: a unit on a border goes over it, and, two times in three, one of the area it joined goes on or
/// back. Demand above capacity is paid for at a price that rises while there is any and falls while there is none.
/// </summary>
internal sealed class CoolAreas
{
    private const int Tries = 6;
    private const double Dearer = 1.1;
    private const double Cheaper = 0.95;
    private const int BetweenPrices = 2_000;

    /// <summary>The price of demand above capacity, beside what a unit of demand costs on average.</summary>
    private const double Least = 1;
    private const double Most = 100;

    private readonly LocationInstance _instance;
    private readonly AreaMap _map;
    private readonly Draw _draw;
    private readonly bool[] _open;
    private readonly int[] _standsAt;
    private readonly double _mean;
    private double _price;
    private double _bestCost = double.PositiveInfinity;

    /// <param name="assign">Areas that hang together, perhaps over capacity.</param>
    public CoolAreas(LocationInstance instance, int[] assign, bool[] open, ulong seed)
    {
        (_instance, _map, _draw, _open) = (instance, new AreaMap(instance, assign), new Draw(seed), open);
        _standsAt = new int[instance.Units];
        Array.Fill(_standsAt, -1);
        for (var j = 0; j < open.Length; j++)
        {
            if (open[j] && instance.Facility(j).Site is >= 0 and var site)
            {
                _standsAt[site] = j;
            }
        }

        // What a unit of demand costs on average is about what it costs more elsewhere.
        _price = PriceOfDemand(instance, _map.Cost);
        _mean = _price;
        Keep();
    }

    /// <summary>Cost of serving of the best areas within capacities; infinite while there are none.</summary>
    public double BestCost => _bestCost;

    public int[] BestAssign { get; private set; } = [];

    /// <summary>Where it stands, perhaps over capacity.</summary>
    public ReadOnlySpan<int> Now => _map.Of;

    public static double PriceOfDemand(LocationInstance instance, double cost) => Math.Max(cost, 1e-6) / Math.Max(1, instance.TotalDemand);

    /// <param name="share">How much of the time it may take is used, asked now and then: it cools by that where that is more than by proposals.</param>
    /// <param name="from">Temperature at the start, in costs.</param>
    public void Run(double from, double to, long proposals, Func<bool> stop, Func<double> share)
    {
        var rounds = Math.Max(1, proposals / BetweenPrices);
        for (var r = 0L; r < rounds && !stop(); r++)
        {
            var done = Math.Max(r / (double)rounds, share());
            if (done >= 1)
            {
                break;
            }

            var temperature = from * Math.Pow(to / from, done);
            var within = 0;
            for (var k = 0; k < BetweenPrices; k++)
            {
                Propose(temperature);
                within += _map.Over == 0 ? 1 : 0;
            }

            _price = Math.Clamp(within > BetweenPrices / 3 ? _price * Cheaper : _price * Dearer, _mean * Least, _mean * Most);
        }
    }

    private void Propose(double temperature)
    {
        var unit = _draw.Below(_instance.Units);
        var target = Target(unit);
        if (target < 0)
        {
            return;
        }

        var from = _map.Of[unit];
        var change = _instance.Cost(unit, target) - _instance.Cost(unit, from) + (_price * _map.OverAfter(unit, target));
        if (_draw.Below(3) == 0)
        {
            if (Accepted(change, temperature) && _map.CanLeave(unit))
            {
                _map.Move(unit, target);
                Keep();
            }

            return;
        }

        if (!_map.CanLeave(unit))
        {
            return;
        }

        _map.Move(unit, target);
        var (second, on) = Second(target, unit);
        var more = on < 0 ? 0 : _instance.Cost(second, on) - _instance.Cost(second, target) + (_price * _map.OverAfter(second, on));
        if (on >= 0 && Accepted(change + more, temperature) && _map.CanLeave(second))
        {
            _map.Move(second, on);
            Keep();
        }
        else if (Accepted(change, temperature))
        {
            Keep();
        }
        else
        {
            _map.Move(unit, from);
        }
    }

    /// <summary>A unit of an area that lies on its border, and the area beyond; −1 where chance found none.</summary>
    private (int Unit, int Target) Second(int area, int not)
    {
        var members = _map.Members(area);
        for (var t = 0; t < Tries; t++)
        {
            var unit = members[_draw.Below(members.Length)];
            if (unit != not && Target(unit) is >= 0 and var target)
            {
                return (unit, target);
            }
        }

        return (-1, -1);
    }

    private int Target(int unit)
    {
        var area = _map.Of[unit];
        if (_standsAt[unit] is >= 0 and var own && own != area && _map.Members(own).Length == 0)
        {
            return own;
        }

        var beside = _instance.Neighbours(unit);
        if (beside.Length == 0)
        {
            return -1;
        }

        var target = _map.Of[beside[_draw.Below(beside.Length)]];
        return target == area ? -1 : target;
    }

    private bool Accepted(double change, double temperature) => change <= 0 || _draw.Unit() < Math.Exp(-change / temperature);

    private void Keep()
    {
        if (_map.Over == 0 && _map.Cost < _bestCost - 1e-9)
        {
            (_bestCost, BestAssign) = (_map.Cost, _map.Of.ToArray());
        }
    }
}
