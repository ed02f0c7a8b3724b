namespace Xueheng.Engines.Location.Areas;

/// <summary>An assignment whose areas hang together, changed one unit at a time without ever coming apart.</summary>
internal sealed class AreaMap
{
    private readonly LocationInstance _instance;
    private readonly int[] _of;
    private readonly int[] _at;
    private readonly int[][] _members;
    private readonly int[] _count;
    private readonly long[] _load;
    private readonly int[] _stamp;
    private readonly int[] _queue;
    private int _now;

    /// <param name="assign">The facility of each unit; every area hangs together with its site.</param>
    public AreaMap(LocationInstance instance, IReadOnlyList<int> assign)
    {
        var (n, m) = (instance.Units, instance.Facilities);
        (_instance, _of, _at, _count, _load) = (instance, [.. assign], new int[n], new int[m], new long[m]);
        (_members, _stamp, _queue) = ([.. Enumerable.Range(0, m).Select(_ => new int[n])], new int[n], new int[n]);
        for (var i = 0; i < n; i++)
        {
            Cost += instance.Cost(i, _of[i]);
            Put(i, _of[i]);
        }

        for (var j = 0; j < m; j++)
        {
            Over += Math.Max(0, _load[j] - instance.Capacity(j));
        }
    }

    /// <summary>The facility of each unit.</summary>
    public ReadOnlySpan<int> Of => _of;

    /// <summary>Cost of serving, without fixed costs.</summary>
    public double Cost { get; private set; }

    /// <summary>Demand above capacity, over all facilities.</summary>
    public long Over { get; private set; }

    public ReadOnlySpan<int> Members(int facility) => _members[facility].AsSpan(0, _count[facility]);

    public long Load(int facility) => _load[facility];

    /// <summary>How much demand above capacity a move adds.</summary>
    public long OverAfter(int unit, int to)
    {
        var (from, demand) = (_of[unit], _instance.Demand(unit));
        long Above(int j, long change) => Math.Max(0, _load[j] + change - _instance.Capacity(j)) - Math.Max(0, _load[j] - _instance.Capacity(j));
        return Above(from, -demand) + Above(to, demand);
    }

    public void Move(int unit, int to)
    {
        Over += OverAfter(unit, to);
        var from = _of[unit];
        Cost += _instance.Cost(unit, to) - _instance.Cost(unit, from);
        var last = _members[from][--_count[from]];
        (_members[from][_at[unit]], _at[last]) = (last, _at[unit]);
        _load[from] -= _instance.Demand(unit);
        Put(unit, to);
    }

    /// <summary>Whether a unit beside a facility's area may join it: it has a unit there beside it, or the facility stands in it and serves nobody.</summary>
    public bool CanJoin(int unit, int to)
    {
        if (_count[to] == 0)
        {
            return _instance.Facility(to).Site == unit;
        }

        foreach (var next in _instance.Neighbours(unit))
        {
            if (_of[next] == to)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the rest of its area still hangs together with the site when a unit leaves it.</summary>
    public bool CanLeave(int unit)
    {
        var area = _of[unit];
        if (_count[area] == 1)
        {
            return true;
        }

        if (_instance.Facility(area).Site == unit)
        {
            return false;
        }

        // Every unit of the area reached the site before; without this one each part left has one of its neighbours in it.
        var stamp = _now += 2;
        var (beside, first) = (0, -1);
        foreach (var next in _instance.Neighbours(unit))
        {
            if (_of[next] == area)
            {
                (_stamp[next], first) = (stamp, next);
                beside++;
            }
        }

        if (beside <= 1)
        {
            return true;
        }

        var (head, tail) = (0, 1);
        (_queue[0], _stamp[first], _stamp[unit]) = (first, stamp + 1, stamp + 1);
        beside--;
        while (head < tail)
        {
            foreach (var next in _instance.Neighbours(_queue[head++]))
            {
                if (_of[next] != area || _stamp[next] == stamp + 1)
                {
                    continue;
                }

                if (_stamp[next] == stamp && --beside == 0)
                {
                    return true;
                }

                _stamp[next] = stamp + 1;
                _queue[tail++] = next;
            }
        }

        return false;
    }

    private void Put(int unit, int to)
    {
        _of[unit] = to;
        _at[unit] = _count[to];
        _members[to][_count[to]++] = unit;
        _load[to] += _instance.Demand(unit);
    }
}
