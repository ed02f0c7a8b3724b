using Google.OrTools.Sat;

namespace Xueheng.Engines.Seats;

/// <summary>The whole-number model: options by the year they begin, one school for each area and year.</summary>
internal sealed class SeatModel
{
    /// <summary>Whole units in 万元: the solver counts in tens of yuan.</summary>
    internal const double Grain = 1000;

    private readonly SeatPlanProblem _problem;
    private readonly CpModel _model = new();
    private readonly IntVar[][] _starts;
    private readonly Dictionary<(int Area, int Year, int Site), BoolVar> _goes = [];
    private readonly LinearExprBuilder _cost = LinearExpr.NewBuilder();
    private readonly double _penalty;

    /// <param name="eased">Every limit may be given in to, at a price beyond any plan's cost.</param>
    public SeatModel(SeatPlanProblem problem, bool eased)
    {
        _problem = problem;
        _penalty = eased ? Penalty(problem) : 0;
        _starts = [.. problem.Options.Select((o, i) => Enumerable.Range(0, problem.Years).Select(t => _model.NewIntVar(0, o.Most, $"s{i}_{t}")).ToArray())];
        for (var o = 0; o < problem.Options.Count; o++)
        {
            _model.Add(LinearExpr.Sum(_starts[o]) <= problem.Options[o].Most);
            for (var t = 0; t < problem.Years; t++)
            {
                var counts = Math.Max(0, problem.Years - t - problem.Options[o].Lead);
                _cost.AddTerm(_starts[o][t], Whole(problem.Options[o].Cost + (problem.Options[o].Yearly * counts)));
            }
        }

        for (var t = 0; t < problem.Years; t++)
        {
            Assign(t, eased);
            Hold(t, eased);
            Spend(t, eased);
            Move(t, eased);
        }

        Hint();
        _model.Minimize(_cost);
    }

    /// <summary>Search begins with the zones there are.</summary>
    private void Hint()
    {
        foreach (var ((area, _, site), goes) in _goes)
        {
            if (_problem.Zone[area] is { } zone)
            {
                _model.AddHint(goes, site == zone);
            }
        }
    }

    public (CpSolverStatus Status, int[][] Starts, int[][] School, double Bound) Solve(string parameters, CancellationToken cancellation)
    {
        using var solver = new CpSolver { StringParameters = parameters };
        using var stop = cancellation.Register(solver.StopSearch);
        var status = solver.Solve(_model);
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? (status,
                [.. _starts.Select(s => s.Select(v => (int)solver.Value(v)).ToArray())],
                [.. Enumerable.Range(0, _problem.Areas).Select(a => Enumerable.Range(0, _problem.Years).Select(t => SchoolOf(solver, a, t)).ToArray())],
                solver.BestObjectiveBound / Grain)
            : (status, [], [], 0);
    }

    private int SchoolOf(CpSolver solver, int area, int year)
    {
        for (var j = 0; j < _problem.Seats.Count; j++)
        {
            if (_goes.TryGetValue((area, year, j), out var goes) && solver.BooleanValue(goes))
            {
                return j;
            }
        }

        return -1;
    }

    private void Assign(int year, bool eased)
    {
        for (var a = 0; a < _problem.Areas; a++)
        {
            var choices = new List<BoolVar>();
            for (var j = 0; j < _problem.Seats.Count; j++)
            {
                if (_problem.Reaches(a, j) || (eased && double.IsFinite(_problem.Kilometres[a][j])))
                {
                    var goes = _goes[(a, year, j)] = _model.NewBoolVar($"x{a}_{year}_{j}");
                    choices.Add(goes);
                    var beyond = _problem.Reaches(a, j) ? 0 : _penalty * _problem.Children[a][year] * (1 + _problem.Kilometres[a][j] - _problem.Walk);
                    _cost.AddTerm(goes, Whole((_problem.TravelPrice * _problem.Children[a][year] * _problem.Kilometres[a][j]) + beyond));
                }
            }

            if (choices.Count > 0 || _problem.Children[a][year] > 0)
            {
                _model.AddExactlyOne(choices);
            }
        }

        foreach (var (one, other) in _problem.Together)
        {
            for (var j = 0; j < _problem.Seats.Count; j++)
            {
                var (first, second) = (_goes.GetValueOrDefault((one, year, j)), _goes.GetValueOrDefault((other, year, j)));
                if (first is not null && second is not null)
                {
                    _model.Add(first == second);
                }
                else if ((first ?? second) is { } alone)
                {
                    _model.Add(alone == 0);
                }
            }
        }
    }

    /// <summary>Children within seats; a closed school has nobody.</summary>
    private void Hold(int year, bool eased)
    {
        for (var j = 0; j < _problem.Seats.Count; j++)
        {
            var (children, seats) = (LinearExpr.NewBuilder(), LinearExpr.NewBuilder());
            seats.Add(_problem.Seats[j]);
            var closing = new List<IntVar>();
            for (var o = 0; o < _problem.Options.Count; o++)
            {
                var option = _problem.Options[o];
                var gain = (option.Site == j ? option.Seats : 0) - (option.Gives == j ? option.Given : 0);
                for (var s = 0; s + option.Lead <= year; s++)
                {
                    seats.AddTerm(_starts[o][s], gain);
                    if (option.Closes && option.Site == j)
                    {
                        closing.Add(_starts[o][s]);
                    }
                }
            }

            for (var a = 0; a < _problem.Areas; a++)
            {
                if (_goes.TryGetValue((a, year, j), out var goes))
                {
                    children.AddTerm(goes, _problem.Children[a][year]);
                    if (closing.Count > 0)
                    {
                        _model.Add(goes + LinearExpr.Sum(closing) <= 1);
                    }
                }
            }

            if (eased)
            {
                var more = _model.NewIntVar(0, Everybody(year), $"m{j}_{year}");
                _cost.AddTerm(more, Whole(_penalty));
                seats.Add(more);
            }

            _model.Add(children <= seats);
        }
    }

    private void Spend(int year, bool eased)
    {
        if (double.IsPositiveInfinity(_problem.Budget[year]))
        {
            return;
        }

        var spent = LinearExpr.NewBuilder();
        for (var o = 0; o < _problem.Options.Count; o++)
        {
            spent.AddTerm(_starts[o][year], Whole(_problem.Options[o].Cost));
        }

        if (eased)
        {
            // A 万元 beyond the budget is given in to before a child without a seat is.
            var most = _problem.Options.Sum(o => Whole(o.Cost) * o.Most);
            var more = _model.NewIntVar(0, Math.Max(0, most), $"b{year}");
            _cost.AddTerm(more, (long)Math.Ceiling(_penalty / 100));
            spent.AddTerm(more, -1);
        }

        _model.Add(spent <= (long)Math.Floor((_problem.Budget[year] * Grain) + 1e-6));
    }

    private void Move(int year, bool eased)
    {
        var moved = LinearExpr.NewBuilder();
        for (var a = 0; a < _problem.Areas; a++)
        {
            var before = year == 0 ? _problem.Zone[a] : null;
            for (var j = 0; j < _problem.Seats.Count; j++)
            {
                if (!_goes.TryGetValue((a, year, j), out var goes) || (year == 0 && (before is null || before == j)))
                {
                    continue;
                }

                // Into a school one was not at the year before.
                BoolVar into;
                if (year == 0)
                {
                    into = goes;
                }
                else if (_goes.TryGetValue((a, year - 1, j), out var there))
                {
                    into = _model.NewBoolVar($"c{a}_{year}_{j}");
                    _model.Add(into >= goes - there);
                }
                else
                {
                    continue;
                }

                _cost.AddTerm(into, Whole(_problem.ChangePrice * _problem.Children[a][year]));
                moved.AddTerm(into, _problem.Children[a][year]);
            }
        }

        if (_problem.MostMoved is { } most)
        {
            if (eased)
            {
                var more = _model.NewIntVar(0, Everybody(year), $"v{year}");
                _cost.AddTerm(more, Whole(_penalty / 10));
                moved.AddTerm(more, -1);
            }

            _model.Add(moved <= most);
        }
    }

    private int Everybody(int year) => _problem.Children.Sum(c => c[year]);

    private static long Whole(double money) => (long)Math.Round(money * Grain);

    /// <summary>More than everything that can be spent on one child's seat.</summary>
    private static double Penalty(SeatPlanProblem problem) =>
        1000 * (1 + problem.Options.Where(o => o.Seats > 0).Select(o => o.Cost / o.Seats).DefaultIfEmpty(0).Max());
}
