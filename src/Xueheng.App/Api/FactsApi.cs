using Microsoft.AspNetCore.Http.HttpResults;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;

namespace Xueheng.App.Api;

/// <summary>Facts of each school and stage, counted and declared side by side, and the rows behind each.</summary>
internal static class FactsApi
{
    public static void MapFacts(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/counties/{county}/periods/{period:int}").WithTags("事实");
        group.MapGet("/facts", ListAsync).WithSummary("每所学校每个学段的事实：数出来的、填报的、是否不一致");
        group.MapGet("/schools/{school}/facts/{fact}/rows", RowsAsync).WithSummary("一个数字背后的数据行，或没有算进去的行和原因");
    }

    private static Task<Results<Ok<PageOf<SchoolFactsItem>>, StatusCodeHttpResult, ProblemHttpResult>> ListAsync(
        [AsParameters] FactsRequest request, CountFacts count, string? school, string? fact) => request.AnswerAsync<PageOf<SchoolFactsItem>>(
        async asked =>
        {
            var facts = await count.RunAsync(request.County, asked.Revision.Number, request.Cancellation);
            var items = facts.Schools
                .Where(s => school is null || s.School.School == school)
                .SelectMany(s => s.Stages.Select(own => (School: s, Stage: (Stage?)own)).Append((School: s, Stage: null)))
                .Where(p => asked.Stage is null || p.Stage == asked.Stage)
                .Select(p => new SchoolFactsItem(p.School.School.School, p.School.School.Name, p.Stage, Values(p.School, p.Stage, fact)))
                .Where(p => p.Facts.Count > 0)
                .ToList();
            return asked.Paging.Of(request.Context, items.Count, items.Skip(asked.Paging.Skip).Take(asked.Paging.Size));
        },
        Unknown(request.Packs, fact));

    private static Task<Results<Ok<FactRowsShape>, StatusCodeHttpResult, ProblemHttpResult>> RowsAsync(
        [AsParameters] FactsRequest request, FactRows rows, string school, string fact, bool? excluded) => request.AnswerAsync<FactRowsShape>(
        async asked =>
        {
            var found = await rows.RunAsync(
                new FactRowsQuery(request.County, request.Period, school, asked.Stage, fact, excluded ?? false, asked.Paging.Skip, asked.Paging.Size),
                request.Cancellation);
            if (!found.Succeeded)
            {
                return found.Failure;
            }

            asked.Paging.Of<object>(request.Context, found.Value.Total, []);
            return FactRowsJson.Shape(found.Value);
        });

    private static Failure? Unknown(PackLibrary packs, string? fact) =>
        fact is null || packs.Facts.Find(fact) is not null ? null : new Failure("XH2011", $"没有事实 {fact}，定义见 {ApiModule.Root}/facts");

    private static Dictionary<string, FactItem> Values(SchoolFacts school, Stage? stage, string? only) => school.Values
        .Where(v => v.Key.Stage == stage && (only is null || v.Key.Fact == only))
        .ToDictionary(v => v.Key.Fact, v => new FactItem(v.Value.Value, v.Value.Counted, v.Value.Declared, v.Value.Differs, v.Value.Missing));
}

/// <param name="Stage">Null for facts of the whole school.</param>
/// <param name="Facts">By id of the fact.</param>
internal sealed record SchoolFactsItem(string School, string Name, Stage? Stage, IReadOnlyDictionary<string, FactItem> Facts);

/// <param name="Value">What formulas use: counted before declared.</param>
/// <param name="Differs">Rows and declaration both exist and say different things.</param>
/// <param name="Missing">Why there is no value.</param>
internal sealed record FactItem(decimal? Value, decimal? Counted, decimal? Declared, bool Differs, string? Missing);
