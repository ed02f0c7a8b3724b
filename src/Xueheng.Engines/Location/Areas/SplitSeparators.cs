namespace Xueheng.Engines.Location.Areas;

/// <summary>
/// What parts units from their sites where units are split among facilities: the least weight of units that part the two, by the largest flow from
/// the site through units of the facility, each carrying its share (a cut in a graph whose nodes have capacities).
/// </summary>
internal sealed class SplitSeparators(LocationInstance instance)
{
    private const double Small = 1e-5;
    private const double Missing = 0.02;
    private const int MostOfFacility = 12;

    private readonly double[] _width = new double[instance.Units];
    private readonly int[] _local = new int[instance.Units];

    /// <param name="share">Share of a unit in a facility's area; negative where it may not be.</param>
    public List<Separator> Find(IReadOnlyList<int> facilities, IReadOnlyList<int> units, Func<int, int, double> share)
    {
        var found = new List<Separator>();
        foreach (var j in facilities)
        {
            var site = instance.Facility(j).Site;
            if (site < 0)
            {
                continue;
            }

            var nodes = units.Where(k => share(k, j) >= 0).ToList();
            if (!nodes.Contains(site))
            {
                continue;
            }

            Widths(site, nodes, j, share);
            var suspects = nodes.Where(i => i != site && share(i, j) > _width[i] + Missing).OrderByDescending(i => share(i, j) - _width[i]).ThenBy(i => i).Take(MostOfFacility).ToList();
            if (suspects.Count == 0)
            {
                continue;
            }

            var flow = new UnitFlow(instance, nodes, _local, k => Math.Max(0, share(k, j)));
            foreach (var i in suspects)
            {
                if (flow.Parting(site, i, share(i, j) - Missing) is { } parting)
                {
                    found.Add(new Separator(i, j, parting));
                }
            }
        }

        return found;
    }

    /// <summary>How much the widest single path from the site to beside each unit carries: a flow that is there without looking for the largest.</summary>
    private void Widths(int site, List<int> nodes, int facility, Func<int, int, double> share)
    {
        foreach (var k in nodes)
        {
            _width[k] = 0;
        }

        var queue = new PriorityQueue<int, (double, int)>();
        _width[site] = 1;
        queue.Enqueue(site, (-share(site, facility), site));
        while (queue.TryDequeue(out var unit, out var key))
        {
            var carries = -key.Item1;
            foreach (var next in instance.Neighbours(unit))
            {
                if (next != site && share(next, facility) >= 0 && carries > _width[next] + Small)
                {
                    _width[next] = carries;
                    queue.Enqueue(next, (-Math.Min(carries, share(next, facility)), next));
                }
            }
        }
    }
}
