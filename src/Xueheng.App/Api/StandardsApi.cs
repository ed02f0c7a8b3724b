using Microsoft.AspNetCore.Http.HttpResults;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.App.Api;

/// <summary>What counties are measured by: standards and facts, as the packs define them.</summary>
internal static class StandardsApi
{
    public static void MapStandards(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("标准");
        group.MapGet("/standards", List).WithSummary("可用的标准");
        group.MapGet("/standards/{standard}", Find).WithSummary("一个标准的全部指标、阈值、规则和出处");
        group.MapGet("/facts", Facts).WithSummary("事实的定义：每个数怎么数出来");
    }

    private static Results<Ok<IReadOnlyList<StandardItem>>, StatusCodeHttpResult> List(HttpContext context, PackLibrary packs) =>
        ApiTag.Known(context, [.. packs.Standards.Select(s => s.Hash)])
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok<IReadOnlyList<StandardItem>>(
                [.. packs.Standards.Select(s => new StandardItem(s.Id, s.Name, s.English, s.Document, s.Version, s.Hash, s.Stages))]);

    private static Results<Ok<Standard>, StatusCodeHttpResult, ProblemHttpResult> Find(HttpContext context, PackLibrary packs, string standard)
    {
        if (packs.FindStandard(standard) is not { } found)
        {
            return ApiProblem.Of(new Failure("XH2001", $"没有标准 {standard}，现有：{string.Join("、", packs.Standards.Select(s => s.Id))}"));
        }

        return ApiTag.Known(context, found.Hash) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(found);
    }

    private static Results<Ok<IReadOnlyList<FactDefinition>>, StatusCodeHttpResult> Facts(HttpContext context, PackLibrary packs) =>
        ApiTag.Known(context, packs.Facts.Hash)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok<IReadOnlyList<FactDefinition>>(
                [.. packs.Facts.Facts.Select(f => new FactDefinition(f.Id, f.Name, f.English, f.Unit, f.Description, f.Rows, f.Declared is not null, f.OfSchool))]);
}

internal sealed record StandardItem(
    string Id, string Name, string English, string Document, string Version, string Hash, IReadOnlyList<Stage> Stages);

/// <param name="Rows">Counted over these rows; null when it is only ever declared.</param>
/// <param name="Declared">Whether schools declare it.</param>
/// <param name="OfSchool">True for facts of the whole school, which have no stage.</param>
internal sealed record FactDefinition(
    string Id, string Name, string English, string Unit, string Description, FactRowSet? Rows, bool Declared, bool OfSchool);
