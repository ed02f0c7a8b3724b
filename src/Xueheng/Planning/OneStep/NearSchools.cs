using Xueheng.Census;

namespace Xueheng.Planning.OneStep;

/// <summary>Whether pupils of one school can be sent to another.</summary>
internal static class NearSchools
{
    private const double EarthRadius = 6371;

    /// <summary>Within so many kilometres as the crow flies where both have coordinates, else in the same 乡镇.</summary>
    public static bool Reach(SchoolRow from, SchoolRow to, double kilometres) =>
        from is { Longitude: { } x1, Latitude: { } y1 } && to is { Longitude: { } x2, Latitude: { } y2 }
            ? Distance(x1, y1, x2, y2) <= kilometres
            : from.Town.Length > 0 && from.Town == to.Town;

    private static double Distance(double longitude1, double latitude1, double longitude2, double latitude2)
    {
        var (a, b) = (double.DegreesToRadians(latitude1), double.DegreesToRadians(latitude2));
        var (north, east) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2));
        return 2 * EarthRadius * Math.Asin(Math.Sqrt((north * north) + (Math.Cos(a) * Math.Cos(b) * east * east)));
    }
}
