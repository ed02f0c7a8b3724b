using Xueheng.Engines.Seats;

namespace Xueheng.Planning.Seats;

/// <summary>The engine's answer in the county's own words.</summary>
internal static class DescribeSeatPlan
{
    public static SeatPlan Of(AdviseSeatsCommand command, CountySeats seats, LaidOutSeats laid, SeatPlanAnswer answer)
    {
        var (problem, first) = (laid.Problem, seats.Period + 1);
        var years = Enumerable.Range(0, problem.Years).ToList();
        var steps = problem.Options.SelectMany((o, i) => years.Where(t => answer.Starts[i][t] > 0).Select(t => new PlannedStep(
            laid.Steps[i].Kind,
            laid.Sites[o.Site].School?.School ?? "",
            laid.Sites[o.Site].Name,
            answer.Starts[i][t],
            o.Closes ? -problem.Seats[o.Site] : o.Seats * answer.Starts[i][t],
            first + t,
            first + t + o.Lead,
            laid.Steps[i].Cost * answer.Starts[i][t],
            laid.Steps[i].Yearly * answer.Starts[i][t],
            o.Into is { } into ? laid.Sites[into].Name : ""))).OrderBy(s => s.Begins).ThenBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        var schools = laid.Sites.Select((site, j) => new PlannedSchool(
            site.School?.School ?? "",
            site.Name,
            [.. years.Select(_ => problem.Seats[j])],
            [.. years.Select(t => Sum(problem, a => problem.Zone[a] == j, t))],
            [.. years.Select(t => EvaluateSeatPlan.Seats(problem, answer.Starts, j, t))],
            [.. years.Select(t => Sum(problem, a => answer.School[a][t] == j, t))])).ToList();
        var sound = answer.Status is SeatPlanStatus.Optimal or SeatPlanStatus.Feasible;
        return new SeatPlan(
            seats.County,
            seats.Period,
            seats.Revision,
            seats.SeatsHash,
            command.Seed,
            command.Stage,
            answer.Status,
            answer.Cost,
            answer.Cost.Total,
            sound ? answer.Bound : null,
            sound ? answer.Gap : null,
            answer.Seconds,
            laid.Sites.Sum(s => s.School?.Years.Sum(y => y.Missing) ?? 0),
            steps,
            [.. schools.Where((s, j) => steps.Exists(p => p.Name == s.Name) || !s.Before.SequenceEqual(s.Children) || s.Before.Zip(s.SeatsBefore, (c, n) => c > n).Any(over => over))],
            [.. laid.Areas.Select((area, a) => (area, a)).Where(x => years.Exists(t => answer.School[x.a][t] != problem.Zone[x.a])).Select(x => new PlannedArea(
                x.area.Town,
                laid.Sites[problem.Zone[x.a]!.Value].Name,
                problem.Children[x.a],
                [.. years.Select(t => answer.School[x.a][t] is var j and >= 0 ? laid.Sites[j].Name : "")],
                [.. years.Select(t => answer.School[x.a][t] is var j and >= 0 ? problem.Kilometres[x.a][j] : 0)]))],
            [.. answer.Easings.Select(e => Easing(e, laid, first))],
            laid.Notes);
    }

    private static PlannedEasing Easing(SeatEasing easing, LaidOutSeats laid, int first)
    {
        var (name, period) = (easing.Site >= 0 ? laid.Sites[easing.Site].Name : "", first + easing.Year);
        List<string> areas = [.. easing.Areas.Select(a => laid.Areas[a].Town).Distinct()];
        return new PlannedEasing(easing.Kind, name, areas, period, easing.Amount, easing.Kind switch
        {
            EasingKind.Seats => $"{period} 学年{name}还缺 {easing.Amount:0} 个学位（{string.Join("、", areas)}）",
            EasingKind.Budget => $"{period} 学年的预算还要增加 {easing.Amount:0.##} 万元",
            EasingKind.Walk => $"{period} 学年{string.Join("、", areas)}的学生到{name}要超出最远距离 {easing.Amount:0.#} 公里",
            EasingKind.Changes => $"{string.Join("、", areas)}的学生要多调整 {easing.Amount:0} 次学校",
            EasingKind.Apart => $"{period} 学年{name}的片区不相连：{string.Join("、", areas)}",
            _ => $"{period} 学年调整学校的学生要比上限多 {easing.Amount:0} 人",
        });
    }

    private static int Sum(SeatPlanProblem problem, Func<int, bool> there, int year) =>
        Enumerable.Range(0, problem.Areas).Where(there).Sum(a => problem.Children[a][year]);
}
