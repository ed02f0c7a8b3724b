using Google.OrTools.Sat;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.OpenSets;

/// <summary>The set of open facilities that may cost least as far as the cuts tell: a model of one yes or no a facility, for CP-SAT.</summary>
internal sealed class NextSet(LocationInstance instance)
{
    /// <summary>Costs are told in whole numbers, rounded down: the cutoff is about this.</summary>
    private const double Largest = 1e7;
    private const double Effort = 4;

    /// <summary>What sets cost is told in steps of so much, or the solver spends itself on differences that do not matter.</summary>
    private const long Step = 1_000;

    private readonly List<bool[]> _without = [];

    /// <summary>About the milliseconds of one core used so far.</summary>
    public double Work { get; private set; }

    /// <summary>Leaves a set out from now on.</summary>
    public void Without(bool[] open) => _without.Add(open);

    public bool IsWithout(bool[] open) => _without.Any(w => w.AsSpan().SequenceEqual(open));

    /// <param name="cutoff">Sets that cost this or more do not matter.</param>
    /// <param name="seconds">Seconds of the clock; infinite for none.</param>
    /// <returns>The set; null when none was found. No set that is not left out costs less than the bound, or none less than the cutoff.</returns>
    public (bool[]? Open, double Bound) Run(IReadOnlyList<SetCut> cuts, double cutoff, double seconds)
    {
        var scale = Largest / Math.Max(1e-9, Math.Abs(cutoff));
        var model = new CpModel();
        var open = Enumerable.Range(0, instance.Facilities).Select(_ => model.NewBoolVar("")).ToArray();
        model.Add(LinearExpr.WeightedSum(open, Enumerable.Range(0, open.Length).Select(j => (long)instance.Capacity(j))) >= instance.TotalDemand);
        if (instance.OpenExactly is { } p)
        {
            model.Add(LinearExpr.Sum(open) == p);
        }

        var most = (long)Math.Ceiling(cutoff * scale / Step);
        var cost = model.NewIntVar(Math.Min(0, most), most, "");
        foreach (var cut in cuts)
        {
            model.Add(Step * cost >= LinearExpr.WeightedSum(open, cut.Worth.Select(w => Down(w * scale))) + Down(cut.Paid * scale));
        }

        foreach (var set in _without)
        {
            model.AddBoolOr(open.Select((y, j) => set[j] ? y.Not() : (ILiteral)y));
        }

        model.Minimize(cost);
        var clock = double.IsFinite(seconds) ? FormattableString.Invariant($" max_time_in_seconds:{Math.Max(0.01, seconds):0.###}") : "";
        using var solver = new CpSolver { StringParameters = FormattableString.Invariant($"num_workers:1 random_seed:1 max_deterministic_time:{Effort}{clock}") };
        var status = solver.Solve(model);
        Work += 1 + (solver.Response!.DeterministicTime * Budget.WorkInSecond);
        return status switch
        {
            CpSolverStatus.Infeasible => (null, cutoff),
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => ([.. open.Select(y => solver.BooleanValue(y))], (solver.BestObjectiveBound - 1) * Step / scale),
            _ => (null, Math.Max(0, solver.BestObjectiveBound - 1) * Step / scale),
        };
    }

    private static long Down(double value) => (long)Math.Floor(Math.Clamp(value, -1e15, 1e15));
}
