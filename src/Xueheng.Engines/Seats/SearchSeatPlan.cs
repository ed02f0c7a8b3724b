using System.Globalization;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Seats;

/// <summary>
/// Solves the model of a plan: CP-SAT for a first plan, SCIP for the least one and its bound. Where zones are to be connected, first with every area
/// leaning on one nearer to the school (which connects, but forbids more than it must), then with nothing asked but what answers broke, round by round.
/// </summary>
internal sealed class SearchSeatPlan(SeatPlanProblem problem, Budget budget, bool eased, CancellationToken cancellation)
{
    /// <summary>Of the share of the time, for a first plan.</summary>
    private const double First = 0.1;

    /// <summary>What a node of the search costs for each variable, in work.</summary>
    private const double WorkOfNode = 0.05;

    private const int MostRounds = 12;

    /// <param name="from">Share of the budget's time that is over when it begins.</param>
    /// <param name="until">Share of the budget's time after which it ends.</param>
    public SeatModelAnswer Run(double from, double until)
    {
        var hint = eased ? SeatModelAnswer.Nothing : Solve("SAT", [], null, from + (First * (until - from)));
        if (hint.Status == SeatPlanStatus.Infeasible)
        {
            return hint;
        }

        if (problem.Neighbours is null)
        {
            return hint.Status == SeatPlanStatus.Optimal ? hint : Better(Solve("SCIP", [], hint, until), hint);
        }

        var leaning = Solve("SCIP", Leaning(), null, (from + until) / 2);
        var best = leaning with { Status = leaning.Found ? SeatPlanStatus.Feasible : SeatPlanStatus.Unknown, Bound = double.NegativeInfinity };
        var (cuts, bound) = (new List<ZoneCut>(), double.NegativeInfinity);
        for (var round = 0; round < MostRounds && !cancellation.IsCancellationRequested && (round == 0 || budget.Repeatable || Left(until) > 0); round++)
        {
            var answer = Solve("SCIP", cuts, best.Found ? best : hint, until);
            if (answer.Status == SeatPlanStatus.Infeasible)
            {
                return answer;
            }

            bound = Math.Max(bound, answer.Bound);
            if (!answer.Found || Cut(answer, cuts) is false)
            {
                return Better(answer with { Bound = bound }, best with { Bound = bound });
            }
        }

        return best with { Bound = bound };
    }

    /// <summary>What the search found; what it began from where it found nothing, with the bound there is.</summary>
    private SeatModelAnswer Better(SeatModelAnswer found, SeatModelAnswer before) =>
        found.Found && !(before.Found && Cost(before) < Cost(found) && found.Status != SeatPlanStatus.Optimal) ? found
        : before.Found ? before with { Status = SeatPlanStatus.Feasible, Bound = Math.Max(found.Bound, before.Bound) }
        : found;

    private double Cost(SeatModelAnswer answer) => EvaluateSeatPlan.Cost(problem, answer.Starts, answer.School).Total;

    private double Left(double until) => budget.Time is { } time ? (time.TotalSeconds * until) - budget.Elapsed.TotalSeconds : double.PositiveInfinity;

    private SeatModelAnswer Solve(string solver, IReadOnlyList<ZoneCut> cuts, SeatModelAnswer? hint, double until)
    {
        using var model = new SeatModel(problem, solver, eased, cuts);
        var seconds = budget.Repeatable || budget.Time is null ? (double?)null : Math.Max(0.5, Left(until));
        return model.Solve(solver == "SAT" ? OfSat(until) : OfScip(model.Variables), seconds, hint, cancellation);
    }

    /// <summary>Workers take turns where the answer must be the same on any machine.</summary>
    private string OfSat(double share) => budget.Work is { } work
        ? string.Create(CultureInfo.InvariantCulture, $"max_deterministic_time:{work * share / Budget.WorkInSecond:0.######} interleave_search:true num_workers:8 random_seed:{budget.Seed}")
        : string.Create(CultureInfo.InvariantCulture, $"num_workers:{Math.Max(4, budget.Threads)} random_seed:{budget.Seed}");

    private string OfScip(int variables) => string.Create(CultureInfo.InvariantCulture, $"randomization/randomseedshift = {budget.Seed}\n")
        + (budget.Work is { } work ? string.Create(CultureInfo.InvariantCulture, $"limits/totalnodes = {Math.Max(1, (long)(work / (WorkOfNode * variables)))}\n") : "");

    /// <returns>False when every zone is connected in the answer.</returns>
    private bool Cut(SeatModelAnswer answer, List<ZoneCut> cuts)
    {
        var before = cuts.Count;
        foreach (var (site, areas) in Enumerable.Range(0, problem.Years).SelectMany(t => ZonesApart.Find(problem, answer.School, t)))
        {
            if (!cuts.Exists(c => c.Site == site && c.Areas.SequenceEqual(areas.Order())))
            {
                var part = areas.ToHashSet();
                cuts.Add(new ZoneCut(site, [.. part.Order()], [.. part.SelectMany(a => problem.Neighbours![a]).Where(b => !part.Contains(b)).Distinct().Order()]));
            }
        }

        return cuts.Count > before;
    }

    /// <summary>Each area goes to a school only with one beside it that is fewer steps from the school.</summary>
    private List<ZoneCut> Leaning()
    {
        var cuts = new List<ZoneCut>();
        for (var j = 0; j < problem.Seats.Count; j++)
        {
            var steps = Enumerable.Repeat(int.MaxValue, problem.Areas).ToArray();
            var queue = new Queue<int>([problem.StandsIn[j]]);
            steps[problem.StandsIn[j]] = 0;
            while (queue.TryDequeue(out var at))
            {
                foreach (var next in problem.Neighbours![at].Where(n => steps[n] == int.MaxValue))
                {
                    steps[next] = steps[at] + 1;
                    queue.Enqueue(next);
                }
            }

            cuts.AddRange(Enumerable.Range(0, problem.Areas).Where(a => a != problem.StandsIn[j])
                .Select(a => new ZoneCut(j, [a], steps[a] == int.MaxValue ? [] : [.. problem.Neighbours![a].Where(b => steps[b] < steps[a])])));
        }

        return cuts;
    }
}
