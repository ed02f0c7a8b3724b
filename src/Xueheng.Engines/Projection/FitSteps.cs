namespace Xueheng.Engines.Projection;

/// <summary>
/// Ratios of the past, pooled over years with the later ones weighing more. An area's ratio is drawn towards the county's by the
/// between-area variance of DerSimonian and Laird (Controlled Clinical Trials 7, 1986): few children say little.
/// </summary>
internal static class FitSteps
{
    /// <summary>A transition counts so much of the one a year later.</summary>
    private const double Recency = 0.7;

    /// <summary>What is taken for known before any year is compared: two years' worth of changes of this size.</summary>
    private const double PriorYears = 2;

    /// <summary>Single surprises (a school opened or closed) are held to four standard deviations.</summary>
    private const double MostSurprise = 16;

    public static StepFit Of(ProjectionProblem problem, int grade)
    {
        var basis = BasisOf(problem, grade);
        if (basis == StepBasis.Trend)
        {
            return Trend(problem, grade);
        }

        var pairs = Pairs(problem, grade, basis);
        var (x, y) = (pairs.ConvertAll(p => p.X.Sum()), pairs.ConvertAll(p => p.Y.Sum()));
        var weights = Weights(pairs.Count);
        var basisSum = weights.Zip(x, (w, v) => w * v).Sum();
        var ratio = basisSum > 0 ? weights.Zip(y, (w, v) => w * v).Sum() / basisSum : 1;
        List<double> logs = [.. x.Zip(y, (a, b) => a > 0 && b > 0 ? Math.Log(b / a) : double.NaN).Where(double.IsFinite)];
        var drift = logs.Count > 2 ? Series.ShrunkSlope(logs) : 0;
        var noise = Noise(pairs, ratio);
        var changes = x.Zip(y, (a, b) => a > 0 && ratio > 0 ? Math.Max(0, Square((b / a / ratio) - 1) - (noise / (a * ratio))) : 0).Sum();
        var spread = Math.Sqrt(((PriorYears * Square(Prior(basis))) + changes) / (PriorYears + pairs.Count));
        var fit = new StepFit(basis, pairs.Count, ratio, drift, spread, noise);
        if (basis is StepBasis.BirthsOfCounty or StepBasis.GradeOfCounty)
        {
            var (share, shareDrift) = Shares.Of(problem, grade);
            return fit with { Share = share, ShareDrift = shareDrift };
        }

        var (own, error) = OwnRatios(pairs, weights, ratio, problem.Areas);
        return fit with { AreaRatio = own, AreaError = error };
    }

    private static StepBasis BasisOf(ProjectionProblem problem, int grade) => problem.Ladder[grade].Kind switch
    {
        StepKind.Follow => StepBasis.GradeOfArea,
        StepKind.Spread => StepBasis.GradeOfCounty,
        StepKind.Stock => StepBasis.Itself,
        _ when problem.Births is not { } births || !births.Has(problem.LastYear - problem.Ladder[grade].Age) => StepBasis.Trend,
        _ => problem.Births.ByArea is null ? StepBasis.BirthsOfCounty : StepBasis.BirthsOfArea,
    };

    private static StepFit Trend(ProjectionProblem problem, int grade)
    {
        var entries = Enumerable.Range(0, problem.Years).Select(t => problem.Total(t, grade)).ToList();
        List<double> logs = [.. entries.Where(e => e > 0).Select(e => Math.Log(e))];
        var changes = logs.Count > 1 ? logs.Zip(logs.Skip(1), (a, b) => Square(b - a)).Sum() : 0;
        var spread = Math.Sqrt(((PriorYears * Square(Prior(StepBasis.Trend))) + changes) / (PriorYears + logs.Count - 1));
        var (share, drift) = Shares.Of(problem, grade);
        return new StepFit(StepBasis.Trend, problem.Years - 1, 1, Series.ShrunkSlope(logs), spread, 1) { Share = share, ShareDrift = drift };
    }

    private static List<(double[] X, double[] Y)> Pairs(ProjectionProblem problem, int grade, StepBasis basis)
    {
        var step = problem.Ladder[grade];
        var pairs = new List<(double[], double[])>();
        for (var t = 0; t < problem.Years; t++)
        {
            double[] y = [.. problem.Counts[t].Select(a => a[grade])];
            var born = problem.FirstYear + t - step.Age;
            if (basis == StepBasis.BirthsOfArea && problem.Births!.Has(born))
            {
                pairs.Add((problem.Births.ByArea![born - problem.Births.FirstYear], y));
            }
            else if (basis == StepBasis.BirthsOfCounty && problem.Births!.Has(born))
            {
                pairs.Add(([problem.Births.Total[born - problem.Births.FirstYear]], [y.Sum()]));
            }
            else if (basis == StepBasis.GradeOfCounty && t > 0)
            {
                pairs.Add(([problem.Total(t - 1, step.From)], [y.Sum()]));
            }
            else if (basis is StepBasis.GradeOfArea or StepBasis.Itself && t > 0)
            {
                var from = basis == StepBasis.Itself ? grade : step.From;
                pairs.Add(([.. problem.Counts[t - 1].Select(a => a[from])], y));
            }
        }

        return pairs;
    }

    private static (double[] Ratio, double[] Error) OwnRatios(List<(double[] X, double[] Y)> pairs, double[] weights, double ratio, int areas)
    {
        var (own, children) = (new double[areas], new double[areas]);
        for (var a = 0; a < areas; a++)
        {
            children[a] = pairs.Select((p, t) => weights[t] * p.X[a]).Sum();
            own[a] = children[a] > 0 ? pairs.Select((p, t) => weights[t] * p.Y[a]).Sum() / children[a] : ratio;
        }

        var seen = Enumerable.Range(0, areas).Where(a => children[a] > 0 && ratio > 0).ToList();
        var (w, w2, q) = (seen.Sum(a => children[a] / ratio), seen.Sum(a => Square(children[a] / ratio)), seen.Sum(a => children[a] / ratio * Square(own[a] - ratio)));
        var between = seen.Count > 1 && w - (w2 / w) > 0 ? Math.Max(0, (q - (seen.Count - 1)) / (w - (w2 / w))) : 0;
        var error = new double[areas];
        for (var a = 0; a < areas; a++)
        {
            var within = children[a] > 0 ? ratio / children[a] : double.PositiveInfinity;
            var trust = between > 0 && children[a] > 0 ? between / (between + within) : 0;
            error[a] = Math.Sqrt(between * (1 - trust));
            own[a] = seen.Count == 1 && children[a] > 0 ? own[a] : (trust * own[a]) + ((1 - trust) * ratio);
        }

        return (own, error);
    }

    private static double Noise(List<(double[] X, double[] Y)> pairs, double ratio)
    {
        const double PriorCounts = 10;
        const double PriorNoise = 0.3;
        var (sum, count) = (PriorCounts * PriorNoise, PriorCounts);
        foreach (var (x, y) in pairs)
        {
            var (all, kept) = (x.Sum(), y.Sum());
            for (var a = 0; a < x.Length && all > 0 && x.Length > 1; a++)
            {
                // About the county's ratio of that very year: the year's own change is not an area's noise.
                var expected = x[a] * (kept > 0 ? kept / all : ratio);
                if (expected > 0)
                {
                    sum += Math.Min(MostSurprise, Square(y[a] - expected) / expected);
                    count++;
                }
            }
        }

        return sum / count;
    }

    private static double Prior(StepBasis basis) => basis switch
    {
        StepBasis.GradeOfArea => 0.01,
        StepBasis.GradeOfCounty => 0.02,
        StepBasis.Trend => 0.06,
        _ => 0.03,
    };

    private static double[] Weights(int count) => [.. Enumerable.Range(0, count).Select(t => Math.Pow(Recency, count - 1 - t))];

    private static double Square(double value) => value * value;
}
