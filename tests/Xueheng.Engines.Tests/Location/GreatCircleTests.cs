using Xueheng.Engines.Location;

namespace Xueheng.Engines.Tests.Location;

public sealed class GreatCircleTests
{
    /// <summary>A degree of a great circle is 111.195 km on a sphere of the earth's mean radius; one along a parallel, its cosine of it.</summary>
    [Theory]
    [InlineData(0, 0, 0, 1, 111.195)]
    [InlineData(0, 0, 90, 0, 10007.557)]
    [InlineData(116.39, 39.91, 121.47, 31.23, 1067.8)]
    [InlineData(118.35, 34.37, 118.35, 34.37, 0)]
    public void Distances_are_those_of_the_globe(double x1, double y1, double x2, double y2, double kilometres) =>
        Assert.Equal(kilometres, GreatCircle.Kilometres(new Point(x1, y1), new Point(x2, y2)), kilometres * 1e-3);
}
