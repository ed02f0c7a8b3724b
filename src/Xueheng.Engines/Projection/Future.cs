namespace Xueheng.Engines.Projection;

/// <summary>Climbs the ladder year by year: as expected, or as one drawn future with the errors of the past.</summary>
internal sealed class Future(ProjectionProblem problem, IReadOnlyList<StepFit> fits)
{
    private readonly int _areas = problem.Areas;
    private readonly double _birthSlope = problem.Births is { } births ? Series.ShrunkSlope([.. births.Total.TakeLast(6).Where(b => b > 0).Select(b => Math.Log(b))]) : 0;

    /// <returns>Children by year, area and grade.</returns>
    /// <param name="chance">Null for what is expected.</param>
    public double[][][] Climb(Chance? chance)
    {
        var grades = problem.Ladder.Count;
        var level = fits.Select(f => chance is null ? 0 : chance.Student(f.Freedom) * f.Spread / Math.Sqrt(Math.Max(1, f.Transitions))).ToArray();
        var own = fits.Select(f => f.AreaRatio.Select((r, a) => chance is null ? r : Math.Max(0, r + (f.AreaError[a] * chance.Normal()))).ToArray()).ToArray();
        var shares = fits.Select(f => (double[])f.Share.Clone()).ToArray();
        var walk = new double[grades];
        var birthWalk = 0.0;
        var before = problem.Counts[^1];
        var years = new double[problem.Horizon][][];
        for (var h = 1; h <= problem.Horizon; h++)
        {
            var now = years[h - 1] = [.. Enumerable.Range(0, _areas).Select(_ => new double[grades])];
            birthWalk += chance is null ? 0 : 0.04 * chance.Normal();
            for (var g = 0; g < grades; g++)
            {
                var (fit, step) = (fits[g], problem.Ladder[g]);
                var shock = chance is null ? 0 : fit.Spread * chance.Student(fit.Freedom);
                walk[g] += shock;
                var factor = Math.Max(0, 1 + level[g] + shock) * Math.Exp(fit.Basis == StepBasis.Trend ? 0 : Series.Faded(fit.Drift, h));
                if (fit.Share.Length > 0)
                {
                    var total = fit.Basis switch
                    {
                        StepBasis.Trend => problem.Total(problem.Years - 1, g) * Math.Exp(Series.Faded(fit.Drift, h) + walk[g]),
                        StepBasis.BirthsOfCounty => Births(h, step.Age, null, birthWalk) * fit.Ratio * factor,
                        _ => before.Sum(a => a[step.From]) * fit.Ratio * factor,
                    };
                    Divide(total, shares[g], fit, g, now, chance);
                    continue;
                }

                for (var a = 0; a < _areas; a++)
                {
                    var from = fit.Basis switch
                    {
                        StepBasis.BirthsOfArea => Births(h, step.Age, a, birthWalk),
                        StepBasis.Itself => before[a][g],
                        _ => before[a][step.From],
                    };
                    now[a][g] = Noisy(from * own[g][a] * factor, fit.Noise, chance);
                }
            }

            before = now;
        }

        return years;
    }

    private void Divide(double total, double[] share, StepFit fit, int grade, double[][] now, Chance? chance)
    {
        if (chance is not null)
        {
            for (var a = 0; a < _areas; a++)
            {
                share[a] *= share[a] > 0 ? Math.Exp(fit.ShareDrift * chance.Normal()) : 1;
            }

            var sum = share.Sum();
            for (var a = 0; a < _areas && sum > 0; a++)
            {
                share[a] /= sum;
            }
        }

        for (var a = 0; a < _areas; a++)
        {
            now[a][grade] = Noisy(total * share[a], 1, chance);
        }
    }

    /// <summary>Births of the year, or past the last known ones their fading trend.</summary>
    private double Births(int ahead, int age, int? area, double walk)
    {
        var births = problem.Births!;
        var year = problem.LastYear + ahead - age;
        var at = Math.Clamp(year, births.FirstYear, births.LastYear) - births.FirstYear;
        var known = area is { } a ? births.ByArea![at][a] : births.Total[at];
        return year > births.LastYear ? known * Math.Exp(Series.Faded(_birthSlope, year - births.LastYear) + walk) : known;
    }

    private static double Noisy(double expected, double noise, Chance? chance) =>
        chance is null || expected <= 0 ? expected : Math.Max(0, expected + (Math.Sqrt(noise * expected) * chance.Normal()));
}
