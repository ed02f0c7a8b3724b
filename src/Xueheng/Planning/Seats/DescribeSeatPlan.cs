using Xueheng.Engines.Seats;

namespace Xueheng.Planning.Seats;

/// <summary>A layout in the county's own words.</summary>
internal static class DescribeSeatPlan
{
    public static SeatPlan Of(CountySeats seats, LaidOutSeats laid, SeatPlanAnswer answer, int seed)
    {
        var sound = answer.Status is SeatPlanStatus.Optimal or SeatPlanStatus.Feasible;
        return Filled(
            new SeatPlan(
                seats.County,
                seats.Period,
                seats.Revision,
                seats.SeatsHash,
                seed,
                laid.Layout.Stage,
                answer.Status,
                answer.Cost,
                answer.Cost.Total,
                sound ? answer.Bound : null,
                sound ? answer.Gap : null,
                answer.Seconds,
                laid.Places.Sum(p => p.Years.Sum(y => y.Missing)),
                0,
                [],
                [],
                [],
                [],
                [],
                laid.Notes),
            laid.Layout with { Starts = answer.Starts, School = answer.School },
            answer.Easings);
    }

    /// <summary>The plan of a layout some areas of which were sent elsewhere by hand.</summary>
    /// <param name="before">Of the layout it was changed from.</param>
    public static SeatPlan Changed(SeatPlan before, SeatLayout layout, IReadOnlyList<SeatMove> moves)
    {
        var problem = layout.Problem();
        var (cost, faults) = (EvaluateSeatPlan.Cost(problem, layout.Starts, layout.School), EvaluateSeatPlan.Faults(problem, layout.Starts, layout.School).Where(f => !OfGrounds(f, layout)).ToList());
        var bound = faults.Count == 0 ? before.Bound : null;
        return Filled(
            before with
            {
                Status = faults.Count == 0 ? SeatPlanStatus.Feasible : SeatPlanStatus.Infeasible,
                Cost = cost,
                Total = cost.Total,
                Bound = bound,
                Gap = bound is { } least ? Math.Max(0, cost.Total - least) / Math.Max(1, Math.Abs(cost.Total)) : null,
                Seconds = 0,
                Moves =
                [
                    .. before.Moves,
                    .. moves.Select(m => new PlannedAreaMove(layout.Areas[layout.AreaAt(m.Area)].Town, layout.Sites[layout.Areas[layout.AreaAt(m.Area)].Zone].Name, layout.Sites[layout.SiteAt(m.To)].Name, m.From)),
                ],
            },
            layout,
            faults);
    }

    public static PlannedEasing Easing(SeatEasing easing, SeatLayout layout)
    {
        var (name, period) = (easing.Site >= 0 ? layout.Sites[easing.Site].Name : "", layout.First + easing.Year);
        List<string> areas = [.. easing.Areas.Where(a => !layout.Areas[a].Ground).Select(a => layout.Areas[a].Town).Distinct()];
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

    private static SeatPlan Filled(SeatPlan plan, SeatLayout layout, IReadOnlyList<SeatEasing> easings)
    {
        var (problem, years) = (layout.Problem(), Enumerable.Range(0, layout.Years).ToList());
        var steps = layout.Options.SelectMany((o, i) => years.Where(t => layout.Starts[i][t] > 0).Select(t => new PlannedWork(
            layout.Steps[i].Kind,
            layout.Sites[o.Site].School,
            layout.Sites[o.Site].Name,
            layout.Starts[i][t],
            o.Closes ? -problem.Seats[o.Site] : o.Seats * layout.Starts[i][t],
            layout.First + t,
            layout.First + t + o.Lead,
            layout.Steps[i].Cost * layout.Starts[i][t],
            layout.Steps[i].Yearly * layout.Starts[i][t],
            o.Into is { } into ? layout.Sites[into].Name : ""))).OrderBy(s => s.Begins).ThenBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        var schools = layout.Sites.Select((site, j) => new PlannedSchool(
            site.School,
            site.Name,
            [.. years.Select(_ => site.Seats)],
            [.. years.Select(t => Sum(problem, a => problem.Zone[a] == j, t))],
            [.. years.Select(t => EvaluateSeatPlan.Seats(problem, layout.Starts, j, t))],
            [.. years.Select(t => Sum(problem, a => layout.School[a][t] == j, t))])).ToList();
        return plan with
        {
            Lacking = schools.Sum(s => s.Children.Zip(s.Seats, (c, n) => Math.Max(0, c - Math.Max(0, n))).Sum()),
            Steps = steps,
            Schools = [.. schools.Where(s => steps.Exists(p => p.Name == s.Name) || !s.Before.SequenceEqual(s.Children) || s.Before.Zip(s.SeatsBefore, (c, n) => c > n).Any(over => over))],
            Areas = [.. layout.Areas.Index().Where(a => !a.Item.Ground && years.Exists(t => layout.School[a.Index][t] != a.Item.Zone)).Select(a => new PlannedArea(
                a.Item.Id,
                a.Item.Town,
                layout.Sites[a.Item.Zone].Name,
                a.Item.Children,
                [.. years.Select(t => layout.School[a.Index][t] is var j and >= 0 ? layout.Sites[j].Name : "")],
                [.. years.Select(t => layout.School[a.Index][t] is var j and >= 0 ? problem.Kilometres[a.Index][j] : 0)]))],
            Easings = [.. easings.Where(e => !OfGrounds(e, layout)).Select(e => Easing(e, layout))],
        };
    }

    /// <summary>Nobody lives on the ground of a school: where it goes is nothing to tell.</summary>
    public static bool OfGrounds(SeatEasing easing, SeatLayout layout) => easing.Areas.Count > 0 && easing.Areas.All(a => layout.Areas[a].Ground);

    private static int Sum(SeatPlanProblem problem, Func<int, bool> there, int year) =>
        Enumerable.Range(0, problem.Areas).Where(there).Sum(a => problem.Children[a][year]);
}
