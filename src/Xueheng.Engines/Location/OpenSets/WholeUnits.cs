using Google.OrTools.LinearSolver;
using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>The generalised assignment problem over the arcs that are left, as an integer program for SCIP.</summary>
internal static class WholeUnits
{
    private const double WorkOfArc = 0.05;
    private const double WorkOfArcNode = 1e-3;

    /// <param name="left">The arcs left below a cutoff; every facility in it is open.</param>
    /// <param name="seconds">Seconds of the clock; infinite for none.</param>
    /// <param name="nodes">Nodes of the solver.</param>
    /// <returns>The best assignment found over these arcs; whether it is the best there is; about the milliseconds of one core it took.</returns>
    public static (int[]? Assign, bool Complete, double Work) Solve(Arcs left, double seconds, long nodes)
    {
        var instance = left.Instance;
        using var solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("SCIP is not in this build of OR-Tools.");
        var loads = new Constraint?[instance.Facilities];
        var variables = new Variable[left.Count];
        var objective = solver.Objective();
        for (var i = 0; i < instance.Units; i++)
        {
            var once = solver.MakeConstraint(1, 1);
            for (var a = left.UnitStart[i]; a < left.UnitStart[i + 1]; a++)
            {
                var j = left.Facility[a];
                var x = variables[a] = solver.MakeBoolVar("");
                once.SetCoefficient(x, 1);
                (loads[j] ??= solver.MakeConstraint(double.NegativeInfinity, instance.Capacity(j))).SetCoefficient(x, instance.Demand(i));
                objective.SetCoefficient(x, left.Cost[a]);
            }
        }

        objective.SetMinimization();
        solver.SetSolverSpecificParametersAsString(FormattableString.Invariant($"limits/totalnodes = {nodes}"));
        if (double.IsFinite(seconds))
        {
            solver.SetTimeLimit((long)Math.Max(1, seconds * 1000));
        }

        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-7);
        var status = solver.Solve(parameters);
        var work = left.Count * (WorkOfArc + (WorkOfArcNode * solver.Nodes()));
        if (status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            return (null, status == Solver.ResultStatus.INFEASIBLE, work);
        }

        var assign = new int[instance.Units];
        for (var a = 0; a < variables.Length; a++)
        {
            if (variables[a].SolutionValue() > 0.5)
            {
                assign[left.Unit[a]] = left.Facility[a];
            }
        }

        return (assign, status == Solver.ResultStatus.OPTIMAL, work);
    }
}
