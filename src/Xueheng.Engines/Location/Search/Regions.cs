namespace Xueheng.Engines.Location.Search;

/// <summary>
/// Large neighbourhoods: a few neighbouring clusters are taken out, solved as an instance of their own, and put back when that is cheaper. Regions that
/// share nothing are solved side by side.
/// </summary>
internal sealed class Regions
{
    private const int AtATime = 4;
    private const int Nodes = 20;
    private const int Fewest = 24;
    private const int Most = 160;

    private readonly LocationInstance _instance;
    private readonly Neighbourhood _near;
    private readonly double[] _multipliers;
    private readonly Incumbent _best;
    private readonly Draw _draw;
    private readonly long[] _tried;
    private readonly int[] _taken;
    private double _size = 50;
    private long _turn;
    private ulong _seed;

    public Regions(LocationInstance instance, Neighbourhood near, double[] multipliers, Incumbent best, ulong seed)
    {
        (_instance, _near, _multipliers, _best, _seed) = (instance, near, multipliers, best, seed * 1_000);
        _draw = new Draw(seed);
        (_tried, _taken) = (new long[instance.Facilities], new int[instance.Facilities]);
    }

    /// <summary>True once every cluster has been in a region.</summary>
    public bool Covered { get; private set; }

    /// <returns>True when something got cheaper.</returns>
    public bool Batch(int threads, Func<bool> stop, Action<double> spend)
    {
        var clusters = new Dictionary<int, List<int>>();
        for (var i = 0; i < _instance.Units; i++)
        {
            (clusters.TryGetValue(_best.Assign[i], out var units) ? units : clusters[_best.Assign[i]] = []).Add(i);
        }

        for (var j = 0; j < _best.Open.Length; j++)
        {
            if (_best.Open[j] && !clusters.ContainsKey(j))
            {
                clusters[j] = [];
            }
        }

        Array.Clear(_taken);
        var regions = new List<Region>();
        for (var r = 1; r <= AtATime; r++)
        {
            if (Choose(clusters, r) is { } region)
            {
                regions.Add(region);
            }
        }

        var works = new double[regions.Count];
        var seed = _seed += AtATime;
        void Solve(int r) => works[r] = regions[r].Solve(_multipliers, Nodes, seed + (ulong)r, stop);
        if (threads > 1 && regions.Count > 1)
        {
            Parallel.For(0, regions.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, Solve);
        }
        else
        {
            for (var r = 0; r < regions.Count; r++)
            {
                Solve(r);
            }
        }

        spend(works.Sum());
        Covered = clusters.Keys.All(j => _tried[j] > 0);
        return PutBack(regions);
    }

    private bool PutBack(List<Region> regions)
    {
        var (assign, open, gain, proven) = (_best.Assign.ToArray(), _best.Open.ToArray(), 0.0, 0);
        foreach (var region in regions)
        {
            gain += region.PutInto(assign, open);
            proven += region.Proven ? 1 : 0;
        }

        if (regions.Count > 0)
        {
            _size = Math.Clamp(_size * (proven * 2 >= regions.Count ? 1.02 : 0.98), Fewest, Most);
        }

        return gain > 0 && _best.Offer(_best.Cost - gain, assign, open);
    }

    /// <summary>Clusters around the one longest untried.</summary>
    private Region? Choose(Dictionary<int, List<int>> clusters, int number)
    {
        var seed = -1;
        var seen = 0;
        foreach (var j in clusters.Keys.Where(j => _taken[j] == 0).Order())
        {
            if (seed < 0 || _tried[j] < _tried[seed] || (_tried[j] == _tried[seed] && _draw.Below(++seen + 1) == 0))
            {
                seed = j;
            }
        }

        if (seed < 0)
        {
            return null;
        }

        var (open, units) = (new List<int>(), new List<int>());
        foreach (var j in Around(seed, clusters))
        {
            if (open.Count > 1 && units.Count + clusters[j].Count > _size)
            {
                break;
            }

            open.Add(j);
            units.AddRange(clusters[j]);
        }

        _turn++;
        foreach (var j in open)
        {
            (_taken[j], _tried[j]) = (number, _tried[j] + 1 + _draw.Below(2));
        }

        var closed = Closed(units, number);
        return units.Count == 0 ? null : new Region(_instance, units, open, closed, _best);
    }

    /// <summary>Open facilities not taken, nearest first, with chance in it so that regions differ.</summary>
    private IEnumerable<int> Around(int seed, Dictionary<int, List<int>> clusters)
    {
        var unit = clusters[seed].Count > 0 ? clusters[seed][_draw.Below(clusters[seed].Count)] : Math.Max(0, _instance.Facility(seed).Site);
        return clusters.Keys.Where(j => j != seed && _taken[j] == 0)
            .Select(j => (j, Far: Distance(unit, j, clusters[j]) * (1 + (0.3 * Jitter(j)))))
            .OrderBy(x => x.Far).ThenBy(x => x.j).Select(x => x.j).Prepend(seed);
    }

    private double Distance(int unit, int facility, List<int> members)
    {
        var site = _instance.Facility(facility).Site;
        return _instance.Places.Length > 0 && site >= 0 ? _instance.Places[unit].DistanceTo(_instance.Places[site])
            : members.Count == 0 ? _instance.Cost(unit, facility)
            : members.Min(i => _instance.Cost(unit, facility) + _instance.Cost(i, facility));
    }

    private double Jitter(int facility)
    {
        var z = ((ulong)facility * 0x9E3779B97F4A7C15) ^ ((ulong)_turn * 0xBF58476D1CE4E5B9);
        z ^= z >> 29;
        return ((z * 0x94D049BB133111EB) >> 40) / (double)(1 << 24);
    }

    /// <summary>Closed facilities in or near the region that no other region has.</summary>
    private List<int> Closed(List<int> units, int number)
    {
        var closed = new List<int>();
        var inside = units.ToHashSet();
        var arcs = _near.Arcs;
        foreach (var i in units)
        {
            for (var a = arcs.UnitStart[i]; a < Math.Min(arcs.UnitStart[i] + 8, arcs.UnitStart[i + 1]); a++)
            {
                var j = arcs.Facility[a];
                var site = _instance.Facility(j).Site;
                if (!_best.Open[j] && _taken[j] == 0 && (_instance.Facilities < _instance.Units || inside.Contains(site)))
                {
                    _taken[j] = number;
                    closed.Add(j);
                }
            }
        }

        return closed;
    }
}
