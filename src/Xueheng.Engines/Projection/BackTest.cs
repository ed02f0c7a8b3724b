namespace Xueheng.Engines.Projection;

/// <summary>How the method would have done: the last years left out, projected from those before and compared.</summary>
/// <param name="Compared">Area and group pairs with children in the last year.</param>
/// <param name="Median">Median absolute percentage error, a share.</param>
/// <param name="MedianOfLastYear">The same for taking the last known number.</param>
/// <param name="MedianOfLine">The same for a straight line through each area's past.</param>
/// <param name="Within80">Share of outcomes within the 80 % interval.</param>
public sealed record BackTest(int Compared, double Median, double MedianOfLastYear, double MedianOfLine, double Within80, double Within95)
{
    /// <summary>Error of the sum of all areas, by group: (projected − counted) ÷ counted.</summary>
    public required IReadOnlyList<double> Total { get; init; }

    /// <returns>Null when too few years are known: at least one must stay.</returns>
    public static BackTest? Run(ProjectionProblem problem, int ahead = 1)
    {
        if (problem.Years <= ahead)
        {
            return null;
        }

        var past = problem with { Counts = [.. problem.Counts.SkipLast(ahead)], Horizon = ahead };
        var projected = ProjectChildren.Run(past);
        var (errors, last, line, within80, within95) = (new List<double>(), new List<double>(), new List<double>(), 0, 0);
        for (var a = 0; a < problem.Areas; a++)
        {
            for (var g = 0; g < problem.Groups; g++)
            {
                var series = problem.Counts.Select(y => Sum(y[a], g)).ToList();
                if (series[^1] is var actual and > 0)
                {
                    var estimate = projected.Groups[a][g][ahead - 1];
                    errors.Add(Math.Abs(estimate.Expected - actual) / actual);
                    last.Add(Math.Abs(series[^(1 + ahead)] - actual) / actual);
                    line.Add(Math.Abs(Line([.. series.SkipLast(ahead)], ahead) - actual) / actual);
                    within80 += actual >= estimate.Low80 && actual <= estimate.High80 ? 1 : 0;
                    within95 += actual >= estimate.Low95 && actual <= estimate.High95 ? 1 : 0;
                }
            }
        }

        return errors.Count == 0 ? null : new BackTest(errors.Count, Middle(errors), Middle(last), Middle(line), (double)within80 / errors.Count, (double)within95 / errors.Count)
        {
            Total = [.. Enumerable.Range(0, problem.Groups).Select(g => problem.Counts[^1].Sum(a => Sum(a, g)) is var all and > 0 ? (projected.Total[g][ahead - 1].Expected / all) - 1 : 0)],
        };

        double Sum(double[] grades, int group) => grades.Where((_, g) => problem.Ladder[g].Group == group).Sum();
    }

    private static double Line(List<double> series, int ahead)
    {
        var (middle, mean) = ((series.Count - 1) / 2.0, series.Average());
        var sxx = series.Select((_, t) => (t - middle) * (t - middle)).Sum();
        var slope = sxx > 0 ? series.Select((v, t) => (t - middle) * (v - mean)).Sum() / sxx : 0;
        return Math.Max(0, mean + (slope * (series.Count - 1 + ahead - middle)));
    }

    private static double Middle(List<double> values)
    {
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2;
    }
}
