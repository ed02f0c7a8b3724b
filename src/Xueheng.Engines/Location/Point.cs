namespace Xueheng.Engines.Location;

/// <summary>A place on a plane, in the unit of the file it is from (metres for service areas).</summary>
public readonly record struct Point(double X, double Y)
{
    public double DistanceTo(Point other)
    {
        var (dx, dy) = (X - other.X, Y - other.Y);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }
}
