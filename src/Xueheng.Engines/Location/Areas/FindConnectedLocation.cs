using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.Areas;

/// <summary>Solves an instance with connected areas.</summary>
internal static class FindConnectedLocation
{
    public static LocationAnswer? Run(LocationInstance instance, Budget budget, CancellationToken cancellation)
    {
        var (best, meter) = (new Incumbent(instance), new Meter(budget, cancellation));
        var seed = (ulong)budget.Seed * 7_919;
        if (instance.OpenExactly == instance.Facilities)
        {
            new FindAreas(instance, best, meter, budget).Run(seed);
        }
        else
        {
            new FindOpenAreas(instance, best, meter, budget).Run(seed);
        }

        if (!best.Any)
        {
            return null;
        }

        var open = Enumerable.Range(0, instance.Facilities).Where(j => best.Open[j]).ToList();
        var worked = EvaluateAssignment.Run(instance, best.Assign, open);
        return worked.Valid
            ? new LocationAnswer(worked.Objective, Math.Min(worked.Objective, best.Bound), best.Assign, open)
            : throw new InvalidOperationException($"An answer that is none: {worked.Faults[0]}.");
    }
}
