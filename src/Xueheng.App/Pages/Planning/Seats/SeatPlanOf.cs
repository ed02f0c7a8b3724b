using Xueheng.App.Pages.Lists;
using Xueheng.Planning.Scenarios;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

/// <summary>The plan that the lists of one stored plan of seats are of.</summary>
internal static class SeatPlanOf
{
    public static async Task<Outcome<SeatPlan>> FindPlanAsync(this FindScenarios scenarios, ListAt at, CancellationToken cancellation)
    {
        if (!Guid.TryParse(at["scenario"], out var id))
        {
            return FindScenarios.None;
        }

        var found = await scenarios.FindAsync(at.Place.Published.County, id, cancellation);
        return !found.Succeeded ? found.Failure : found.Value is { Kind: SeatScenario.Kind, Plan: { } plan } ? SeatsJson.ReadPlan(plan) : FindScenarios.None;
    }
}
