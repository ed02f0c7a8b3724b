using Google.OrTools.LinearSolver;

namespace Xueheng.Engines.Seats;

/// <summary>The whole-number model of a plan of seats, in money as the problem has it.</summary>
internal sealed class SeatModel : IDisposable
{
    /// <summary>Of the penalty: a unit of money beyond the budget is given in to before a child without a seat is.</summary>
    private const double Money = 0.01;

    private readonly SeatPlanProblem _problem;
    private readonly SeatProgram _program;
    private readonly OptionRows _options;
    private readonly ZoneRows _zones;

    /// <param name="solver">The solver's name in OR-Tools.</param>
    /// <param name="eased">Every limit may be given in to, at a price beyond any plan's cost.</param>
    public SeatModel(SeatPlanProblem problem, string solver, bool eased, IReadOnlyList<ZoneCut> cuts)
    {
        var penalty = eased ? Penalty(problem) : (double?)null;
        (_problem, _program) = (problem, new SeatProgram(solver));
        (_options, _zones) = (new OptionRows(problem, _program), new ZoneRows(problem, _program, penalty));
        for (var t = 0; t < problem.Years; t++)
        {
            _zones.Assign(t);
            Hold(t, penalty);
            _options.Spend(t, penalty * Money);
            _zones.Enter(t);
            _zones.Connect(t, cuts);
            _zones.KeepTogether(t);
        }

        _zones.Steady();
    }

    public int Variables => _program.Variables;

    public void Dispose() => _program.Dispose();

    /// <param name="parameters">In the solver's own words.</param>
    /// <param name="seconds">On the clock; null for none.</param>
    /// <param name="hint">Where to begin; null for nowhere.</param>
    public SeatModelAnswer Solve(string parameters, double? seconds, SeatModelAnswer? hint, CancellationToken cancellation)
    {
        if (hint is { Found: true })
        {
            _program.Hint(
            [
                .. _options.Begun.SelectMany((o, i) => o.Select((v, t) => (v, (double)hint.Starts[i].Take(t + 1).Sum()))),
                .. _zones.Goes.Select(g => (g.Value, hint.School[g.Key.Area][g.Key.Year] == g.Key.Site ? 1.0 : 0)),
            ]);
        }

        return _program.Solve(parameters, seconds, cancellation) switch
        {
            Solver.ResultStatus.OPTIMAL => Read(SeatPlanStatus.Optimal),
            Solver.ResultStatus.FEASIBLE => Read(SeatPlanStatus.Feasible),
            Solver.ResultStatus.INFEASIBLE => new SeatModelAnswer(SeatPlanStatus.Infeasible, [], [], double.PositiveInfinity),
            _ => SeatModelAnswer.Nothing,
        };
    }

    private SeatModelAnswer Read(SeatPlanStatus status)
    {
        int[][] begun = [.. _options.Begun.Select(o => o.Select(v => (int)Math.Round(v.SolutionValue())).ToArray())];
        return new SeatModelAnswer(
            status,
            [.. begun.Select(o => o.Select((count, t) => t == 0 ? count : count - o[t - 1]).ToArray())],
            [.. Enumerable.Range(0, _problem.Areas).Select(a => Enumerable.Range(0, _problem.Years).Select(t => SchoolOf(a, t)).ToArray())],
            _program.Bound);
    }

    private int SchoolOf(int area, int year)
    {
        for (var j = 0; j < _problem.Seats.Count; j++)
        {
            if (_zones.Of(area, year, j)?.SolutionValue() > 0.5)
            {
                return j;
            }
        }

        return -1;
    }

    /// <summary>Children within seats; a closed school has nobody, a merged one's areas are where it was merged into.</summary>
    private void Hold(int year, double? penalty)
    {
        for (var j = 0; j < _problem.Seats.Count; j++)
        {
            var closing = _options.Closing(j, year);
            List<(Variable, double)> row = [.. _options.Gains(j, year).Select(g => (g.Counts, -(double)g.Gain))];
            for (var a = 0; a < _problem.Areas; a++)
            {
                if (_zones.Of(a, year, j) is { } goes)
                {
                    row.Add((goes, _problem.Children[a][year]));
                    if (closing.Count > 0)
                    {
                        _program.AtMost(1, [(goes, 1), .. closing.Select(o => (_options.Counts(o, year)!, 1.0))]);
                    }
                }
            }

            if (penalty is { } price)
            {
                row.Add((_program.Slack(price), -1));
            }

            _program.AtMost(_problem.Seats[j], [.. row]);
            foreach (var o in closing.Where(o => _problem.Options[o].Into is not null))
            {
                Follow(o, year);
            }
        }
    }

    private void Follow(int option, int year)
    {
        var counts = _options.Counts(option, year)!;
        foreach (var a in Enumerable.Range(0, _problem.Areas).Where(a => _problem.Zone[a] == _problem.Options[option].Site))
        {
            _program.AtMost(0, _zones.Of(a, year, _problem.Options[option].Into!.Value) is { } there ? [(counts, 1), (there, -1)] : [(counts, 1)]);
        }
    }

    /// <summary>More than everything that can be spent on one child's seat.</summary>
    private static double Penalty(SeatPlanProblem problem) =>
        1000 * (1 + problem.Options.Where(o => o.Seats > 0).Select(o => o.Cost / o.Seats).DefaultIfEmpty(0).Max());
}

/// <param name="Starts">How many times each option begins in each year.</param>
/// <param name="School">The school of each area in each year; −1 for none.</param>
internal sealed record SeatModelAnswer(SeatPlanStatus Status, int[][] Starts, int[][] School, double Bound)
{
    public static readonly SeatModelAnswer Nothing = new(SeatPlanStatus.Unknown, [], [], double.NegativeInfinity);

    public bool Found => Status is SeatPlanStatus.Optimal or SeatPlanStatus.Feasible;
}
