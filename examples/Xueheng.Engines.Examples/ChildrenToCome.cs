using Xueheng.Engines.Projection;

namespace Xueheng.Engines.Examples;

/// <summary>Two areas, three grades, four years known, two looked ahead.</summary>
internal static class ChildrenToCome
{
    public static void Run(TextWriter output)
    {
        GradeStep[] ladder = [new(StepKind.Entry, Group: 0, Age: 6), new(StepKind.Follow, 0, From: 0), new(StepKind.Follow, 0, From: 1)];
        double[][][] counts =
        [
            [[100, 95, 99], [40, 44, 41]],
            [[104, 101, 94], [38, 39, 44]],
            [[98, 103, 102], [37, 39, 40]],
            [[95, 99, 104], [35, 36, 38]],
        ];
        var births = new BirthSeries(2015, [142, 136, 131, 128, 121, 118]);
        var projection = ProjectChildren.Run(new ProjectionProblem(ladder, FirstYear: 2021, counts, Horizon: 2) { Births = births });
        foreach (var (year, estimate) in projection.Total[0].Index())
        {
            output.WriteLine($"{projection.FirstYear + year}: {estimate.Expected:0}, 80 % within {estimate.Low80:0}-{estimate.High80:0}");
        }
    }
}
