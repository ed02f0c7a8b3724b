namespace Xueheng.Engines.Projection;

/// <summary>How the entries of all areas divide among them.</summary>
internal static class Shares
{
    private const double Recency = 0.5;

    /// <summary>Shares drift so much before any year is compared, as five changes would show.</summary>
    private const double PriorDrift = 0.05;
    private const double PriorChanges = 5;

    /// <summary>Smaller entries say nothing about drift.</summary>
    private const double Least = 10;

    public static (double[] Share, double Drift) Of(ProjectionProblem problem, int grade)
    {
        var share = new double[problem.Areas];
        for (var t = 0; t < problem.Years; t++)
        {
            if (problem.Total(t, grade) is var all and > 0)
            {
                for (var a = 0; a < share.Length; a++)
                {
                    share[a] += Math.Pow(Recency, problem.Years - 1 - t) * problem.Counts[t][a][grade] / all;
                }
            }
        }

        // Who takes in nobody any more has closed its first year.
        for (var a = 0; a < share.Length; a++)
        {
            share[a] = problem.Counts[^1][a][grade] > 0 ? share[a] : 0;
        }

        var sum = share.Sum();
        return (sum > 0 ? [.. share.Select(s => s / sum)] : share, Drift(problem, grade));
    }

    private static double Drift(ProjectionProblem problem, int grade)
    {
        var (changes, count) = (PriorChanges * PriorDrift * PriorDrift, PriorChanges);
        for (var t = 1; t < problem.Years; t++)
        {
            var (before, after) = (problem.Total(t - 1, grade), problem.Total(t, grade));
            for (var a = 0; a < problem.Areas; a++)
            {
                var (x, y) = (problem.Counts[t - 1][a][grade], problem.Counts[t][a][grade]);
                if (x >= Least && y >= Least)
                {
                    changes += Math.Max(0, Math.Pow(Math.Log(y / after / (x / before)), 2) - (1 / x) - (1 / y));
                    count++;
                }
            }
        }

        return Math.Sqrt(changes / count);
    }
}
