namespace Xueheng.Engines.Projection;

/// <summary>Short series of logarithms.</summary>
internal static class Series
{
    /// <summary>Of a change each further year keeps so much: few trends last.</summary>
    private const double Fading = 0.7;

    /// <summary>The slope of a least squares line, drawn towards zero as far as the line does not hold: b³ ÷ (b² + its variance).</summary>
    /// <returns>Half the change for two values; zero for fewer.</returns>
    public static double ShrunkSlope(IReadOnlyList<double> values)
    {
        var n = values.Count;
        if (n < 3)
        {
            return n == 2 ? (values[1] - values[0]) / 2 : 0;
        }

        var (middle, mean) = ((n - 1) / 2.0, values.Average());
        var sxx = Enumerable.Range(0, n).Sum(t => (t - middle) * (t - middle));
        var slope = Enumerable.Range(0, n).Sum(t => (t - middle) * (values[t] - mean)) / sxx;
        var rest = Enumerable.Range(0, n).Sum(t => Math.Pow(values[t] - mean - (slope * (t - middle)), 2));
        var variance = rest / (n - 2) / sxx;
        return slope * slope + variance > 0 ? slope * slope * slope / ((slope * slope) + variance) : 0;
    }

    /// <summary>The whole change after some years of a fading slope.</summary>
    public static double Faded(double slope, int years) => slope * Fading * (1 - Math.Pow(Fading, years)) / (1 - Fading);
}
