using Xueheng.Standards;

namespace Xueheng.App.Pages.Charts;

/// <summary>One axis of a radar.</summary>
/// <param name="Share">Value ÷ threshold; null when either is unknown.</param>
/// <param name="Text">The value and the threshold as they are written.</param>
public sealed record RadarAxis(string Name, string? Address, double? Share, string Text, Verdict? Verdict);
