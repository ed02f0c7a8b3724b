namespace Xueheng.Engines.Seats;

/// <summary>A plan worked out anew from what is done and who goes where, without any solver.</summary>
public static class EvaluateSeatPlan
{
    /// <summary>Seats of a school in a year, after what counts by then.</summary>
    public static int Seats(SeatPlanProblem problem, IReadOnlyList<IReadOnlyList<int>> starts, int site, int year)
    {
        var seats = problem.Seats[site];
        for (var o = 0; o < problem.Options.Count; o++)
        {
            var (option, done) = (problem.Options[o], Done(problem, starts, o, year));
            if (done > 0 && option.Closes && option.Site == site)
            {
                return 0;
            }

            seats += done * ((option.Site == site ? option.Seats : 0) - (option.Gives == site ? option.Given : 0));
        }

        return seats;
    }

    public static SeatPlanCost Cost(SeatPlanProblem problem, IReadOnlyList<IReadOnlyList<int>> starts, IReadOnlyList<IReadOnlyList<int>> school)
    {
        var (works, travel, change) = (0.0, 0.0, 0.0);
        for (var t = 0; t < problem.Years; t++)
        {
            for (var o = 0; o < problem.Options.Count; o++)
            {
                works += (problem.Options[o].Cost * starts[o][t]) + (problem.Options[o].Yearly * Done(problem, starts, o, t));
            }

            for (var a = 0; a < problem.Areas; a++)
            {
                var children = problem.Children[a][t];
                travel += school[a][t] < 0 ? 0 : problem.TravelPrice * children * problem.Kilometres[a][school[a][t]];
                change += Moves(problem, school, a, t) ? problem.ChangePrice * children : 0;
            }
        }

        return new SeatPlanCost(works, travel, change);
    }

    /// <summary>What keeps a plan from holding; empty when it holds.</summary>
    public static IReadOnlyList<SeatEasing> Faults(SeatPlanProblem problem, IReadOnlyList<IReadOnlyList<int>> starts, IReadOnlyList<IReadOnlyList<int>> school)
    {
        var faults = new List<SeatEasing>();
        for (var t = 0; t < problem.Years; t++)
        {
            for (var j = 0; j < problem.Seats.Count; j++)
            {
                List<int> here = [.. Enumerable.Range(0, problem.Areas).Where(a => school[a][t] == j)];
                if (here.Sum(a => problem.Children[a][t]) - Math.Max(0, Seats(problem, starts, j, t)) is var over and > 0)
                {
                    faults.Add(new SeatEasing(EasingKind.Seats, j, here, t, over));
                }

                faults.AddRange(here.Where(a => problem.Children[a][t] > 0 && !problem.Reaches(a, j))
                    .Select(a => new SeatEasing(EasingKind.Walk, j, [a], t, problem.Kilometres[a][j] - problem.Walk)));
            }

            var spent = problem.Options.Select((o, i) => o.Cost * starts[i][t]).Sum();
            if (spent > problem.Budget[t] + 1e-9)
            {
                faults.Add(new SeatEasing(EasingKind.Budget, -1, [], t, spent - problem.Budget[t]));
            }

            List<int> moved = [.. Enumerable.Range(0, problem.Areas).Where(a => Moves(problem, school, a, t))];
            if (problem.MostMoved is { } most && moved.Sum(a => problem.Children[a][t]) - most is var beyond and > 0)
            {
                faults.Add(new SeatEasing(EasingKind.Moved, -1, moved, t, beyond));
            }

            faults.AddRange(ZonesApart.Find(problem, school, t).Select(p => new SeatEasing(EasingKind.Apart, p.Site, p.Areas, t, p.Areas.Sum(a => problem.Children[a][t]))));
        }

        if (problem.MostChanges is { } often)
        {
            for (var a = 0; a < problem.Areas; a++)
            {
                List<int> changes = [.. Enumerable.Range(0, problem.Years).Where(t => Moves(problem, school, a, t))];
                if (changes.Count > often)
                {
                    faults.Add(new SeatEasing(EasingKind.Changes, -1, [a], changes[^1], changes.Count - often));
                }
            }
        }

        return faults;
    }

    /// <summary>What is never given in to: areas that go together do, a school closes once, and a merged school's areas go where it was merged into.</summary>
    public static bool Sound(SeatPlanProblem problem, IReadOnlyList<IReadOnlyList<int>> starts, IReadOnlyList<IReadOnlyList<int>> school) =>
        problem.Together.All(p => school[p.One].SequenceEqual(school[p.Other]))
        && problem.Options.Index().Where(o => o.Item.Closes).GroupBy(o => o.Item.Site).All(g => g.Sum(o => starts[o.Index].Sum()) <= 1)
        && problem.Options.Index().Where(o => o.Item.Into is not null).All(o => Enumerable.Range(0, problem.Years).All(t =>
            Done(problem, starts, o.Index, t) == 0 || Enumerable.Range(0, problem.Areas).All(a => problem.Zone[a] != o.Item.Site || school[a][t] == o.Item.Into)));

    internal static int Done(SeatPlanProblem problem, IReadOnlyList<IReadOnlyList<int>> starts, int option, int year)
    {
        var done = 0;
        for (var s = 0; s + problem.Options[option].Lead <= year; s++)
        {
            done += starts[option][s];
        }

        return done;
    }

    internal static bool Moves(SeatPlanProblem problem, IReadOnlyList<IReadOnlyList<int>> school, int area, int year)
    {
        var before = year == 0 ? problem.Zone[area] : school[area][year - 1] < 0 ? null : school[area][year - 1];
        return before is { } at && school[area][year] >= 0 && school[area][year] != at;
    }
}
