namespace Xueheng.Engines.Location.Areas;

/// <summary>The largest flow through units that each carry so much, by shortest augmenting paths (Edmonds and Karp 1972), and the units that part its ends.</summary>
internal sealed class UnitFlow
{
    private const double Small = 1e-9;

    private readonly LocationInstance _instance;
    private readonly List<int> _nodes;
    private readonly int[] _local;
    private readonly double[] _carries;
    private readonly List<int> _to = [];
    private readonly List<double> _room = [];
    private readonly List<int>[] _from;
    private readonly int[] _by;

    /// <param name="local">Room for one number a unit.</param>
    public UnitFlow(LocationInstance instance, List<int> nodes, int[] local, Func<int, double> carries)
    {
        (_instance, _nodes, _local) = (instance, nodes, local);
        Array.Fill(local, -1);
        for (var k = 0; k < nodes.Count; k++)
        {
            local[nodes[k]] = k;
        }

        _carries = [.. nodes.Select(carries)];
        _from = [.. Enumerable.Range(0, nodes.Count * 2).Select(_ => new List<int>())];
        _by = new int[nodes.Count * 2];
        for (var k = 0; k < nodes.Count; k++)
        {
            Arc(2 * k, (2 * k) + 1);
            foreach (var next in instance.Neighbours(nodes[k]))
            {
                if (local[next] >= 0)
                {
                    Arc((2 * k) + 1, 2 * local[next]);
                }
            }
        }
    }

    /// <returns>Units that part the two and carry less than is enough together; null when more gets through.</returns>
    public int[]? Parting(int site, int unit, double enough)
    {
        var (source, sink) = (2 * _local[site], 2 * _local[unit]);
        for (var a = 0; a < _to.Count; a += 2)
        {
            var node = _to[a ^ 1];
            (_room[a], _room[a + 1]) = (_to[a] == node + 1 && (node & 1) == 0 ? _carries[node / 2] : double.PositiveInfinity, 0);
        }

        for (var sum = 0.0; ;)
        {
            if (!Reach(source, sink))
            {
                break;
            }

            var most = double.PositiveInfinity;
            for (var node = sink; node != source; node = _to[_by[node] ^ 1])
            {
                most = Math.Min(most, _room[_by[node]]);
            }

            sum += most;
            if (sum >= enough)
            {
                return null;
            }

            for (var node = sink; node != source; node = _to[_by[node] ^ 1])
            {
                _room[_by[node]] -= most;
                _room[_by[node] ^ 1] += most;
            }
        }

        var cut = new HashSet<int>();
        for (var k = 0; k < _nodes.Count; k++)
        {
            if (_by[2 * k] != -1 && _by[(2 * k) + 1] == -1)
            {
                cut.Add(_nodes[k]);
            }
        }

        return cut.Contains(site) ? [site] : Needed(unit, cut);
    }

    /// <summary>Those of a cut that the unit reaches first.</summary>
    private int[] Needed(int unit, HashSet<int> cut)
    {
        var (needed, seen, part) = (new SortedSet<int>(), new HashSet<int> { unit }, new List<int> { unit });
        for (var at = 0; at < part.Count; at++)
        {
            foreach (var next in _instance.Neighbours(part[at]))
            {
                if (_local[next] < 0 || !seen.Add(next))
                {
                    continue;
                }

                if (cut.Contains(next))
                {
                    needed.Add(next);
                }
                else
                {
                    part.Add(next);
                }
            }
        }

        return [.. needed];
    }

    private bool Reach(int source, int sink)
    {
        Array.Fill(_by, -1);
        _by[source] = -2;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var a in _from[node])
            {
                if (_room[a] > Small && _by[_to[a]] == -1)
                {
                    _by[_to[a]] = a;
                    if (_to[a] == sink)
                    {
                        return true;
                    }

                    queue.Enqueue(_to[a]);
                }
            }
        }

        return false;
    }

    private void Arc(int from, int to)
    {
        _from[from].Add(_to.Count);
        _to.Add(to);
        _room.Add(0);
        _from[to].Add(_to.Count);
        _to.Add(from);
        _room.Add(0);
    }
}
