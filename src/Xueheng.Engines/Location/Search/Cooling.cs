namespace Xueheng.Engines.Location.Search;

/// <summary>
/// Annealing from hot to cold. In each round a line of random direction halves the map and both halves are annealed, side by side where there
/// are threads; the halves, the draws and so the answer are the same without.
/// </summary>
internal sealed class Cooling
{
    private const int FewestToHalve = 60;
    private const double Dearest = 1e3;

    private readonly LocationInstance _instance;
    private readonly Neighbourhood _near;
    private readonly Clustering _now;
    private readonly int[] _parts;
    private readonly ulong _seed;
    private readonly bool _relocates;
    private readonly int _halves;
    private readonly double _unitCost;
    private double _price;
    private double _cost;
    private long _excess;
    private ulong _round;

    /// <param name="relocates">False to leave the set of open facilities as it is.</param>
    public Cooling(Neighbourhood near, int[] assign, bool[] open, ulong seed, bool relocates = true)
    {
        (_near, _instance, _seed, _relocates) = (near, near.Arcs.Instance, seed, relocates);
        _now = new Clustering(_instance);
        _now.Become(assign, open);
        _parts = new int[_instance.Facilities];
        (_cost, _excess) = (_now.Cost(), _now.Excess());
        var fixedCosts = 0.0;
        for (var j = 0; j < open.Length; j++)
        {
            fixedCosts += open[j] ? _instance.FixedCost(j) : 0;
        }

        _unitCost = (_cost - fixedCosts) / _instance.Units;
        _price = 4 * _unitCost * _instance.Units / Math.Max(1, _instance.TotalDemand);
        _halves = _instance.Places.Length > 0 && open.Count(o => o) >= FewestToHalve ? 2 : 1;
    }

    /// <summary>Cost of the best assignment within all capacities; infinite while there is none.</summary>
    public double BestCost { get; private set; } = double.PositiveInfinity;

    public int[] BestAssign { get; private set; } = [];

    public bool[] BestOpen { get; private set; } = [];

    /// <summary>Proposals in a round.</summary>
    public int RoundSize => _instance.Units * 40;

    /// <param name="heat">Temperature as a multiple of the average cost of serving a unit.</param>
    public void Round(double heat, int threads)
    {
        Halve();
        var temperature = heat * _unitCost;
        var tasks = new (double Change, long Excess)[_halves];
        var units = new int[_halves][];
        for (var h = 0; h < _halves; h++)
        {
            units[h] = [.. Enumerable.Range(0, _instance.Units).Where(i => _parts[_now.Assign[i]] == h)];
        }

        void Half(int h)
        {
            var annealing = new Annealing(_now, _near, new Draw((_seed * 1_000_003) + (_round * 2) + (ulong)h), _relocates);
            annealing.Run(units[h], _parts, h, (int)((long)RoundSize * units[h].Length / _instance.Units), temperature, _price);
            tasks[h] = (annealing.Change, annealing.ExcessChange);
        }

        if (_halves > 1 && threads > 1)
        {
            Parallel.For(0, _halves, Half);
        }
        else
        {
            for (var h = 0; h < _halves; h++)
            {
                Half(h);
            }
        }

        _round++;
        foreach (var (change, excess) in tasks)
        {
            (_cost, _excess) = (_cost + change, _excess + excess);
        }

        _price = Math.Clamp(_price * (_excess > 0 ? 1.1 : 0.97), 1e-9, _unitCost * Dearest);
        if (_excess == 0 && _cost < BestCost - 1e-9)
        {
            (BestCost, BestAssign, BestOpen) = (_cost, [.. _now.Assign], [.. _now.IsOpen]);
        }
    }

    /// <summary>Goes back to the best assignment found.</summary>
    public void Return()
    {
        if (BestAssign.Length > 0)
        {
            _now.Become(BestAssign, BestOpen);
            (_cost, _excess) = (_now.Cost(), 0);
        }
    }

    private void Halve()
    {
        if (_halves == 1)
        {
            return;
        }

        var draw = new Draw(_seed + (_round * 7919));
        var angle = draw.Unit() * Math.PI * 2;
        var (east, north) = (Math.Cos(angle), Math.Sin(angle));
        var along = new double[_instance.Facilities];
        for (var j = 0; j < along.Length; j++)
        {
            var place = _instance.Places[_instance.Facility(j).Site];
            along[j] = (place.X * east) + (place.Y * north);
        }

        var sorted = along.ToArray();
        Array.Sort(sorted);
        var middle = sorted[(int)(sorted.Length * (0.3 + (0.4 * draw.Unit())))];
        for (var j = 0; j < along.Length; j++)
        {
            _parts[j] = along[j] < middle ? 0 : 1;
        }
    }
}
