using System.Runtime.CompilerServices;

namespace Xueheng.Engines.Location.Search;

/// <summary>An assignment that can be changed: every unit at an open facility, loads and members kept up, perhaps over capacity for a while.</summary>
internal sealed class Clustering
{
    private const int None = -1;

    private readonly int[] _head;
    private readonly int[] _next;
    private readonly int[] _before;

    public Clustering(LocationInstance instance)
    {
        Instance = instance;
        (Assign, _next, _before) = (new int[instance.Units], new int[instance.Units], new int[instance.Units]);
        (_head, Load, IsOpen) = (new int[instance.Facilities], new int[instance.Facilities], new bool[instance.Facilities]);
        Array.Fill(Assign, None);
        Array.Fill(_head, None);
    }

    public LocationInstance Instance { get; }

    /// <summary>The facility of each unit; −1 before the unit is put anywhere.</summary>
    public int[] Assign { get; }

    public int[] Load { get; }

    public bool[] IsOpen { get; }

    /// <summary>The first unit of a facility; −1 when it has none.</summary>
    public int First(int facility) => _head[facility];

    /// <summary>The unit after this one at the same facility; −1 when it is the last.</summary>
    public int After(int unit) => _next[unit];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int unit, int facility)
    {
        if (Assign[unit] is >= 0 and var old)
        {
            var (before, after) = (_before[unit], _next[unit]);
            if (before >= 0)
            {
                _next[before] = after;
            }
            else
            {
                _head[old] = after;
            }

            if (after >= 0)
            {
                _before[after] = before;
            }

            Load[old] -= Instance.Demand(unit);
        }

        var head = _head[facility];
        (_next[unit], _before[unit], _head[facility], Assign[unit]) = (head, None, unit, facility);
        if (head >= 0)
        {
            _before[head] = unit;
        }

        Load[facility] += Instance.Demand(unit);
    }

    /// <summary>All units of one facility to another, which is opened in its stead.</summary>
    public void Relocate(int from, int to)
    {
        (IsOpen[from], IsOpen[to]) = (false, true);
        (_head[to], Load[to]) = (_head[from], Load[from]);
        (_head[from], Load[from]) = (None, 0);
        for (var unit = _head[to]; unit >= 0; unit = _next[unit])
        {
            Assign[unit] = to;
        }
    }

    /// <summary>Takes over another assignment.</summary>
    public void Become(int[] assign, bool[] open)
    {
        Array.Fill(_head, None);
        Array.Clear(Load);
        Array.Fill(Assign, None);
        open.CopyTo(IsOpen, 0);
        for (var i = assign.Length - 1; i >= 0; i--)
        {
            Put(i, assign[i]);
        }
    }

    public double Cost()
    {
        var sum = 0.0;
        for (var i = 0; i < Assign.Length; i++)
        {
            sum += Instance.Cost(i, Assign[i]);
        }

        for (var j = 0; j < IsOpen.Length; j++)
        {
            sum += IsOpen[j] ? Instance.FixedCost(j) : 0;
        }

        return sum;
    }

    /// <summary>Demand above capacity, over all facilities.</summary>
    public long Excess()
    {
        var sum = 0L;
        for (var j = 0; j < Load.Length; j++)
        {
            sum += Math.Max(0, Load[j] - Instance.Capacity(j));
        }

        return sum;
    }
}
