using Xueheng.Census;
using Xueheng.Engines.Projection;
using Xueheng.Engines.Seats;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Planning.Seats;

/// <param name="Births">Path of a file with births (分年出生); null when there is none.</param>
public sealed record SeatsCommand(string County, int Period, string? Births = null);

/// <summary>学位: children to come by school and area, beside the seats there are.</summary>
public sealed class WorkOutSeats(XuehengDb db, PackLibrary packs)
{
    public async Task<Outcome<CountySeats>> RunAsync(SeatsCommand command, CancellationToken cancellation)
    {
        var revision = await new Revisions(db).FindPublishedAsync(command.County, command.Period, cancellation);
        if (!revision.Succeeded)
        {
            return revision.Failure;
        }

        var births = command.Births is { } path ? ReadBirths.From(path, Path.GetFileName(path), packs.Checks.Limits) : (Outcome<BirthFile>?)null;
        return births is { Succeeded: false } refused ? refused.Failure : await RunAsync(revision.Value, births?.Value, cancellation);
    }

    public async Task<Outcome<CountySeats>> RunAsync(Revision revision, BirthFile? births, CancellationToken cancellation)
    {
        var history = await new CountChildren(db, packs.Seats).RunAsync(revision, cancellation);
        return Of(revision, packs.Seats, history, births);
    }

    /// <summary>A pure function of the rows, the births and the rules.</summary>
    internal static Outcome<CountySeats> Of(Revision revision, SeatRules rules, IReadOnlyList<PeriodChildren> history, BirthFile? births)
    {
        var problem = new SeatProblem(rules, history, births);
        if (!problem.HasChildren)
        {
            return new Failure("XH6208", "基础数据里没有学前、小学、初中的学生数，不能预测学位，请先导入班级表或学段表");
        }

        var ofSchools = problem.OfSchools();
        var projected = ProjectChildren.Run(ofSchools);
        var (areaBasis, areas) = problem.Areas();
        var byArea = ProjectChildren.Run(problem.OfAreas(areas, areaBasis));
        var places = Places(rules, history, problem, projected, revision.Period).ToList();
        var series = problem.Births(areas);
        return new CountySeats(
            revision.County,
            revision.Period,
            revision.Number,
            rules.Hash,
            [.. history.Select(h => h.Period)],
            series is null ? null : new KnownBirths(births!.Name, series.FirstYear, series.LastYear, series.ByArea is not null),
            areaBasis,
            [.. problem.Ladder.Select((l, g) => new GradeBasis(l.Grade, projected.Steps[g].Basis, projected.Steps[g].Ratio, projected.Steps[g].Transitions))],
            BackTest.Run(ofSchools),
            [.. problem.Stages.Select((stage, g) => new StageSeats(
                stage,
                [.. ofSchools.Counts.Select(c => c.Sum(a => a.Where((_, i) => problem.Ladder[i].Stage == stage).Sum()))],
                [.. projected.Total[g].Select((e, h) => Together(revision.Period + 1 + h, e, [.. places.Where(p => p.Stage == stage).Select(p => p.Years[h])]))]))],
            [.. Areas(problem, areas, areaBasis, history, byArea, projected)],
            places);
    }

    private static IEnumerable<PlaceSeats> Places(SeatRules rules, IReadOnlyList<PeriodChildren> history, SeatProblem problem, Projection projected, int period)
    {
        var classes = history.Select(h => h.Grades.ToLookup(g => (g.School, g.Stage))).ToList();
        for (var s = 0; s < problem.Schools.Count; s++)
        {
            var school = problem.Schools[s];
            for (var g = 0; g < problem.Stages.Count; g++)
            {
                var stage = problem.Stages[g];
                var now = classes[^1][(school.School, stage)].ToList();
                if (now.Count == 0)
                {
                    continue;
                }

                var (count, rooms) = (now.Sum(c => c.Classes), classes.Max(c => c[(school.School, stage)].Sum(r => r.Classes)));
                var limit = count > 0 ? now.Sum(c => c.Classes * rules.LimitOf(stage, c.Grade)) / count : 0;
                var seats = rooms * limit;
                var grades = problem.Ladder.Index().Where(l => l.Item.Stage == stage).Select(l => l.Index).ToList();
                yield return new PlaceSeats(
                    school.School,
                    school.Name,
                    school.Town,
                    stage,
                    now.Sum(c => c.Children),
                    count,
                    rooms,
                    seats,
                    !history[^1].Even.Contains((school.School, stage)),
                    [.. projected.Groups[s][g].Select((e, h) => OfYear(rules, stage, period + 1 + h, e, seats, rooms, [.. grades.Select(l => projected.Grades[h][s][l])]))]);
            }
        }
    }

    private static YearSeats OfYear(SeatRules rules, Stage stage, int period, Estimate children, decimal seats, int rooms, double[] grades)
    {
        var over = children.Expected - (double)seats;
        var classes = rules.Oversized.Stages.Contains(stage) ? FillRooms.Run(grades, rooms) : [];
        return new YearSeats(period, children, seats, Math.Max(0, over), Math.Max(0, -over), Larger(rules.Oversized.Pupils), Larger(rules.Oversized.Severe));

        // Half a child more than the last full one makes the larger class.
        int Larger(decimal pupils) => classes.Select((c, g) => c > 0 && Math.Round(grades[g] / c) >= (double)pupils ? c : 0).Sum();
    }

    private static YearSeats Together(int period, Estimate children, List<YearSeats> places) => new(
        period, children, places.Sum(p => p.Seats), places.Sum(p => p.Missing), places.Sum(p => p.Surplus), places.Sum(p => p.Oversized), places.Sum(p => p.Severe));

    /// <summary>Areas are made to add up to the county as the schools have it: what leads one school to lose another gains, and areas do not see it.</summary>
    private static IEnumerable<AreaChildren> Areas(
        SeatProblem problem, IReadOnlyList<string> areas, AreaBasis basis, IReadOnlyList<PeriodChildren> history, Projection byArea, Projection county)
    {
        var last = problem.OfAreas(areas, basis).Counts[^1];
        for (var a = 0; a < areas.Count; a++)
        {
            for (var g = 0; g < problem.Stages.Count; g++)
            {
                var now = last[a].Where((_, i) => problem.Ladder[i].Stage == problem.Stages[g]).Sum();
                List<Estimate> years = [.. byArea.Groups[a][g].Select((e, h) => Scaled(e, byArea.Total[g][h].Expected is var all and > 0 ? county.Total[g][h].Expected / all : 1))];
                if (now > 0 || years.Exists(y => y.Expected >= 0.5))
                {
                    yield return new AreaChildren(areas[a], problem.Stages[g], now, years);
                }
            }
        }
    }

    private static Estimate Scaled(Estimate e, double by) => new(e.Expected * by, e.Low80 * by, e.High80 * by, e.Low95 * by, e.High95 * by);
}
