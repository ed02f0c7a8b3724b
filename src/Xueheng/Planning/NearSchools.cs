using Xueheng.Census;
using Xueheng.Engines.Location;

namespace Xueheng.Planning;

/// <summary>How near schools are to each other.</summary>
internal static class NearSchools
{
    /// <summary>Kilometres as the crow flies; where one has no coordinates, none within a 乡镇 and without end beyond it.</summary>
    public static double Kilometres(SchoolRow from, SchoolRow to) =>
        from is { Longitude: { } x1, Latitude: { } y1 } && to is { Longitude: { } x2, Latitude: { } y2 }
            ? GreatCircle.Kilometres(new Point(x1, y1), new Point(x2, y2))
            : from.Town.Length > 0 && from.Town == to.Town ? 0 : double.PositiveInfinity;

    /// <summary>Whether pupils of one can be sent to the other.</summary>
    public static bool Reach(SchoolRow from, SchoolRow to, double kilometres) => Kilometres(from, to) <= kilometres;
}
