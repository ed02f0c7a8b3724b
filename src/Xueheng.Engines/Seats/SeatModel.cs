using Google.OrTools.LinearSolver;

namespace Xueheng.Engines.Seats;

/// <summary>A part of a zone that hung apart in an answer: in no year may all of it go to the school unless an area around it does.</summary>
internal sealed record ZoneCut(int Site, IReadOnlyList<int> Areas, IReadOnlyList<int> Around);

/// <summary>
/// The whole-number model: how often each option has been begun by each year, one school for each area and year. What has been begun only grows, which
/// leaves a far tighter relaxation than a variable for each beginning.
/// </summary>
internal sealed class SeatModel : IDisposable
{
    private readonly SeatPlanProblem _problem;
    private readonly Solver _solver;
    private readonly Objective _cost;
    private readonly double _penalty;
    private readonly Variable[][] _begun;
    private readonly Dictionary<(int Area, int Year, int Site), Variable> _goes = [];
    private readonly Dictionary<(int Area, int Year, int Site), Variable> _enters = [];

    /// <param name="solver">The solver's name in OR-Tools.</param>
    /// <param name="eased">Every limit may be given in to, at a price beyond any plan's cost.</param>
    public SeatModel(SeatPlanProblem problem, string solver, bool eased, IReadOnlyList<ZoneCut> cuts)
    {
        _problem = problem;
        _solver = Solver.CreateSolver(solver) ?? throw new InvalidOperationException($"{solver} is not in this build of OR-Tools.");
        _cost = _solver.Objective();
        _cost.SetMinimization();
        _penalty = eased ? Penalty(problem) : 0;
        _begun = [.. problem.Options.Select(o => Enumerable.Range(0, problem.Years).Select(_ => _solver.MakeIntVar(0, o.Most, "")).ToArray())];
        Begin();
        for (var t = 0; t < problem.Years; t++)
        {
            Assign(t, eased);
            Hold(t, eased);
            Spend(t, eased);
            Enter(t, eased);
            Connect(t, eased, cuts);
        }

        KeepTogether();
        Steady(eased);
    }

    public int Variables => _solver.NumVariables();

    public void Dispose() => _solver.Dispose();

    /// <param name="parameters">In the solver's own words.</param>
    /// <param name="seconds">On the clock; null for none.</param>
    /// <param name="hint">Where to begin; null for nowhere.</param>
    public SeatModelAnswer Solve(string parameters, double? seconds, SeatModelAnswer? hint, CancellationToken cancellation)
    {
        using var settings = new MPSolverParameters();
        settings.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-9);
        _solver.SetSolverSpecificParametersAsString(parameters);
        if (seconds is { } left)
        {
            _solver.SetTimeLimit((long)(1000 * Math.Clamp(left, 0.05, 1e6)));
        }

        if (hint is { Found: true })
        {
            Hint(hint);
        }

        using var stop = cancellation.Register(() => _solver.InterruptSolve());
        return _solver.Solve(settings) switch
        {
            Solver.ResultStatus.OPTIMAL => Read(SeatPlanStatus.Optimal),
            Solver.ResultStatus.FEASIBLE => Read(SeatPlanStatus.Feasible),
            Solver.ResultStatus.INFEASIBLE => new SeatModelAnswer(SeatPlanStatus.Infeasible, [], [], double.PositiveInfinity),
            _ => SeatModelAnswer.Nothing,
        };
    }

    private SeatModelAnswer Read(SeatPlanStatus status)
    {
        int[][] begun = [.. _begun.Select(o => o.Select(v => (int)Math.Round(v.SolutionValue())).ToArray())];
        return new SeatModelAnswer(
            status,
            [.. begun.Select(o => o.Select((count, t) => t == 0 ? count : count - o[t - 1]).ToArray())],
            [.. Enumerable.Range(0, _problem.Areas).Select(a => Enumerable.Range(0, _problem.Years).Select(t => SchoolOf(a, t)).ToArray())],
            _cost.BestBound());
    }

    private int SchoolOf(int area, int year)
    {
        for (var j = 0; j < _problem.Seats.Count; j++)
        {
            if (_goes.TryGetValue((area, year, j), out var goes) && goes.SolutionValue() > 0.5)
            {
                return j;
            }
        }

        return -1;
    }

    private void Hint(SeatModelAnswer hint)
    {
        List<(Variable Variable, double Value)> near =
        [
            .. _begun.SelectMany((o, i) => o.Select((v, t) => (v, (double)hint.Starts[i].Take(t + 1).Sum()))),
            .. _goes.Select(g => (g.Value, hint.School[g.Key.Area][g.Key.Year] == g.Key.Site ? 1.0 : 0)),
        ];
        _solver.SetHint([.. near.Select(n => n.Variable)], [.. near.Select(n => n.Value)]);
    }

    private void Begin()
    {
        for (var o = 0; o < _problem.Options.Count; o++)
        {
            var option = _problem.Options[o];
            for (var t = 0; t < _problem.Years; t++)
            {
                var cost = option.Cost + (option.Yearly * Math.Max(0, _problem.Years - t - option.Lead));
                Price(_begun[o][t], cost);
                if (t > 0)
                {
                    Price(_begun[o][t - 1], -cost);
                    Row(0, double.PositiveInfinity, (_begun[o][t], 1), (_begun[o][t - 1], -1));
                }
            }
        }

        foreach (var closing in Closing().Where(g => g.Count() > 1))
        {
            Row(0, 1, [.. closing.Select(o => (_begun[o][^1], 1.0))]);
        }
    }

    private IEnumerable<IGrouping<int, int>> Closing() => Enumerable.Range(0, _problem.Options.Count).Where(o => _problem.Options[o].Closes).GroupBy(o => _problem.Options[o].Site);

    /// <summary>What of an option counts in a year; null when nothing can yet.</summary>
    private Variable? Counts(int option, int year) => year - _problem.Options[option].Lead is var since and >= 0 ? _begun[option][since] : null;

    private void Assign(int year, bool eased)
    {
        for (var a = 0; a < _problem.Areas; a++)
        {
            var one = new List<(Variable, double)>();
            for (var j = 0; j < _problem.Seats.Count; j++)
            {
                var near = _problem.Reaches(a, j);
                if (near || (eased && double.IsFinite(_problem.Kilometres[a][j])))
                {
                    var goes = _goes[(a, year, j)] = _solver.MakeIntVar(0, 1, "");
                    var beyond = near ? 0 : _penalty * _problem.Children[a][year] * (1 + _problem.Kilometres[a][j] - _problem.Walk);
                    Price(goes, (_problem.TravelPrice * _problem.Children[a][year] * _problem.Kilometres[a][j]) + beyond);
                    one.Add((goes, 1));
                }
            }

            if (one.Count > 0 || _problem.Children[a][year] > 0)
            {
                Row(1, 1, [.. one]);
            }
        }
    }

    /// <summary>Children within seats; a closed school has nobody, a merged one's areas are where it was merged into.</summary>
    private void Hold(int year, bool eased)
    {
        for (var j = 0; j < _problem.Seats.Count; j++)
        {
            var row = new List<(Variable, double)>();
            for (var o = 0; o < _problem.Options.Count; o++)
            {
                var option = _problem.Options[o];
                if (Counts(o, year) is { } counts && (option.Site == j ? option.Seats : 0) - (option.Gives == j ? option.Given : 0) is var gain and not 0)
                {
                    row.Add((counts, -gain));
                }
            }

            List<int> closing = [.. Enumerable.Range(0, _problem.Options.Count).Where(o => _problem.Options[o].Closes && _problem.Options[o].Site == j && Counts(o, year) is not null)];
            for (var a = 0; a < _problem.Areas; a++)
            {
                if (_goes.TryGetValue((a, year, j), out var goes))
                {
                    row.Add((goes, _problem.Children[a][year]));
                    if (closing.Count > 0)
                    {
                        Row(double.NegativeInfinity, 1, [(goes, 1), .. closing.Select(o => (Counts(o, year)!, 1.0))]);
                    }
                }
            }

            if (eased)
            {
                row.Add((Slack(_penalty), -1));
            }

            Row(double.NegativeInfinity, _problem.Seats[j], [.. row]);
            foreach (var o in closing.Where(o => _problem.Options[o].Into is not null))
            {
                Follow(o, year);
            }
        }
    }

    private void Follow(int option, int year)
    {
        foreach (var a in Enumerable.Range(0, _problem.Areas).Where(a => _problem.Zone[a] == _problem.Options[option].Site))
        {
            var there = _goes.GetValueOrDefault((a, year, _problem.Options[option].Into!.Value));
            Row(double.NegativeInfinity, 0, there is null ? [(Counts(option, year)!, 1)] : [(Counts(option, year)!, 1), (there, -1)]);
        }
    }

    private void Spend(int year, bool eased)
    {
        if (double.IsPositiveInfinity(_problem.Budget[year]))
        {
            return;
        }

        var spent = new List<(Variable, double)>();
        for (var o = 0; o < _problem.Options.Count; o++)
        {
            spent.Add((_begun[o][year], _problem.Options[o].Cost));
            if (year > 0)
            {
                spent.Add((_begun[o][year - 1], -_problem.Options[o].Cost));
            }
        }

        if (eased)
        {
            // A 万元 beyond the budget is given in to before a child without a seat is.
            spent.Add((Slack(_penalty / 100), -1));
        }

        Row(double.NegativeInfinity, _problem.Budget[year], [.. spent]);
    }

    /// <summary>Children sent to a school they were not at the year before.</summary>
    private void Enter(int year, bool eased)
    {
        var moved = new List<(Variable, double)>();
        foreach (var ((area, _, site), goes) in _goes.Where(g => g.Key.Year == year).OrderBy(g => g.Key).ToList())
        {
            if (year == 0 && (_problem.Zone[area] is not { } zone || zone == site))
            {
                continue;
            }

            if (year > 0 && MovesOnce(area, eased))
            {
                // Once there it stays there, so what enters is the difference and needs no variable of its own.
                if (site != _problem.Zone[area])
                {
                    var before = _goes[(area, year - 1, site)];
                    Row(0, double.PositiveInfinity, (goes, 1), (before, -1));
                    Move(goes, before, area, year, moved);
                }

                continue;
            }

            var enters = goes;
            if (year > 0)
            {
                // What it did not reach the year before it does not reach now either: distances stay.
                enters = _solver.MakeNumVar(0, 1, "");
                Row(double.NegativeInfinity, 0, (goes, 1), (_goes[(area, year - 1, site)], -1), (enters, -1));
            }

            _enters[(area, year, site)] = enters;
            Move(enters, null, area, year, moved);
        }

        if (_problem.MostMoved is { } most)
        {
            if (eased)
            {
                moved.Add((Slack(_penalty / 10), -1));
            }

            Row(double.NegativeInfinity, most, [.. moved]);
        }
    }

    private bool MovesOnce(int area, bool eased) => !eased && _problem.MostChanges == 1 && _problem.Zone[area] is not null;

    private void Move(Variable enters, Variable? less, int area, int year, List<(Variable, double)> moved)
    {
        double children = _problem.Children[area][year];
        Price(enters, _problem.ChangePrice * children);
        moved.Add((enters, children));
        if (less is not null)
        {
            Price(less, -_problem.ChangePrice * children);
            moved.Add((less, -children));
        }
    }

    private void Steady(bool eased)
    {
        if (_problem.MostChanges is not { } often)
        {
            return;
        }

        foreach (var area in _enters.GroupBy(e => e.Key.Area).Where(g => !MovesOnce(g.Key, eased)).OrderBy(g => g.Key))
        {
            List<(Variable, double)> changes = [.. area.OrderBy(e => e.Key).Select(e => (e.Value, 1.0))];
            if (eased)
            {
                changes.Add((Slack(_penalty / 10 * Math.Max(1, _problem.Children[area.Key].Max())), -1));
            }

            Row(double.NegativeInfinity, often, [.. changes]);
        }
    }

    private void Connect(int year, bool eased, IReadOnlyList<ZoneCut> cuts)
    {
        foreach (var cut in cuts)
        {
            foreach (var area in cut.Areas)
            {
                if (_goes.TryGetValue((area, year, cut.Site), out var goes))
                {
                    List<(Variable, double)> row = [(goes, 1), .. cut.Around.Where(b => _goes.ContainsKey((b, year, cut.Site))).Select(b => (_goes[(b, year, cut.Site)], -1.0))];
                    if (eased)
                    {
                        row.Add((Slack(_penalty / 10 * Math.Max(1, _problem.Children[area][year])), -1));
                    }

                    Row(double.NegativeInfinity, 0, [.. row]);
                }
            }
        }
    }

    private void KeepTogether()
    {
        foreach (var (one, other) in _problem.Together)
        {
            for (var t = 0; t < _problem.Years; t++)
            {
                for (var j = 0; j < _problem.Seats.Count; j++)
                {
                    var (first, second) = (_goes.GetValueOrDefault((one, t, j)), _goes.GetValueOrDefault((other, t, j)));
                    if (first is not null && second is not null)
                    {
                        Row(0, 0, (first, 1), (second, -1));
                    }
                    else
                    {
                        (first ?? second)?.SetUb(0);
                    }
                }
            }
        }
    }

    private Variable Slack(double price)
    {
        var slack = _solver.MakeNumVar(0, double.PositiveInfinity, "");
        Price(slack, price);
        return slack;
    }

    private void Price(Variable variable, double price) => _cost.SetCoefficient(variable, _cost.GetCoefficient(variable) + price);

    private void Row(double least, double most, params ReadOnlySpan<(Variable Variable, double By)> terms)
    {
        var row = _solver.MakeConstraint(least, most, "");
        foreach (var (variable, by) in terms)
        {
            row.SetCoefficient(variable, row.GetCoefficient(variable) + by);
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
