using System.Globalization;
using Google.OrTools.LinearSolver;
using Google.OrTools.Sat;
using Xueheng.Engines.Location;
using Constraint = Google.OrTools.LinearSolver.Constraint;
using LinearExpr = Google.OrTools.Sat.LinearExpr;

namespace Xueheng.Bench;

/// <summary>What a plain model reached; not a number where it found nothing, and nothing at all where it was not built.</summary>
internal readonly record struct PlainAnswer(double Objective, double Bound, bool Built = true)
{
    public override string ToString() => !Built ? "too large to build"
        : string.Create(CultureInfo.InvariantCulture, $"{(double.IsNaN(Objective) ? "none" : Objective.ToString("N2", CultureInfo.InvariantCulture))} ({Bound:N2})");
}

/// <summary>The textbook model: x of each unit and facility, y of each facility, x ≤ y, capacities, as many open as asked.</summary>
internal static class PlainLocation
{
    private const long MostPairs = 500_000;

    public static PlainAnswer CpSat(LocationInstance instance, int seconds, int threads)
    {
        if ((long)instance.Units * instance.Facilities > MostPairs)
        {
            return new PlainAnswer(double.NaN, double.NaN, Built: false);
        }

        const double Scale = 1000;
        var (model, objective, count) = (new CpModel(), LinearExpr.NewBuilder(), LinearExpr.NewBuilder());
        var open = new BoolVar[instance.Facilities];
        var loads = new LinearExprBuilder[instance.Facilities];
        for (var j = 0; j < open.Length; j++)
        {
            (open[j], loads[j]) = (model.NewBoolVar(""), LinearExpr.NewBuilder());
            count.Add(open[j]);
            objective.AddTerm(open[j], (long)Math.Round(instance.FixedCost(j) * Scale));
        }

        for (var i = 0; i < instance.Units; i++)
        {
            var one = new List<ILiteral>();
            for (var j = 0; j < open.Length; j++)
            {
                var x = model.NewBoolVar("");
                one.Add(x);
                model.AddImplication(x, open[j]);
                loads[j].AddTerm(x, instance.Demand(i));
                objective.AddTerm(x, (long)Math.Round(instance.Cost(i, j) * Scale));
            }

            model.AddExactlyOne(one);
        }

        for (var j = 0; j < open.Length; j++)
        {
            model.Add(loads[j] <= LinearExpr.Term(open[j], instance.Capacity(j)));
        }

        if (instance.OpenExactly is { } p)
        {
            model.Add(count == p);
        }

        model.Minimize(objective);
        using var solver = new CpSolver { StringParameters = string.Create(CultureInfo.InvariantCulture, $"max_time_in_seconds:{seconds} num_workers:{threads}") };
        var status = solver.Solve(model);
        return new PlainAnswer(status is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? solver.ObjectiveValue / Scale : double.NaN, solver.BestObjectiveBound / Scale);
    }

    public static PlainAnswer Scip(LocationInstance instance, int seconds, int threads)
    {
        if ((long)instance.Units * instance.Facilities > MostPairs)
        {
            return new PlainAnswer(double.NaN, double.NaN, Built: false);
        }

        using var solver = Solver.CreateSolver("SCIP");
        var objective = solver.Objective();
        var count = solver.MakeConstraint(instance.OpenExactly ?? 0, instance.OpenExactly ?? instance.Facilities);
        var open = new Variable[instance.Facilities];
        var loads = new Constraint[instance.Facilities];
        for (var j = 0; j < open.Length; j++)
        {
            (open[j], loads[j]) = (solver.MakeBoolVar(""), solver.MakeConstraint(double.NegativeInfinity, 0));
            count.SetCoefficient(open[j], 1);
            loads[j].SetCoefficient(open[j], -instance.Capacity(j));
            objective.SetCoefficient(open[j], instance.FixedCost(j));
        }

        for (var i = 0; i < instance.Units; i++)
        {
            var once = solver.MakeConstraint(1, 1);
            for (var j = 0; j < open.Length; j++)
            {
                var x = solver.MakeBoolVar("");
                var within = solver.MakeConstraint(double.NegativeInfinity, 0);
                within.SetCoefficient(x, 1);
                within.SetCoefficient(open[j], -1);
                once.SetCoefficient(x, 1);
                loads[j].SetCoefficient(x, instance.Demand(i));
                objective.SetCoefficient(x, instance.Cost(i, j));
            }
        }

        objective.SetMinimization();
        solver.SetTimeLimit(seconds * 1000L);
        var status = solver.Solve();
        return new PlainAnswer(status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE ? objective.Value() : double.NaN, objective.BestBound());
    }
}
