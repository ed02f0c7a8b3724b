namespace Xueheng.Engines.Location.Search;

/// <summary>Some clusters as an instance of their own.</summary>
internal sealed class Region
{
    private readonly int[] _units;
    private readonly int[] _facilities;
    private readonly LocationInstance _part;
    private readonly Incumbent _best;
    private readonly double _before;

    /// <param name="closed">Closed facilities that may be opened instead.</param>
    public Region(LocationInstance whole, List<int> units, List<int> open, List<int> closed, Incumbent best)
    {
        (_units, _facilities) = ([.. units], [.. open, .. closed]);
        var costs = new double[_units.Length, _facilities.Length];
        for (var i = 0; i < _units.Length; i++)
        {
            for (var j = 0; j < _facilities.Length; j++)
            {
                costs[i, j] = whole.Cost(_units[i], _facilities[j]);
            }
        }

        var at = new Dictionary<int, int>();
        for (var j = 0; j < open.Count; j++)
        {
            at[open[j]] = j;
        }

        _part = new LocationInstance(
            [.. _units.Select(whole.Demand)], [.. _facilities.Select(j => whole.Facility(j) with { Site = -1 })], CostTable.Of(costs),
            whole.OpenExactly is null ? null : open.Count, whole.Places.Length == 0 ? null : [.. _units.Select(i => whole.Places[i])]);
        _best = new Incumbent(_part);
        int[] assign = [.. _units.Select(i => at[best.Assign[i]])];
        bool[] opened = [.. Enumerable.Range(0, _facilities.Length).Select(j => j < open.Count)];
        _before = EvaluateAssignment.Run(_part, assign, [.. Enumerable.Range(0, open.Count)]).Objective;
        _best.Offer(_before, assign, opened);
    }

    public bool Proven => _best.Proven;

    public double Solve(double[] multipliers, int nodes, ulong seed, Func<bool> stop) =>
        SmallSearch.Run(_part, _best, [.. _units.Select(i => multipliers[i])], nodes, seed, stop);

    /// <returns>How much cheaper it got.</returns>
    public double PutInto(int[] assign, bool[] open)
    {
        if (_best.Cost >= _before)
        {
            return 0;
        }

        for (var i = 0; i < _units.Length; i++)
        {
            assign[_units[i]] = _facilities[_best.Assign[i]];
        }

        for (var j = 0; j < _facilities.Length; j++)
        {
            open[_facilities[j]] = _best.Open[j];
        }

        return _before - _best.Cost;
    }
}
