using Google.OrTools.LinearSolver;
using Xueheng.Engines.Location;

namespace Xueheng.Bench;

/// <summary>
/// The textbook model of connected areas for SCIP: x of each unit and facility, y of each facility, and for each facility a flow from its site along the
/// pairs of neighbours that leaves one unit of flow at each unit served.
/// </summary>
internal static class PlainAreas
{
    private const long MostFlows = 300_000;

    public static PlainAnswer Scip(LocationInstance instance, int seconds, int threads)
    {
        _ = threads;
        var pairs = Enumerable.Range(0, instance.Units).Sum(i => (long)instance.Neighbours(i).Length);
        if (pairs * instance.Facilities > MostFlows)
        {
            return new PlainAnswer(double.NaN, double.NaN, Built: false);
        }

        using var solver = Solver.CreateSolver("SCIP");
        var (n, infinite) = (instance.Units, double.PositiveInfinity);
        var once = Enumerable.Range(0, n).Select(_ => solver.MakeConstraint(1, 1)).ToArray();
        var count = instance.OpenExactly is { } p ? solver.MakeConstraint(p, p) : null;
        for (var j = 0; j < instance.Facilities; j++)
        {
            var open = solver.MakeBoolVar("");
            solver.Objective().SetCoefficient(open, instance.FixedCost(j));
            count?.SetCoefficient(open, 1);
            var load = solver.MakeConstraint(-infinite, 0);
            load.SetCoefficient(open, -instance.Capacity(j));
            var site = instance.Facility(j).Site;
            var x = new Variable[n];
            var (balance, inflow) = (new Constraint?[n], new Constraint[n]);
            for (var i = 0; i < n; i++)
            {
                x[i] = solver.MakeBoolVar("");
                once[i].SetCoefficient(x[i], 1);
                load.SetCoefficient(x[i], instance.Demand(i));
                solver.Objective().SetCoefficient(x[i], instance.Cost(i, j));
                inflow[i] = solver.MakeConstraint(-infinite, 0);
                inflow[i].SetCoefficient(x[i], -n);
                if (i != site)
                {
                    balance[i] = solver.MakeConstraint(0, 0);
                    balance[i]!.SetCoefficient(x[i], -1);
                }
            }

            for (var i = 0; i < n; i++)
            {
                foreach (var k in instance.Neighbours(i))
                {
                    // A unit passes flow on only when it is in the area itself: what it takes in is bounded, and only the site makes any.
                    var flow = solver.MakeNumVar(0, n, "");
                    balance[k]?.SetCoefficient(flow, 1);
                    balance[i]?.SetCoefficient(flow, -1);
                    inflow[k].SetCoefficient(flow, 1);
                    if (i == site)
                    {
                        var own = solver.MakeConstraint(-infinite, 0);
                        own.SetCoefficient(flow, 1);
                        own.SetCoefficient(x[site], -n);
                    }
                }
            }
        }

        solver.Objective().SetMinimization();
        solver.SetTimeLimit(seconds * 1000L);
        var status = solver.Solve();
        return status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE
            ? new PlainAnswer(solver.Objective().Value(), solver.Objective().BestBound())
            : new PlainAnswer(double.NaN, double.NaN);
    }
}
