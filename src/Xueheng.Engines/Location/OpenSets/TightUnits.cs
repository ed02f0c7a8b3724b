using Google.OrTools.Sat;
using Xueheng.Engines.Location.Lagrange;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>The generalised assignment problem over the arcs that are left, for CP-SAT.</summary>
internal static class TightUnits
{
    /// <summary>Costs are told in whole numbers: their sum is about this.</summary>
    private const double Largest = 1e12;

    /// <param name="left">The arcs left below a cutoff; every facility in it is open.</param>
    /// <param name="seconds">Seconds of the clock; infinite for none.</param>
    /// <param name="effort">Deterministic time of the solver.</param>
    /// <returns>The best assignment found over these arcs; whether it is the best there is, to within the rounding; about the milliseconds of one core it took.</returns>
    public static (int[]? Assign, bool Complete, double Work) Solve(Arcs left, double seconds, double effort)
    {
        var instance = left.Instance;
        var scale = Largest / Math.Max(1, left.Cost.Sum());
        var model = new CpModel();
        var variables = new BoolVar[left.Count];
        var loads = new LinearExprBuilder?[instance.Facilities];
        var objective = LinearExpr.NewBuilder();
        for (var i = 0; i < instance.Units; i++)
        {
            var one = new List<ILiteral>();
            for (var a = left.UnitStart[i]; a < left.UnitStart[i + 1]; a++)
            {
                var x = variables[a] = model.NewBoolVar("");
                one.Add(x);
                (loads[left.Facility[a]] ??= LinearExpr.NewBuilder()).AddTerm(x, instance.Demand(i));
                objective.AddTerm(x, (long)(left.Cost[a] * scale));
            }

            model.AddExactlyOne(one);
        }

        for (var j = 0; j < loads.Length; j++)
        {
            if (loads[j] is { } load)
            {
                model.Add(load <= instance.Capacity(j));
            }
        }

        model.Minimize(objective);
        var clock = double.IsFinite(seconds) ? FormattableString.Invariant($" max_time_in_seconds:{Math.Max(0.01, seconds):0.###}") : "";
        using var solver = new CpSolver { StringParameters = FormattableString.Invariant($"num_workers:1 random_seed:1 max_deterministic_time:{effort:0.###}{clock}") };
        var status = solver.Solve(model);
        var work = solver.Response!.DeterministicTime * Budget.WorkInSecond;
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return (null, status == CpSolverStatus.Infeasible, work);
        }

        var assign = new int[instance.Units];
        for (var a = 0; a < variables.Length; a++)
        {
            if (solver.BooleanValue(variables[a]))
            {
                assign[left.Unit[a]] = left.Facility[a];
            }
        }

        return (assign, status == CpSolverStatus.Optimal, work);
    }
}
