using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.Areas;

/// <summary>Large neighbourhoods: some areas side by side are drawn anew by a whole-number program, and kept when that is cheaper.</summary>
internal sealed class AreaRegions
{
    private const int AtATime = 2;
    private const double FewestUnits = 30;
    private const long Nodes = 300;
    private const double MostSeconds = 5;
    private const double WorkOfNode = 3;
    private const double WorkOfRound = 40;

    private readonly LocationInstance _instance;
    private readonly Incumbent _best;
    private readonly Meter _meter;
    private readonly Budget _budget;
    private readonly Draw _draw;
    private readonly bool _choose;
    private readonly int[] _tried;
    private double _size;

    /// <param name="choose">Whether facilities of a region may be closed and others opened in it.</param>
    public AreaRegions(LocationInstance instance, Incumbent best, Meter meter, Budget budget, ulong seed, bool choose = false)
    {
        (_instance, _best, _meter, _budget, _draw) = (instance, best, meter, budget, new Draw(seed));
        _choose = choose;
        (_tried, _size) = (new int[instance.Facilities], Math.Min(instance.Units, 80));
    }

    /// <summary>Regions drawn since anything got cheaper.</summary>
    public int Stale { get; private set; }

    /// <summary>About how many units a region has.</summary>
    public double Size => _size;

    /// <param name="allowed">Whether a unit may be in a facility's area.</param>
    public void Batch(Func<int, int, bool> allowed, IReadOnlyList<Separator> separators)
    {
        var (assign, open) = (_best.Assign.ToArray(), _best.Open.ToArray());
        var beside = Beside(assign);
        var taken = new bool[_instance.Facilities];
        var regions = Enumerable.Range(0, AtATime).Select(_ => Choose(assign, open, beside, taken)).Where(r => r.Length > 1).ToList();
        var results = new AreaDrawn[regions.Count];
        var seconds = _budget.Repeatable ? double.PositiveInfinity : Math.Min(MostSeconds, Math.Max(0.05, _meter.SecondsLeft));
        var start = (int[])assign.Clone();
        var opened = (bool[])open.Clone();
        var inRegion = new int[_instance.Facilities];
        Array.Fill(inRegion, -1);
        void Solve(int r)
        {
            var inside = new bool[_instance.Facilities];
            foreach (var j in regions[r])
            {
                inside[j] = true;
            }

            int[] units = [.. Enumerable.Range(0, start.Length).Where(i => inside[start[i]])];
            var sites = units.ToHashSet();
            int[] facilities = _choose ? [.. regions[r], .. Enumerable.Range(0, opened.Length).Where(j => !opened[j] && sites.Contains(_instance.Facility(j).Site))] : regions[r];
            int? count = !_choose ? null : _instance.OpenExactly is null ? -1 : regions[r].Length;
            using var model = new AreaModel(_instance, "SCIP", units, facilities, (i, j) => start[i] == j || allowed(i, j), count);
            foreach (var separator in separators)
            {
                if (inside[separator.Facility] && inside[start[separator.Unit]])
                {
                    model.Add(separator);
                }
            }

            results[r] = AreaProgram.Run(_instance, model, start, opened, seconds, Nodes, _meter.Cancellation);
        }

        if (_budget.Threads > 1 && regions.Count > 1)
        {
            Parallel.For(0, regions.Count, Solve);
        }
        else
        {
            for (var r = 0; r < regions.Count; r++)
            {
                Solve(r);
            }
        }

        var finished = results.Count(r => r.Nodes < Nodes && r.Rounds < AreaProgram.MostRounds);
        _size = Math.Clamp(_size * (finished == results.Length ? 1.05 : 0.93), FewestUnits, Math.Max(FewestUnits, _instance.Units));
        var before = Cost(assign, open);
        for (var r = 0; r < results.Length; r++)
        {
            if (results[r].Assign is { } drawn)
            {
                foreach (var j in regions[r])
                {
                    inRegion[j] = r;
                }

                for (var i = 0; i < start.Length; i++)
                {
                    assign[i] = inRegion[start[i]] == r ? drawn[i] : assign[i];
                }

                for (var j = 0; j < open.Length; j++)
                {
                    open[j] = results[r].Open![j] != opened[j] ? results[r].Open![j] : open[j];
                }
            }
        }

        var better = Cost(assign, open) < before - (1e-9 * Math.Abs(before));
        _meter.Spend(results.Sum(r => (r.Nodes * WorkOfNode) + (r.Rounds * WorkOfRound)) + 1);
        Stale = better ? 0 : Stale + regions.Count + (regions.Count == 0 ? 1 : 0);
        _best.Offer(Cost(assign, open), assign, open);
    }

    private double Cost(int[] assign, bool[] open) =>
        Enumerable.Range(0, assign.Length).Sum(i => _instance.Cost(i, assign[i])) + Enumerable.Range(0, open.Length).Sum(j => open[j] ? _instance.FixedCost(j) : 0);

    /// <summary>How many pairs of neighbours two areas have across their border.</summary>
    private int[,] Beside(int[] assign)
    {
        var beside = new int[_instance.Facilities, _instance.Facilities];
        for (var i = 0; i < assign.Length; i++)
        {
            foreach (var k in _instance.Neighbours(i))
            {
                if (assign[i] != assign[k])
                {
                    beside[assign[i], assign[k]]++;
                }
            }
        }

        return beside;
    }

    /// <summary>Areas around the one least tried, each drawn by how long its border with the region is.</summary>
    private int[] Choose(int[] assign, bool[] open, int[,] beside, bool[] taken)
    {
        var free = Enumerable.Range(0, open.Length).Where(j => open[j] && !taken[j]).ToList();
        if (free.Count == 0)
        {
            return [];
        }

        var count = new int[open.Length];
        foreach (var j in assign)
        {
            count[j]++;
        }

        var least = free.Min(j => _tried[j]);
        var first = free.Where(j => _tried[j] == least).ToList() is var seeds ? seeds[_draw.Below(seeds.Count)] : 0;
        var (region, units) = (new List<int> { first }, count[first]);
        taken[first] = true;
        _tried[first]++;
        while (true)
        {
            var edges = free.Where(j => !taken[j]).Select(j => (Facility: j, Border: region.Sum(r => beside[r, j]))).Where(e => e.Border > 0).ToList();
            if (edges.Count == 0)
            {
                break;
            }

            var at = _draw.Below(edges.Sum(e => e.Border));
            var next = edges[0].Facility;
            foreach (var (facility, border) in edges)
            {
                next = facility;
                if ((at -= border) < 0)
                {
                    break;
                }
            }

            if (region.Count > 2 && units + count[next] > _size)
            {
                break;
            }

            taken[next] = true;
            region.Add(next);
            units += count[next];
            _tried[next]++;
        }

        return [.. region];
    }
}
