using Microsoft.AspNetCore.Http.HttpResults;
using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.App.Api;

/// <summary>Schools of a published period.</summary>
internal static class SchoolsApi
{
    public static void MapSchools(this RouteGroupBuilder api) => api
        .MapGet("/counties/{county}/periods/{period:int}/schools", ListAsync)
        .WithTags("学校").WithSummary("一个学年的学校，按学校标识码排列，可按学段筛选");

    private static Task<Results<Ok<PageOf<SchoolItem>>, StatusCodeHttpResult, ProblemHttpResult>> ListAsync(
        [AsParameters] FactsRequest request, CountFacts count) => request.AnswerAsync<PageOf<SchoolItem>>(async asked =>
    {
        var facts = await count.RunAsync(request.County, asked.Revision.Number, request.Cancellation);
        var types = request.Packs.Codes["school-type"];
        var schools = facts.Schools.Where(s => asked.Stage is not { } one || s.Stages.Contains(one)).ToList();
        return asked.Paging.Of(request.Context, schools.Count, schools
            .Skip(asked.Paging.Skip).Take(asked.Paging.Size)
            .Select(s => new SchoolItem(
                s.School.School, s.School.Name, s.School.Type, types.NameOf(s.School.Type), s.School.UrbanRural, s.School.Public, s.School.Inclusive,
                s.School.Town, s.School.Longitude, s.School.Latitude, s.School.Founded, s.School.Boarding, s.School.Main, s.Stages)));
    });
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
