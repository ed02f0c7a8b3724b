using Google.OrTools.Graph;
using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>
/// The cost of a set of open facilities when units may be split among them: a transportation problem, a bound of what the set costs with units
/// whole, and close to it where units are small beside capacities.
/// </summary>
internal sealed class Transport(Arcs arcs, int width)
{
    /// <summary>Costs of a unit of demand in whole numbers: the dearest arc is about this.</summary>
    private const double Largest = 1e8;

    private readonly LocationInstance _instance = arcs.Instance;
    private readonly double _scale = Largest / Math.Max(1e-12, DearestOfOne(arcs));

    /// <summary>Cost of serving and opening, rounded down where rounding is needed; infinite when the set cannot hold the demand.</summary>
    /// <param name="flows">Where given, the arcs used and how much of the unit's demand goes over each.</param>
    public double Cost(bool[] open, List<(int Arc, int Demand)>? flows = null)
    {
        var (capacity, cost) = (0L, 0.0);
        for (var j = 0; j < open.Length; j++)
        {
            if (open[j])
            {
                capacity += _instance.Capacity(j);
                cost += _instance.FixedCost(j);
            }
        }

        if (capacity < _instance.TotalDemand)
        {
            return double.PositiveInfinity;
        }

        for (var wide = width; ; wide = int.MaxValue)
        {
            if (Flow(open, wide, flows) is { } flow)
            {
                return cost + flow;
            }

            if (wide == int.MaxValue)
            {
                return double.PositiveInfinity;
            }
        }
    }

    private double? Flow(bool[] open, int wide, List<(int Arc, int Demand)>? flows)
    {
        using var flow = new MinCostFlow();
        var (units, free) = (_instance.Units, 0.0);
        var used = new List<int>();
        for (var i = 0; i < units; i++)
        {
            var taken = 0;
            for (var a = arcs.UnitStart[i]; a < arcs.UnitStart[i + 1] && taken < wide; a++)
            {
                var j = arcs.Facility[a];
                if (!open[j])
                {
                    continue;
                }

                if (_instance.Demand(i) == 0)
                {
                    free += arcs.Cost[a];
                    break;
                }

                taken++;
                flow.AddArcWithCapacityAndUnitCost(i, units + j, _instance.Demand(i), (long)(arcs.Cost[a] / _instance.Demand(i) * _scale));
                used.Add(a);
            }

            flow.SetNodeSupply(i, _instance.Demand(i));
        }

        var sink = units + open.Length;
        for (var j = 0; j < open.Length; j++)
        {
            if (open[j])
            {
                flow.AddArcWithCapacityAndUnitCost(units + j, sink, _instance.Capacity(j), 0);
            }
        }

        flow.SetNodeSupply(sink, -_instance.TotalDemand);
        if (flow.Solve() != MinCostFlowBase.Status.OPTIMAL)
        {
            return null;
        }

        if (flows is not null)
        {
            flows.Clear();
            for (var k = 0; k < used.Count; k++)
            {
                if (flow.Flow(k) is > 0 and var demand)
                {
                    flows.Add((used[k], (int)demand));
                }
            }
        }

        return free + (flow.OptimalCost() / _scale);
    }

    private static double DearestOfOne(Arcs arcs)
    {
        var most = 0.0;
        for (var a = 0; a < arcs.Count; a++)
        {
            most = Math.Max(most, arcs.Cost[a] / Math.Max(1, arcs.Instance.Demand(arcs.Unit[a])));
        }

        return most;
    }
}
