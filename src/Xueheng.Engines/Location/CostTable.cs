namespace Xueheng.Engines.Location;

/// <summary>The cost of serving unit i from facility j: kept as a table where that is small, worked out from the places where it is not.</summary>
public sealed class CostTable
{
    /// <summary>Above this many pairs the costs are worked out when asked for (72 MB of doubles).</summary>
    private const long MostKept = 9_000_000;

    private readonly double[]? _kept;
    private readonly Point[] _units = [];
    private readonly Point[] _facilities = [];
    private readonly double[] _perDistance = [];
    private readonly bool _floor;

    private CostTable(int units, int facilities, double[] kept) => (Units, Facilities, _kept) = (units, facilities, kept);

    private CostTable(Point[] units, Point[] facilities, double[] perDistance, bool floor)
    {
        (Units, Facilities, _units, _facilities, _perDistance, _floor) = (units.Length, facilities.Length, units, facilities, perDistance, floor);
        if ((long)Units * Facilities > MostKept)
        {
            return;
        }

        var kept = new double[Units * Facilities];
        for (var (i, at) = (0, 0); i < Units; i++)
        {
            for (var j = 0; j < Facilities; j++, at++)
            {
                kept[at] = WorkedOut(i, j);
            }
        }

        _kept = kept;
    }

    public int Units { get; }

    public int Facilities { get; }

    /// <summary>Cost of serving a unit (0-based) from a facility (0-based).</summary>
    public double this[int unit, int facility] => _kept is { } kept ? kept[(unit * Facilities) + facility] : WorkedOut(unit, facility);

    /// <summary>A given table, units × facilities.</summary>
    public static CostTable Of(double[,] costs)
    {
        var kept = new double[costs.Length];
        Buffer.BlockCopy(costs, 0, kept, 0, kept.Length * sizeof(double));
        return new CostTable(costs.GetLength(0), costs.GetLength(1), kept);
    }

    /// <summary>Straight distances, each multiplied by its unit's factor.</summary>
    /// <param name="perDistance">One factor a unit: 1 for plain distances, demand / 1000 for demand × km over metres.</param>
    /// <param name="floor">Distances rounded down to whole numbers before anything else, as the instances of pmedcap1 are defined.</param>
    public static CostTable Between(IReadOnlyList<Point> units, IReadOnlyList<Point> facilities, IReadOnlyList<double> perDistance, bool floor = false) =>
        new([.. units], [.. facilities], [.. perDistance], floor);

    private double WorkedOut(int unit, int facility)
    {
        var distance = _units[unit].DistanceTo(_facilities[facility]);
        return (_floor ? Math.Floor(distance) : distance) * _perDistance[unit];
    }
}
