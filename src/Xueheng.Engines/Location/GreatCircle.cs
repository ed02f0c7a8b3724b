namespace Xueheng.Engines.Location;

/// <summary>Distances between places on the globe.</summary>
public static class GreatCircle
{
    /// <summary>Mean radius of the earth (IUGG), kilometres.</summary>
    private const double Radius = 6371.0088;

    /// <summary>Shortest way over the globe in kilometres, by the haversine formula (Sinnott 1984).</summary>
    /// <param name="one">Degrees east (x) and north (y).</param>
    /// <param name="other">Likewise.</param>
    public static double Kilometres(Point one, Point other)
    {
        var (north, east) = (Radians(other.Y - one.Y), Radians(other.X - one.X));
        var half = Square(Math.Sin(north / 2)) + (Math.Cos(Radians(one.Y)) * Math.Cos(Radians(other.Y)) * Square(Math.Sin(east / 2)));
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double number) => number * number;
}
