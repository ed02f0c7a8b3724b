using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Planning.Scenarios;
using Xueheng.Planning.SeatMaps;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

/// <summary>The areas and schools of a stored plan of seats as GeoJSON, for download.</summary>
internal static class SeatMapFile
{
    public static void MapSeatMapFile(this WebApplication app) =>
        app.MapGet("/c/{county}/{period:int}/seats/{scenario:guid}/plan.geojson", SendAsync).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(HttpContext context, Guid scenario, FindScenarios scenarios, CancellationToken cancellation)
    {
        var place = PlaceOfRequest.Of(context);
        if (place.County is null || await scenarios.FindAsync(place.County.Code, scenario, cancellation) is not { Succeeded: true, Value: { Kind: SeatScenario.Kind, Answer: { } answer } found } || found.Period != place.Period)
        {
            return TypedResults.NotFound();
        }

        var file = ScratchFile.Open();
        WriteSeatMap.Run(SeatLayout.Read(answer), file);
        file.Position = 0;
        return TypedResults.Stream(file, "application/geo+json", $"{place.Name}{place.Period}{found.Name}.geojson");
    }
}
