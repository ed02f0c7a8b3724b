namespace Xueheng.Engines.Balance;

/// <summary>
/// 共用资源拆分: rooms, grounds and equipment that several stages of one school use together are shared out by weighted
/// pupils, <c>share_s = n_s·w_s ÷ Σ n·w</c>. Weights: nine-year schools 1 : 1.1, complete secondary schools 1 : 1.2,
/// twelve-year schools 1 : 1.1 : 1.32 (they are data of a standard's pack).
/// <para>Source: 填报说明 of 2024 as implemented in three public programs; the national document that fixes the weights was not found.</para>
/// </summary>
public static class SharedResource
{
    /// <param name="pupils">n of each stage, not negative.</param>
    /// <param name="weights">w of each stage, positive.</param>
    /// <returns>Shares in the same order, adding up to exactly one; null when the school has no pupils.</returns>
    public static IReadOnlyList<Fraction>? Shares(IReadOnlyList<Fraction> pupils, IReadOnlyList<Fraction> weights)
    {
        Disparity.Same(pupils.Count, weights.Count);
        Fraction total = 0;
        for (var i = 0; i < pupils.Count; i++)
        {
            total += pupils[i] * weights[i];
        }

        if (total.Sign <= 0)
        {
            return null;
        }

        var shares = new Fraction[pupils.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = pupils[i] * weights[i] / total;
        }

        return shares;
    }
}
