using Xueheng.Engines.Location;

namespace Xueheng.Engines.Tests.Location;

/// <summary>Four units in a row, 1 apart; facilities stand at the first and the last.</summary>
public sealed class EvaluationTests
{
    private static readonly Point[] Row = [new(0, 0), new(1, 0), new(2, 0), new(3, 0)];

    private static readonly int[][] Beside = [[1], [0, 2], [1, 3], [2]];

    private static LocationInstance Instance(int capacity = 4, int? p = null) => new(
        [1, 1, 1, 1], [new(0, capacity, 10), new(3, capacity, 20)], CostTable.Between(Row, [Row[0], Row[3]], [1, 1, 1, 1]), p, Row, Beside);

    [Fact]
    public void Serving_and_opening_are_added_up()
    {
        var worked = EvaluateAssignment.Run(Instance(), [0, 0, 1, 1], [0, 1]);

        Assert.Equal((32.0, true), (worked.Objective, worked.Valid));
    }

    [Fact]
    public void An_open_facility_costs_even_if_nobody_goes_there() =>
        Assert.Equal(36, EvaluateAssignment.Run(Instance(), [0, 0, 0, 0], [0, 1]).Objective);

    [Fact]
    public void Each_fault_is_found_where_it_is()
    {
        Assert.Contains((AssignmentFault.UnitWithoutFacility, 2), EvaluateAssignment.Run(Instance(), [0, 0, -1, 1], [0, 1]).Faults);
        Assert.Contains((AssignmentFault.FacilityClosed, 3), EvaluateAssignment.Run(Instance(), [0, 0, 0, 1], [0]).Faults);
        Assert.Contains((AssignmentFault.OverCapacity, 0), EvaluateAssignment.Run(Instance(capacity: 2), [0, 0, 0, 1], [0, 1]).Faults);
        Assert.Contains((AssignmentFault.WrongNumberOpen, 2), EvaluateAssignment.Run(Instance(p: 1), [0, 0, 1, 1], [0, 1]).Faults);
        Assert.Equal([(AssignmentFault.AreaNotConnected, 2)], EvaluateAssignment.Run(Instance(), [0, 1, 0, 1], [0, 1]).Faults.Where(f => f.At == 2));
        Assert.Equal([(AssignmentFault.AreaNotConnected, 1)], EvaluateAssignment.Run(Instance(), [0, 1, 1, 0], [0, 1]).Faults.Where(f => f.At == 1));
    }

    [Fact]
    public void An_area_without_its_own_site_does_not_hang_together() =>
        Assert.Equal([0, 1, 2, 3], ConnectedAreas.Apart(Instance(), [1, 1, 1, 0]));
}
