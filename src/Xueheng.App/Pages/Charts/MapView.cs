using System.Globalization;

namespace Xueheng.App.Pages.Charts;

/// <summary>What part of a map is looked at, as an address says it: <c>4,118.3125,34.1234</c>.</summary>
/// <param name="Zoom">A power of two; at 1 the whole map is in view, wherever its middle is said to be.</param>
public readonly record struct MapView(int Zoom, double Longitude, double Latitude)
{
    public const int Closest = 64;

    /// <summary>Null for the whole map, and for what is no view.</summary>
    public static MapView? Parse(string? text) =>
        text?.Split(',') is [var zoom, var longitude, var latitude]
        && int.TryParse(zoom, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is > 1 and <= Closest && int.IsPow2(times)
        && Degrees(longitude, 180) is { } east && Degrees(latitude, 90) is { } north
            ? new MapView(times, east, north)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Zoom},{Longitude:0.####},{Latitude:0.####}");

    private static double? Degrees(string text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
