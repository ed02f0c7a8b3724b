namespace Xueheng.Engines.Balance;

/// <summary>Mean, standard deviation and coefficient of one indicator over schools.</summary>
/// <param name="Mean">X̄, the pooled ratio: all resources over all pupils, not the mean of schools.</param>
/// <param name="Sd">S, in the indicator's unit.</param>
/// <param name="Cv">S ÷ X̄, without unit; null when the mean is zero, for then there is nothing to compare.</param>
public readonly record struct DisparityResult(double Mean, double Sd, double? Cv);

/// <summary>
/// 校际差异系数, weighted by pupils: with n_i pupils and value x_i in school i, N = Σ n_i,
/// <c>X̄ = Σ n_i·x_i ÷ N</c>, <c>S = √(Σ (n_i ÷ N)·(x_i − X̄)²)</c>, <c>CV = S ÷ X̄</c>.
/// <para>Source: 《义务教育均衡发展差异系数计算方法及数据来源》; worked example with five schools in 《县域义务教育校际均衡指标计算方法》.
/// The unweighted forms found in public software give other numbers and are not offered.</para>
/// </summary>
public static class Disparity
{
    /// <param name="values">x, the indicator of each school.</param>
    /// <param name="pupils">n, of the same length, not negative.</param>
    /// <returns>Null when there are no pupils at all.</returns>
    public static DisparityResult? Of(ReadOnlySpan<double> values, ReadOnlySpan<double> pupils)
    {
        Same(values.Length, pupils.Length);
        double total = 0;
        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            total += pupils[i];
            sum += pupils[i] * values[i];
        }

        if (!(total > 0))
        {
            return null;
        }

        var mean = sum / total;
        double variance = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var deviation = values[i] - mean;
            variance += pupils[i] / total * (deviation * deviation);
        }

        var sd = Math.Sqrt(variance);
        return new DisparityResult(mean, sd, mean == 0 ? null : sd / mean);
    }

    /// <summary>
    /// Whether CV ≤ <paramref name="limit"/>, decided without rounding: CV² is a rational number of the inputs, so a county that
    /// stands exactly at the limit keeps it.
    /// </summary>
    /// <returns>Null when there are no pupils or the mean is zero.</returns>
    public static bool? Keeps(IReadOnlyList<Fraction> values, IReadOnlyList<Fraction> pupils, Fraction limit)
    {
        Same(values.Count, pupils.Count);
        Fraction total = 0;
        Fraction sum = 0;
        Fraction squares = 0;
        for (var i = 0; i < values.Count; i++)
        {
            var weighted = pupils[i] * values[i];
            total += pupils[i];
            sum += weighted;
            squares += weighted * values[i];
        }

        // CV² = N·Σ n x² ÷ (Σ n x)² − 1
        return total.Sign <= 0 || sum.IsZero
            ? null
            : (total * squares) - (sum * sum) <= limit * limit * sum * sum;
    }

    /// <summary>综合差异系数: the arithmetic mean of the single coefficients.</summary>
    /// <returns>Null when there are none.</returns>
    public static double? Composite(ReadOnlySpan<double> coefficients)
    {
        if (coefficients.IsEmpty)
        {
            return null;
        }

        double sum = 0;
        foreach (var coefficient in coefficients)
        {
            sum += coefficient;
        }

        return sum / coefficients.Length;
    }

    internal static void Same(int left, int right)
    {
        if (left != right)
        {
            throw new ArgumentException($"Lengths differ: {left} and {right}.");
        }
    }
}
