using Xueheng.Engines.Seats;

namespace Xueheng.Planning.Seats;

/// <summary>What sending one area to another school does to a plan.</summary>
/// <param name="Layout">With the area moved.</param>
/// <param name="Plan">Of that layout.</param>
/// <param name="Children">Of the area, from the first year moved on.</param>
/// <param name="Kilometres">To the school of the plan and to the other, in the last year.</param>
/// <param name="Schools">The schools that lose and gain, by year.</param>
/// <param name="Broken">Limits kept before and not after.</param>
/// <param name="Mended">Limits not kept before and kept after.</param>
public sealed record MovedArea(
    SeatLayout Layout,
    SeatPlan Plan,
    IReadOnlyList<int> Children,
    (double Before, double After) Kilometres,
    IReadOnlyList<MovedSchool> Schools,
    IReadOnlyList<PlannedEasing> Broken,
    IReadOnlyList<PlannedEasing> Mended);

/// <param name="Before">Children of each year in the plan.</param>
/// <param name="After">Children of each year with the area moved.</param>
public sealed record MovedSchool(string Name, IReadOnlyList<int> Seats, IReadOnlyList<int> Before, IReadOnlyList<int> After);

/// <summary>Sends areas of a plan to other schools by hand; nothing is searched.</summary>
public static class MoveAreas
{
    public static Outcome<MovedArea> Try(SeatPlan plan, SeatLayout layout, SeatMove move)
    {
        var moved = Apply(layout, [move]);
        if (!moved.Succeeded)
        {
            return moved.Failure;
        }

        var (a, first) = (layout.AreaAt(move.Area), move.From - layout.First);
        var after = DescribeSeatPlan.Changed(plan, moved.Value, [move]);
        var problem = layout.Problem();
        List<int> sites = [.. layout.School[a].Skip(first).Append(layout.SiteAt(move.To)).Where(j => j >= 0).Distinct()];
        var (faults, left) = (Faults(layout), Faults(moved.Value));
        return new MovedArea(
            moved.Value,
            after,
            [.. layout.Areas[a].Children.Skip(first)],
            (layout.School[a][^1] is var j and >= 0 ? problem.Kilometres[a][j] : 0, problem.Kilometres[a][layout.SiteAt(move.To)]),
            [.. sites.Select(s => new MovedSchool(layout.Sites[s].Name, Seats(layout, problem, s), Children(layout, s), Children(moved.Value, s)))],
            [.. left.Where(f => !faults.Exists(o => Same(o, f) && o.Amount >= f.Amount - 1e-9)).Select(f => DescribeSeatPlan.Easing(f, layout))],
            [.. faults.Where(f => !left.Exists(o => Same(o, f))).Select(f => DescribeSeatPlan.Easing(f, layout))]);
    }

    /// <summary>The layout with areas where they were sent.</summary>
    public static Outcome<SeatLayout> Apply(SeatLayout layout, IReadOnlyList<SeatMove> moves)
    {
        int[][] school = [.. layout.School.Select(s => s.ToArray())];
        foreach (var move in moves)
        {
            var (a, j, first) = (layout.AreaAt(move.Area), layout.SiteAt(move.To), move.From - layout.First);
            if (a < 0 || j < 0 || first < 0 || first >= layout.Years)
            {
                return new Failure("XH6232", "方案里没有这个区域、学校或学年，请从地图或列表里选择");
            }

            if (school[a].Skip(first).All(s => s == j))
            {
                return new Failure("XH6233", $"{layout.Areas[a].Town}的这些学生已经在{layout.Sites[j].Name}，请选择另一所学校");
            }

            Array.Fill(school[a], j, first, layout.Years - first);
        }

        return EvaluateSeatPlan.Sound(layout.Problem(), layout.Starts, school)
            ? layout with { School = school }
            : new Failure("XH6237", "方案里这所学校要并入另一所，它的区域只能一起去，请改动其他区域");
    }

    private static List<SeatEasing> Faults(SeatLayout layout) => [.. EvaluateSeatPlan.Faults(layout.Problem(), layout.Starts, layout.School).Where(f => !DescribeSeatPlan.OfGrounds(f, layout))];

    private static bool Same(SeatEasing one, SeatEasing other) =>
        (one.Kind, one.Site, one.Year) == (other.Kind, other.Site, other.Year) && (one.Kind is not (EasingKind.Walk or EasingKind.Changes or EasingKind.Apart) || one.Areas.SequenceEqual(other.Areas));

    private static List<int> Seats(SeatLayout layout, SeatPlanProblem problem, int site) =>
        [.. Enumerable.Range(0, layout.Years).Select(t => Math.Max(0, EvaluateSeatPlan.Seats(problem, layout.Starts, site, t)))];

    private static List<int> Children(SeatLayout layout, int site) =>
        [.. Enumerable.Range(0, layout.Years).Select(t => layout.Areas.Index().Where(a => layout.School[a.Index][t] == site).Sum(a => a.Item.Children[t]))];
}
