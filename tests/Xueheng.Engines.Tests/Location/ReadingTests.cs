using Xueheng.Engines.Location;
using Xueheng.Engines.Location.Reading;

namespace Xueheng.Engines.Tests.Location;

public sealed class ReadingTests
{
    private const string Heads = "OID\tpop\tPointX\tPointY\tf\tcost\tcapacity\n";

    [Fact]
    public void Distances_of_pmedcap1_are_rounded_down_and_others_are_not()
    {
        var floored = ReadPMedian.Run(" 2   1 \n 0   0   120   3 \n 1   2   120   4 \n").Instance!;
        var real = ReadPMedian.Run("2 1\n 0.00  0.00 9 3\n 1.00 2.00 8 4\n").Instance!;

        var asked = ReadPMedian.Run("2 1\n 1 0.00  0.00 9 3\n 2 1.00 2.00 8 4\n", rounding: DistanceRounding.Down).Instance!;

        Assert.Equal((2.0, Math.Sqrt(5), 2.0), (floored.Cost(0, 1), real.Cost(0, 1), asked.Cost(0, 1)));
        Assert.Equal((4, 120, 1, (int?)1), (floored.Demand(1), floored.Capacity(1), floored.Facility(1).Site, floored.OpenExactly));
    }

    [Fact]
    public void Units_with_a_capacity_are_candidates_and_cost_demand_times_kilometres()
    {
        var file = ReadUnits.Run(Heads + "7\t10\t0\t0\t0\t0\t0\n9\t20\t3000\t4000\t1\t55.5\t40\n", LocationProblem.SingleSource, "\"OID_\",\"ID1\",\"ID2\",\"d\"\n,7,9,0.0\n");
        var instance = file.Instance!;

        Assert.Equal((1, new Facility(1, 40, 55.5), 50.0), (instance.Facilities, instance.Facility(0), instance.Cost(0, 0)));
        Assert.Equal((1, 0), (instance.Neighbours(0)[0], instance.Neighbours(1)[0]));
        Assert.Equal([2, 3], file.Lines);
    }

    [Fact]
    public void Service_areas_have_no_fixed_costs_and_every_school_open()
    {
        var instance = ReadUnits.Run(Heads + "1\t1\t0\t0\t0\t9\t5\n2\t1\t0\t0\t0\t9\t5\n", LocationProblem.ServiceAreas).Instance!;

        Assert.Equal((0.0, (int?)2), (instance.FixedCost(0), instance.OpenExactly));
    }

    [Theory]
    [InlineData("", "XH6002", null)]
    [InlineData("OID pop\n1 2\n", "XH6002", 1)]
    [InlineData("2 1\n0 0 9 3\n", "XH6002", 1)]
    [InlineData("2 1\n0 0 9 3\n0 0 9\n", "XH6002", 3)]
    [InlineData("2 1\n0 0 9 3\n0 o 9 3\n", "XH6003", 3)]
    [InlineData("2 1\n0 0 9 3\n\n0 0 9 3.5\n", "XH6003", 4)]
    [InlineData("2 1\n0 0 9 3\n0 0 -9 3\n", "XH6004", 3)]
    [InlineData("2 1\n0 0 9 -3\n0 0 9 3\n", "XH6004", 2)]
    [InlineData("2 0\n0 0 9 3\n0 0 9 3\n", "XH6006", null)]
    [InlineData("2 3\n0 0 9 3\n0 0 9 3\n", "XH6006", null)]
    [InlineData("2 1\n0 0 9 5\n0 0 9 5\n", "XH6006", null)]
    [InlineData("2 2\n0 0 4 4\n0 0 4 5\n", "XH6007", 3)]
    [InlineData("2 2\n0 0 5 5\n0 0 4 5\n", "XH6005", null)]
    public void What_is_wrong_with_a_file_of_p_median_is_said_with_its_line(string text, string code, int? line)
    {
        var file = ReadPMedian.Run(text);
        var fault = file.Fault ?? CheckInstance.Run(file.Instance!, file.Lines);

        Assert.Equal((code, line), (fault?.Code, fault?.Line));
    }

    [Theory]
    [InlineData("1 5 0 0 0 0 9\n1 5 0 0 0 0 9\n", "h,ID1,ID2\n,1,1\n", "XH6008", 3, false)]
    [InlineData("x 5 0 0 0 0 9\n", "h,ID1,ID2\n,1,1\n", "XH6003", 2, false)]
    [InlineData("1 5 0 0 0 -3 9\n", "h,ID1,ID2\n,1,1\n", "XH6004", 2, false)]
    [InlineData("1 5 0 0 0 a 9\n", "h,ID1,ID2\n,1,1\n", "XH6003", 2, false)]
    [InlineData("1 5 0 0 0 0 0\n", "h,ID1,ID2\n,1,1\n", "XH6002", null, false)]
    [InlineData("1 5 0 0 0 0\n", "h,ID1,ID2\n,1,1\n", "XH6002", 2, false)]
    [InlineData("1 5 0 0 0 0 9\n", "", "XH6002", null, true)]
    [InlineData("1 5 0 0 0 0 9\n", "h,ID1,ID2\n,1,2\n", "XH6009", 2, true)]
    [InlineData("1 5 0 0 0 0 9\n", "h,ID1,ID2\n,1\n", "XH6002", 2, true)]
    [InlineData("1 5 0 0 0 0 9\n", "h,ID1,ID2\n,1,z\n", "XH6003", 2, true)]
    [InlineData("1 2 0 0 0 0 9\n2 2 0 0 0 0 0\n3 2 0 0 0 0 0\n", "h,ID1,ID2\n,1,2\n", "XH6010", 4, false)]
    public void What_is_wrong_with_files_of_areas_is_said_with_file_and_line(string units, string pairs, string code, int? line, bool ofPairs)
    {
        var file = ReadUnits.Run("id pop x y flag cost capacity\n" + units, LocationProblem.ServiceAreas, pairs);
        var fault = file.Fault ?? CheckInstance.Run(file.Instance!, file.Lines);

        Assert.Equal((code, line, ofPairs), (fault?.Code, fault?.Line, fault?.OfConnectivity));
    }
}
