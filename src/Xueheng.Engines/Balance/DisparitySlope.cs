namespace Xueheng.Engines.Balance;

/// <summary>
/// How the coefficient of one indicator answers to a change at one school. With resources r_i (one more teacher, room or ㎡
/// is one more of r), pupils n_i, N = Σ n_i, R = Σ r_i and Q = Σ r_i² ÷ n_i, the coefficient is
/// <c>CV² = N·Q ÷ R² − 1</c>, so
/// <c>∂CV/∂r_k = N·(r_k ÷ n_k − Q ÷ R) ÷ (R²·CV)</c> and
/// <c>∂CV/∂n_k = (Q − N·(r_k ÷ n_k)²) ÷ (2·R²·CV)</c>.
/// Constant factors of the indicator (per hundred, 万元 to 元) leave CV and both slopes as they are.
/// <para>Derived from the formula of <see cref="Disparity"/>.</para>
/// </summary>
public static class DisparitySlope
{
    /// <param name="resources">r of each school, in whole units (not per pupil).</param>
    /// <param name="pupils">n of each school, positive.</param>
    /// <param name="byResource">Filled with ∂CV/∂r for each school.</param>
    /// <param name="byPupil">Filled with ∂CV/∂n for each school.</param>
    /// <returns>False, and both filled with zeros, where no slope exists: nothing to share, or all schools equal (CV = 0, a corner).</returns>
    public static bool Of(ReadOnlySpan<double> resources, ReadOnlySpan<double> pupils, Span<double> byResource, Span<double> byPupil)
    {
        Disparity.Same(resources.Length, pupils.Length);
        Disparity.Same(resources.Length, byResource.Length);
        Disparity.Same(resources.Length, byPupil.Length);
        byResource.Clear();
        byPupil.Clear();

        double n = 0;
        double r = 0;
        double q = 0;
        for (var i = 0; i < resources.Length; i++)
        {
            if (!(pupils[i] > 0))
            {
                throw new ArgumentOutOfRangeException(nameof(pupils), "Every school needs pupils.");
            }

            n += pupils[i];
            r += resources[i];
            q += resources[i] / pupils[i] * resources[i];
        }

        if (r == 0)
        {
            return false;
        }

        // N·Q ÷ R² − 1 loses digits when the schools are nearly equal; the sum of squared deviations does not.
        double variance = 0;
        for (var i = 0; i < resources.Length; i++)
        {
            var deviation = (resources[i] / pupils[i]) - (r / n);
            variance += pupils[i] / n * (deviation * deviation);
        }

        var cv = Math.Sqrt(variance) / (r / n);
        if (cv == 0)
        {
            return false;
        }

        for (var i = 0; i < resources.Length; i++)
        {
            var x = resources[i] / pupils[i];
            byResource[i] = n * (x - (q / r)) / (r * r * cv);
            byPupil[i] = (q - (n * x * x)) / (2 * r * r * cv);
        }

        return true;
    }
}
