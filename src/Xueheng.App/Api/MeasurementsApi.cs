using Microsoft.AspNetCore.Http.HttpResults;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.App.Api;

/// <summary>体检 results, in the very JSON of <c>xueheng measure --json</c>, and the judgements they rest on.</summary>
internal static class MeasurementsApi
{
    public static void MapMeasurements(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/counties/{county}/periods/{period:int}").WithTags("体检");
        group.MapGet("/measurements", MeasureAsync).WithSummary("按一个标准体检的结果，与 xueheng measure --json 相同");
        group.MapGet("/judgements", JudgementsAsync).WithSummary("人工判断的指标：结论、依据、谁在何时判断，新的在前");
    }

    private static async Task<Results<Ok<Measurement>, StatusCodeHttpResult, ProblemHttpResult>> MeasureAsync(
        HttpContext context,
        Revisions revisions,
        JudgementHistory judgements,
        Measure measure,
        PackLibrary packs,
        string county,
        int period,
        string standard,
        CancellationToken cancellation)
    {
        var revision = await revisions.FindPublishedAsync(county, period, cancellation);
        if (!revision.Succeeded)
        {
            return ApiProblem.Of(revision.Failure);
        }

        var judged = await judgements.ListAsync(county, period, standard, null, cancellation);
        if (packs.FindStandard(standard) is { } pack
            && ApiTag.Known(context, ApiTag.Of(revision.Value), pack.Hash, packs.Facts.Hash, judged.Count, judged.Count == 0 ? null : judged[0].Id))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var measured = await measure.RunAsync(revision.Value, standard, cancellation);
        return measured.Succeeded ? TypedResults.Ok(measured.Value) : ApiProblem.Of(measured.Failure);
    }

    private static async Task<Results<Ok<IReadOnlyList<JudgementEntry>>, StatusCodeHttpResult>> JudgementsAsync(
        HttpContext context, JudgementHistory judgements, string county, int period, string standard, CancellationToken cancellation)
    {
        var judged = await judgements.ListAsync(county, period, standard, null, cancellation);
        return ApiTag.Known(context, [.. judged.Select(j => j.Id)])
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(judged);
    }
}
