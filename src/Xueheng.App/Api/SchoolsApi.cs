using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;

namespace Xueheng.App.Api;

/// <summary>Schools of a published period.</summary>
internal static class SchoolsApi
{
    public static void MapSchools(this RouteGroupBuilder api) => api
        .MapGet("/counties/{county}/periods/{period:int}/schools", ListAsync)
        .WithTags("学校").WithSummary("一个学年的学校,按学校标识码排列,可按学段筛选");

    private static async Task<Results<Ok<PageOf<SchoolItem>>, StatusCodeHttpResult, ProblemHttpResult>> ListAsync(
        HttpContext context,
        Revisions revisions,
        CountFacts count,
        PackLibrary packs,
        string county,
        int period,
        [Description(ApiStage.Described)] string? stage,
        int? page,
        int? size,
        CancellationToken cancellation)
    {
        var paging = Paging.Read(page, size);
        var revision = await revisions.FindPublishedAsync(county, period, cancellation);
        var wanted = ApiStage.Read(stage);
        if ((paging.Failure ?? wanted.Failure ?? revision.Failure) is { } failure)
        {
            return ApiProblem.Of(failure);
        }

        if (ApiTag.Known(context, ApiTag.Of(revision.Value), packs.Facts.Hash))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var facts = await count.RunAsync(county, revision.Value.Number, cancellation);
        var types = packs.Codes["school-type"];
        var schools = facts.Schools.Where(s => wanted.Value is not { } one || s.Stages.Contains(one)).ToList();
        return TypedResults.Ok(paging.Value.Of(context, schools.Count, schools
            .Skip(paging.Value.Skip).Take(paging.Value.Size)
            .Select(s => new SchoolItem(
                s.School.School, s.School.Name, s.School.Type, types.NameOf(s.School.Type), s.School.UrbanRural, s.School.Public, s.School.Inclusive,
                s.School.Town, s.School.Longitude, s.School.Latitude, s.School.Founded, s.School.Boarding, s.School.Main, s.Stages))));
    }
}

/// <param name="School">学校标识码.</param>
/// <param name="Main">主校标识码 of a campus or teaching point that is counted with its main school.</param>
/// <param name="Stages">Stages the school has.</param>
internal sealed record SchoolItem(
    string School,
    string Name,
    string Type,
    string TypeName,
    string UrbanRural,
    bool Public,
    bool? Inclusive,
    string Town,
    double? Longitude,
    double? Latitude,
    int? Founded,
    bool? Boarding,
    string? Main,
    IReadOnlyList<Stage> Stages);
