using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning.Rotation;

/// <summary>The letters of an approved rotation, for download.</summary>
internal static class LettersFile
{
    public static void MapLettersFile(this WebApplication app) =>
        app.MapGet("/c/{county}/{period:int}/rotation/{scenario:guid}/letters.zip", SendAsync).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(HttpContext context, Guid scenario, FindScenarios scenarios, WriteLetters letters, CancellationToken cancellation)
    {
        var place = PlaceOfRequest.Of(context);
        if (place.County is null || await scenarios.FindAsync(place.County.Code, scenario, cancellation) is not { Succeeded: true, Value: { ApprovedAt: not null, Plan: { } plan } found } || found.Period != place.Period)
        {
            return TypedResults.NotFound();
        }

        var file = ScratchFile.Open();
        var written = letters.Run(RotationQuestion.ReadPlan(plan), found.Name, file);
        if (!written.Succeeded)
        {
            await file.DisposeAsync();
            return TypedResults.Problem(written.Failure.ToString(), statusCode: StatusCodes.Status500InternalServerError);
        }

        file.Position = 0;
        return TypedResults.Stream(file, "application/zip", $"{place.Name}{place.Period}{found.Name}.zip");
    }
}
