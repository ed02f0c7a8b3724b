namespace Xueheng.Standards.Trying;

/// <summary>The counties steps were last tried on.</summary>
public sealed class TrialCache() : MeasuredCache<TrialCounty>(Counties)
{
    /// <summary>Each holds the exact fractions of a county.</summary>
    private const int Counties = 16;
}
