using Google.OrTools.Sat;
using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.Search;

/// <summary>What the bound left undecided, as an integer program for CP-SAT.</summary>
internal static class Remainder
{
    /// <summary>Costs are told to the solver in whole numbers, the largest about this.</summary>
    private const double Largest = 1e9;

    /// <param name="cutoff">Only answers below this are looked for.</param>
    /// <param name="effort">Deterministic time of the solver.</param>
    /// <param name="seconds">Seconds of the clock; infinite for none.</param>
    /// <returns>A better assignment where one was found; a bound of all answers below the cutoff (the cutoff itself when there is none).</returns>
    public static (int[]? Assign, bool[]? Open, double Bound) Solve(Arcs arcs, Relaxation left, double cutoff, double effort, double seconds, int threads, CancellationToken cancellation)
    {
        var instance = arcs.Instance;
        var scale = Math.Pow(10, Math.Floor(Math.Log10(Largest / Math.Max(1, cutoff / instance.Units))));
        var model = new CpModel();
        var open = new BoolVar[instance.Facilities];
        for (var j = 0; j < open.Length; j++)
        {
            if (left.Forced[j] >= 0)
            {
                open[j] = model.NewBoolVar("");
                if (left.Forced[j] > 0)
                {
                    model.Add(open[j] == 1);
                }
            }
        }

        var (variables, arcsUsed) = (new List<BoolVar>(), new List<int>());
        var loads = new LinearExprBuilder?[instance.Facilities];
        var objective = LinearExpr.NewBuilder();
        for (var i = 0; i < instance.Units; i++)
        {
            var one = new List<ILiteral>();
            for (var a = arcs.UnitStart[i]; a < arcs.UnitStart[i + 1]; a++)
            {
                var j = arcs.Facility[a];
                if (left.Banned[a] || left.Forced[j] < 0)
                {
                    continue;
                }

                var x = model.NewBoolVar("");
                one.Add(x);
                variables.Add(x);
                arcsUsed.Add(a);
                if (left.Forced[j] == 0)
                {
                    model.AddImplication(x, open[j]);
                }

                (loads[j] ??= LinearExpr.NewBuilder()).AddTerm(x, instance.Demand(i));
                objective.AddTerm(x, (long)Math.Floor(arcs.Cost[a] * scale));
            }

            if (one.Count == 0)
            {
                return (null, null, cutoff);
            }

            model.AddExactlyOne(one);
        }

        var (count, total) = (LinearExpr.NewBuilder(), LinearExpr.NewBuilder());
        for (var j = 0; j < open.Length; j++)
        {
            if (left.Forced[j] < 0)
            {
                continue;
            }

            if (loads[j] is { } load)
            {
                model.Add(load <= LinearExpr.Term(open[j], instance.Capacity(j)));
            }

            count.Add(open[j]);
            total.AddTerm(open[j], instance.Capacity(j));
            objective.AddTerm(open[j], (long)Math.Floor(instance.FixedCost(j) * scale));
        }

        if (instance.OpenExactly is { } p)
        {
            model.Add(count == p);
        }

        model.Add(total >= instance.TotalDemand);
        model.Add(objective <= (long)Math.Ceiling(cutoff * scale));
        model.Minimize(objective);
        using var solver = new CpSolver
        {
            StringParameters = FormattableString.Invariant($"num_workers:{threads} max_deterministic_time:{effort:0.###} random_seed:1 linearization_level:2{(double.IsFinite(seconds) ? FormattableString.Invariant($" max_time_in_seconds:{Math.Max(0.01, seconds):0.###}") : "")}"),
        };
        using var stop = cancellation.Register(solver.StopSearch);
        var status = solver.Solve(model);
        if (status == CpSolverStatus.Infeasible)
        {
            return (null, null, cutoff);
        }

        var bound = solver.BestObjectiveBound / scale;
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return (null, null, bound);
        }

        var (assign, opened) = (new int[instance.Units], new bool[instance.Facilities]);
        for (var k = 0; k < variables.Count; k++)
        {
            if (solver.BooleanValue(variables[k]))
            {
                assign[arcs.Unit[arcsUsed[k]]] = arcs.Facility[arcsUsed[k]];
            }
        }

        for (var j = 0; j < open.Length; j++)
        {
            opened[j] = left.Forced[j] >= 0 && solver.BooleanValue(open[j]);
        }

        return (assign, opened, bound);
    }
}
