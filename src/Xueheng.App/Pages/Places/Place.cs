using Xueheng.Census;

namespace Xueheng.App.Pages.Places;

/// <summary>Where a page stands: the county and period its address names, or else the ones last looked at, or the newest published.</summary>
/// <param name="County">Null when nothing has ever been imported.</param>
/// <param name="Period">0 when there is no county.</param>
/// <param name="Named">Whether the address itself names the place.</param>
public sealed record Place(PublishedCensus Census, PublishedCounty? County, int Period, bool Named)
{
    public PageAddress Address => new(County?.Code ?? "000000", Period);

    /// <summary>What figures of this place are a function of; null when the period has nothing published.</summary>
    public Revision? Revision => County?.Of(Period);

    /// <summary>The revision of a page that is only reached where there is one.</summary>
    public Revision Published => Revision ?? throw new InvalidOperationException("The page stands where nothing is published.");

    public string Name => County?.Name ?? "";

    /// <summary>2024–2025 for 2024.</summary>
    public static string Years(int period) => $"{period}–{period + 1}";
}
