using Google.OrTools.LinearSolver;

namespace Xueheng.Engines.Location.Areas;

/// <summary>A model solved by SCIP over and over, with what parts the areas of its answer added each time, until they hang together.</summary>
internal static class AreaProgram
{
    public const int MostRounds = 40;
    private const double Roughly = 5e-4;
    private const double Exactly = 1e-7;

    /// <param name="assign">The assignment it starts from; other units are not touched.</param>
    /// <param name="seconds">Of the clock; infinite for none.</param>
    /// <param name="nodes">Of all rounds together.</param>
    public static AreaDrawn Run(LocationInstance instance, AreaModel model, int[] assign, bool[] open, double seconds, long nodes, CancellationToken cancellation)
    {
        var (left, clock, drawn, gap) = (nodes, System.Diagnostics.Stopwatch.StartNew(), new AreaDrawn(), Roughly);
        using var parameters = new MPSolverParameters();
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.INCREMENTALITY, (int)MPSolverParameters.IncrementalityValues.INCREMENTALITY_OFF);
        using var registration = cancellation.Register(() => model.Solver.InterruptSolve());
        var (hint, hintOpen, cheapest) = (assign, open, double.PositiveInfinity);
        while (drawn.Rounds < MostRounds && left > 0 && clock.Elapsed.TotalSeconds < seconds && !cancellation.IsCancellationRequested)
        {
            drawn.Rounds++;
            model.Hint(hint, hintOpen);
            parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, gap);
            model.Solver.SetSolverSpecificParametersAsString(FormattableString.Invariant($"limits/totalnodes = {left}"));
            if (double.IsFinite(seconds))
            {
                model.Solver.SetTimeLimit((long)Math.Max(1, (seconds - clock.Elapsed.TotalSeconds) * 1000));
            }

            var status = model.Solver.Solve(parameters);
            drawn.Nodes += Math.Max(1, model.Solver.Nodes());
            left = nodes - drawn.Nodes;
            if (status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
            {
                drawn.Bound = status == Solver.ResultStatus.INFEASIBLE ? double.PositiveInfinity : drawn.Bound;
                return drawn;
            }

            drawn.Bound = Math.Max(drawn.Bound, model.Solver.Objective().BestBound());
            var (trial, opened) = ((int[])assign.Clone(), (bool[])open.Clone());
            model.Read(trial, opened);
            var apart = WholeSeparators.Find(instance, Only(model, trial), model.Allows);
            if (apart.Count > 0)
            {
                (drawn.Apart, drawn.ApartOpen) = (trial, opened);
                apart.ForEach(model.Add);
                continue;
            }

            if (Cost(instance, model, trial, opened) is var cost && cost < cheapest)
            {
                (drawn.Assign, drawn.Open, cheapest) = (trial, opened, cost);
                (hint, hintOpen) = (trial, opened);
            }

            if (gap <= Exactly || status != Solver.ResultStatus.OPTIMAL)
            {
                return drawn;
            }

            gap = Exactly;
        }

        return drawn;
    }

    private static int[] Only(AreaModel model, int[] assign)
    {
        var only = new int[assign.Length];
        Array.Fill(only, -1);
        foreach (var i in model.Units)
        {
            only[i] = assign[i];
        }

        return only;
    }

    private static double Cost(LocationInstance instance, AreaModel model, int[] assign, bool[] open) =>
        model.Units.Sum(i => instance.Cost(i, assign[i])) + model.Facilities.Sum(j => open[j] ? instance.FixedCost(j) : 0);
}
