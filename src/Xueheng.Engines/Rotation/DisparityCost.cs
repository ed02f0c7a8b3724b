namespace Xueheng.Engines.Rotation;

/// <summary>
/// What a place with n counted teachers adds to the squared disparity coefficient of one indicator in one stage:
/// <c>(p ÷ P)·(n ÷ p − X̄)² ÷ X̄²</c> with p pupils of P in the stage and <c>X̄ = R ÷ P</c>. As teachers move within a stage, R and so X̄ stay as they are
/// while all places that give or take are measured; with places left out of the standard X̄ is the present one.
/// <para>Kept in whole thousand-millionths by rounding its steps, which keeps it convex: steps rise, so rounded steps do.</para>
/// </summary>
public sealed class DisparityCost
{
    public const double Unit = 1e-9;

    private readonly double _pupils;
    private readonly double _all;
    private readonly double _mean;

    /// <param name="pupils">p, positive.</param>
    /// <param name="allPupils">P, of all measured places of the stage.</param>
    /// <param name="allTeachers">R, the counted teachers of all measured places of the stage, positive.</param>
    public DisparityCost(double pupils, double allPupils, double allTeachers) =>
        (_pupils, _all, _mean) = (pupils, allPupils, allTeachers / allPupils);

    /// <summary>The count at which the place stands at the mean.</summary>
    public double Level => _mean * _pupils;

    public long Of(int count)
    {
        var cost = (long)Math.Round(_pupils / _all / Unit);
        for (var n = 0; n < count; n++)
        {
            cost += Step(n);
        }

        return cost;
    }

    /// <summary>What one more than <paramref name="count"/> changes.</summary>
    public long Step(int count)
    {
        // ((n+1)/p − X̄)² − (n/p − X̄)² = (2n + 1 − 2pX̄) ÷ p²
        var step = ((2.0 * count) + 1 - (2 * _pupils * _mean)) / (_pupils * _pupils);
        return (long)Math.Round(step * _pupils / _all / (_mean * _mean) / Unit);
    }
}
