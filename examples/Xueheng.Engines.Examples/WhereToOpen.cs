using Xueheng.Engines.Location;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Examples;

/// <summary>Six villages, two of which get a school of 60 seats; distances in kilometres.</summary>
internal static class WhereToOpen
{
    public static void Run(TextWriter output)
    {
        Point[] villages = [new(0, 0), new(1, 0), new(0, 1), new(6, 5), new(7, 5), new(6, 6)];
        int[] children = [20, 15, 10, 25, 20, 10];
        Facility[] schools = [.. villages.Select((_, i) => new Facility(Site: i, Capacity: 60, FixedCost: 0))];
        var costs = CostTable.Between(villages, villages, [.. children.Select(c => (double)c)]);
        var answer = FindLocation.Run(new LocationInstance(children, schools, costs, openExactly: 2), new Budget(TimeSpan.FromSeconds(5)))!;
        output.WriteLine($"open {string.Join(", ", answer.Open)}; villages go to {string.Join(", ", answer.Assign)}; {answer.Objective:0.0} child-km, gap {answer.Gap:P1}");
    }
}
