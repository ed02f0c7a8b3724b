using Xueheng.Engines.Seats;

namespace Xueheng.Engines.Tests.Seats;

public sealed class FillRoomsTests
{
    [Fact]
    public void Rooms_go_to_the_fullest_grade_and_every_grade_with_children_has_one()
    {
        Assert.Equal([2, 1, 0], FillRooms.Run([100, 60, 0], 3));
        Assert.Equal([1, 1, 1], FillRooms.Run([10, 10, 10], 1));
        Assert.Equal([0], FillRooms.Run([0], 4));
        Assert.Empty(FillRooms.Run([], 4));
    }

    [Fact]
    public void The_fullest_class_is_as_small_as_any_division_makes_it()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            double[] children = [.. Enumerable.Range(0, 3).Select(_ => (double)random.Next(1, 200))];
            var rooms = random.Next(3, 9);
            var least = double.PositiveInfinity;
            for (var a = 1; a <= rooms - 2; a++)
            {
                for (var b = 1; a + b < rooms; b++)
                {
                    least = Math.Min(least, Math.Max(children[0] / a, Math.Max(children[1] / b, children[2] / (rooms - a - b))));
                }
            }

            Assert.Equal(least, FillRooms.Run(children, rooms).Select((c, g) => children[g] / c).Max(), 9);
        }
    }
}
