namespace Xueheng.Engines.Projection;

/// <summary>
/// 学龄人口预测: cohort survival (grade progression ratios and entry ratios from births), with prediction intervals from the
/// errors of the past ratios drawn forward: changes of a year that all areas share, drift of an area's share, and chance that
/// weighs on small areas. Schools of few years' history are drawn towards the county.
/// </summary>
public static class ProjectChildren
{
    public static Projection Run(ProjectionProblem problem)
    {
        List<StepFit> fits = [.. Enumerable.Range(0, problem.Ladder.Count).Select(g => FitSteps.Of(problem, g))];
        var future = new Future(problem, fits);
        var expected = future.Climb(null);
        var chance = new Chance(problem.Seed);
        var (areas, groups) = (problem.Areas, problem.Groups);
        var drawn = new double[areas + 1, groups, problem.Horizon][];
        foreach (var (a, g, h) in Cells(areas + 1, groups, problem.Horizon))
        {
            drawn[a, g, h] = new double[problem.Paths];
        }

        for (var p = 0; p < problem.Paths; p++)
        {
            var path = future.Climb(chance);
            foreach (var (a, g, h) in Cells(areas, groups, problem.Horizon))
            {
                var sum = SumOf(problem, path[h][a], g);
                drawn[a, g, h][p] = sum;
                drawn[areas, g, h][p] += sum;
            }
        }

        return new Projection(
            problem.LastYear + 1,
            [.. Enumerable.Range(0, areas).Select(a => Table(groups, problem.Horizon, (g, h) => Between(SumOf(problem, expected[h][a], g), drawn[a, g, h])))],
            Table(groups, problem.Horizon, (g, h) => Between(expected[h].Sum(a => SumOf(problem, a, g)), drawn[areas, g, h])),
            expected,
            fits);
    }

    private static double SumOf(ProjectionProblem problem, double[] grades, int group)
    {
        var sum = 0.0;
        for (var g = 0; g < grades.Length; g++)
        {
            sum += problem.Ladder[g].Group == group ? grades[g] : 0;
        }

        return sum;
    }

    private static Estimate Between(double expected, double[] drawn)
    {
        Array.Sort(drawn);
        return new Estimate(expected, Math.Min(expected, At(0.1)), Math.Max(expected, At(0.9)), Math.Min(expected, At(0.025)), Math.Max(expected, At(0.975)));

        double At(double share)
        {
            var place = share * (drawn.Length - 1);
            var below = (int)place;
            return below + 1 < drawn.Length ? drawn[below] + ((place - below) * (drawn[below + 1] - drawn[below])) : drawn[^1];
        }
    }

    private static Estimate[][] Table(int groups, int horizon, Func<int, int, Estimate> cell) =>
        [.. Enumerable.Range(0, groups).Select(g => Enumerable.Range(0, horizon).Select(h => cell(g, h)).ToArray())];

    private static IEnumerable<(int Area, int Group, int Year)> Cells(int areas, int groups, int horizon) =>
        from a in Enumerable.Range(0, areas)
        from g in Enumerable.Range(0, groups)
        from h in Enumerable.Range(0, horizon)
        select (a, g, h);
}
