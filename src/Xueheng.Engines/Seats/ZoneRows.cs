using Google.OrTools.LinearSolver;

namespace Xueheng.Engines.Seats;

/// <summary>A part of a zone that hung apart in an answer: in no year may all of it go to the school unless an area around it does.</summary>
internal sealed record ZoneCut(int Site, IReadOnlyList<int> Areas, IReadOnlyList<int> Around);

/// <summary>One school for each area and year, and how that changes from year to year.</summary>
/// <param name="penalty">Of a child without a seat, where limits may be given in to; null where they hold.</param>
internal sealed class ZoneRows(SeatPlanProblem problem, SeatProgram program, double? penalty)
{
    /// <summary>Of the penalty: what a limit on changes weighs beside a child without a seat.</summary>
    private const double Lighter = 0.1;

    private readonly Dictionary<(int Area, int Year, int Site), Variable> _goes = [];
    private readonly Dictionary<(int Area, int Year, int Site), Variable> _enters = [];

    public IReadOnlyDictionary<(int Area, int Year, int Site), Variable> Goes => _goes;

    public Variable? Of(int area, int year, int site) => _goes.GetValueOrDefault((area, year, site));

    public void Assign(int year)
    {
        for (var a = 0; a < problem.Areas; a++)
        {
            var one = new List<(Variable, double)>();
            for (var j = 0; j < problem.Seats.Count; j++)
            {
                var near = problem.Reaches(a, j);
                if (near || (penalty is not null && double.IsFinite(problem.Kilometres[a][j])))
                {
                    var goes = _goes[(a, year, j)] = program.Whole(1);
                    var beyond = near ? 0 : penalty!.Value * problem.Children[a][year] * (1 + problem.Kilometres[a][j] - problem.Walk);
                    program.Price(goes, (problem.TravelPrice * problem.Children[a][year] * problem.Kilometres[a][j]) + beyond);
                    one.Add((goes, 1));
                }
            }

            if (one.Count > 0 || problem.Children[a][year] > 0)
            {
                program.Row(1, 1, [.. one]);
            }
        }
    }

    /// <summary>Children sent to a school they were not at the year before.</summary>
    public void Enter(int year)
    {
        var moved = new List<(Variable, double)>();
        foreach (var ((area, _, site), goes) in _goes.Where(g => g.Key.Year == year).OrderBy(g => g.Key).ToList())
        {
            if (year == 0 && (problem.Zone[area] is not { } zone || zone == site))
            {
                continue;
            }

            if (year > 0 && MovesOnce(area))
            {
                // Once there it stays there, so what enters is the difference and needs no variable of its own.
                if (site != problem.Zone[area])
                {
                    var before = _goes[(area, year - 1, site)];
                    program.Row(0, double.PositiveInfinity, (goes, 1), (before, -1));
                    Move(goes, before, area, year, moved);
                }

                continue;
            }

            var enters = goes;
            if (year > 0)
            {
                // What it did not reach the year before it does not reach now either: distances stay.
                enters = program.Share();
                program.AtMost(0, (goes, 1), (_goes[(area, year - 1, site)], -1), (enters, -1));
            }

            _enters[(area, year, site)] = enters;
            Move(enters, null, area, year, moved);
        }

        if (problem.MostMoved is { } most)
        {
            program.AtMost(most, Eased(moved, 1));
        }
    }

    /// <summary>No area moves more often than it may; after every year has been entered.</summary>
    public void Steady()
    {
        if (problem.MostChanges is { } often)
        {
            foreach (var area in _enters.GroupBy(e => e.Key.Area).Where(g => !MovesOnce(g.Key)).OrderBy(g => g.Key))
            {
                program.AtMost(often, Eased([.. area.OrderBy(e => e.Key).Select(e => (e.Value, 1.0))], problem.Children[area.Key].Max()));
            }
        }
    }

    public void Connect(int year, IReadOnlyList<ZoneCut> cuts)
    {
        foreach (var cut in cuts)
        {
            foreach (var area in cut.Areas)
            {
                if (Of(area, year, cut.Site) is { } goes)
                {
                    List<(Variable, double)> row = [(goes, 1), .. cut.Around.Select(b => Of(b, year, cut.Site)).OfType<Variable>().Select(b => (b, -1.0))];
                    program.AtMost(0, Eased(row, problem.Children[area][year]));
                }
            }
        }
    }

    /// <summary>Areas that go to one school.</summary>
    public void KeepTogether(int year)
    {
        foreach (var (one, other) in problem.Together)
        {
            for (var j = 0; j < problem.Seats.Count; j++)
            {
                var (first, second) = (Of(one, year, j), Of(other, year, j));
                if (first is not null && second is not null)
                {
                    program.Row(0, 0, (first, 1), (second, -1));
                }
                else
                {
                    (first ?? second)?.SetUb(0);
                }
            }
        }
    }

    private bool MovesOnce(int area) => penalty is null && problem.MostChanges == 1 && problem.Zone[area] is not null;

    private void Move(Variable enters, Variable? less, int area, int year, List<(Variable, double)> moved)
    {
        double children = problem.Children[area][year];
        program.Price(enters, problem.ChangePrice * children);
        moved.Add((enters, children));
        if (less is not null)
        {
            program.Price(less, -problem.ChangePrice * children);
            moved.Add((less, -children));
        }
    }

    private (Variable, double)[] Eased(List<(Variable, double)> row, int children) =>
        penalty is { } price ? [.. row, (program.Slack(price * Lighter * Math.Max(1, children)), -1)] : [.. row];
}
