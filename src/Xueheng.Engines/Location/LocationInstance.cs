namespace Xueheng.Engines.Location;

/// <summary>A place that can serve units.</summary>
/// <param name="Site">The unit (0-based) it stands at; −1 when it stands at none.</param>
/// <param name="Capacity">Most demand it can serve; 0 serves only units without demand.</param>
/// <param name="FixedCost">Cost of opening it; 0 where opening is free.</param>
public readonly record struct Facility(int Site, int Capacity, double FixedCost);

/// <summary>
/// Units with demand, facilities with capacity and fixed cost, the cost of serving each unit from each facility. Every unit is served by exactly
/// one open facility within its capacity, at least total cost; where asked exactly p facilities are open, and the units of each facility
/// hang together with its site in a graph of neighbours.
/// </summary>
public sealed class LocationInstance
{
    private readonly int[] _demand;
    private readonly Facility[] _facilities;
    private readonly Point[] _places;
    private readonly int[][]? _neighbours;

    /// <param name="demand">Demand of each unit, not negative.</param>
    /// <param name="costs">Cost of each unit × facility.</param>
    /// <param name="openExactly">How many facilities are open; null leaves it to the costs.</param>
    /// <param name="places">Where the units are; empty when not known (used only to find what is near).</param>
    /// <param name="neighbours">The units beside each unit, symmetric; null when areas need not be connected.</param>
    public LocationInstance(
        IReadOnlyList<int> demand, IReadOnlyList<Facility> facilities, CostTable costs, int? openExactly = null, IReadOnlyList<Point>? places = null, IReadOnlyList<IReadOnlyList<int>>? neighbours = null)
    {
        ArgumentNullException.ThrowIfNull(costs);
        if (costs.Units != demand.Count || costs.Facilities != facilities.Count)
        {
            throw new ArgumentException($"A table of {costs.Units} × {costs.Facilities} for {demand.Count} units and {facilities.Count} facilities.", nameof(costs));
        }

        (_demand, _facilities, Costs, OpenExactly, _places) = ([.. demand], [.. facilities], costs, openExactly, [.. places ?? []]);
        _neighbours = neighbours is null ? null : [.. neighbours.Select(n => n.ToArray())];
        TotalDemand = _demand.Sum(d => (long)d);
    }

    public int Units => _demand.Length;

    public int Facilities => _facilities.Length;

    public CostTable Costs { get; }

    public long TotalDemand { get; }

    /// <summary>How many facilities are open; null leaves it to the costs.</summary>
    public int? OpenExactly { get; }

    public bool AsksConnectedAreas => _neighbours is not null;

    public ReadOnlySpan<int> Demands => _demand;

    /// <summary>Where the units are; empty when not known.</summary>
    public ReadOnlySpan<Point> Places => _places;

    public int Demand(int unit) => _demand[unit];

    public Facility Facility(int facility) => _facilities[facility];

    public int Capacity(int facility) => _facilities[facility].Capacity;

    public double FixedCost(int facility) => _facilities[facility].FixedCost;

    public double Cost(int unit, int facility) => Costs[unit, facility];

    /// <summary>The units beside a unit; asked only where areas must be connected.</summary>
    public ReadOnlySpan<int> Neighbours(int unit) => _neighbours![unit];
}
