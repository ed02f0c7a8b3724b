using Microsoft.AspNetCore.Http.HttpResults;
using Xueheng.App.Pages.Places;
using Xueheng.Census;

namespace Xueheng.App.Api;

/// <summary>Counties, their periods and the revisions of their census.</summary>
internal static class CountiesApi
{
    public static void MapCounties(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("区县与版本");
        group.MapGet("/counties", ListAsync).WithSummary("有数据的区县");
        group.MapGet("/counties/{county}/periods", PeriodsAsync).WithSummary("已发布的学年，各由哪个版本判定");
        group.MapGet("/counties/{county}/revisions", RevisionsAsync).WithSummary("全部版本，新的在前");
        group.MapGet("/counties/{county}/revisions/{number:int}", RevisionAsync).WithSummary("一个版本");
        group.MapGet("/counties/{county}/revisions/{number:int}/changes", ChangesAsync).WithSummary("与另一版本相比变了什么");
    }

    private static async Task<Results<Ok<List<CountyItem>>, StatusCodeHttpResult>> ListAsync(
        HttpContext context, PublishedNow published, CancellationToken cancellation)
    {
        var census = await published.GetAsync(cancellation);
        return ApiTag.Known(context, census.Stamp)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(census.Counties.Select(c => new CountyItem(c.Code, c.Name, [.. c.Revisions.Select(r => r.Period)])).ToList());
    }

    private static async Task<Results<Ok<List<PeriodItem>>, StatusCodeHttpResult, ProblemHttpResult>> PeriodsAsync(
        HttpContext context, PublishedNow published, string county, CancellationToken cancellation)
    {
        var census = await published.GetAsync(cancellation);
        if (census.Find(county) is not { } found)
        {
            return NoCounty(county);
        }

        return ApiTag.Known(context, census.Stamp)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(found.Revisions.Select(r => new PeriodItem(r.Period, Item(r))).ToList());
    }

    private static async Task<Results<Ok<List<RevisionItem>>, StatusCodeHttpResult, ProblemHttpResult>> RevisionsAsync(
        HttpContext context, Revisions revisions, string county, CancellationToken cancellation)
    {
        var all = await revisions.ListAsync(county, cancellation);
        if (all.Count == 0)
        {
            return NoCounty(county);
        }

        return ApiTag.Known(context, [.. all.Select(ApiTag.Of)])
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(all.Select(Item).ToList());
    }

    private static async Task<Results<Ok<RevisionItem>, StatusCodeHttpResult, ProblemHttpResult>> RevisionAsync(
        HttpContext context, Revisions revisions, string county, int number, CancellationToken cancellation)
    {
        var found = await revisions.FindAsync(county, number, cancellation);
        if (!found.Succeeded)
        {
            return ApiProblem.Of(found.Failure);
        }

        return ApiTag.Known(context, ApiTag.Of(found.Value)) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(Item(found.Value));
    }

    private static async Task<Results<Ok<ChangesItem>, ProblemHttpResult>> ChangesAsync(
        CompareRevisions compare, string county, int number, int? from, CancellationToken cancellation)
    {
        var compared = await compare.RunAsync(county, from, number, cancellation);
        if (!compared.Succeeded)
        {
            return ApiProblem.Of(compared.Failure);
        }

        var changes = compared.Value;
        return TypedResults.Ok(new ChangesItem(
            changes.From.Number,
            changes.To.Number,
            [.. changes.Added.Select(s => new SchoolName(s.School, s.Name))],
            [.. changes.Removed.Select(s => new SchoolName(s.School, s.Name))],
            changes.Renamed,
            [.. changes.Facts.Select(f => new FactChange(f.School, f.SchoolName, f.Stage, f.Fact.Id, f.Before, f.After))]));
    }

    private static ProblemHttpResult NoCounty(string county) =>
        ApiProblem.Of(new Failure("XH4001", $"没有区县 {county} 的数据，请先导入"));

    private static RevisionItem Item(Revision r) => new(
        r.Number, r.Period, r.State, r.ImportedAt, r.PublishedAt, r.Files, r.Schools, r.Classes, r.Teachers, r.Pupils, r.Warnings);
}

internal sealed record CountyItem(string Code, string Name, IReadOnlyList<int> Periods);

/// <param name="Revision">The one figures of the period are a function of.</param>
internal sealed record PeriodItem(int Period, RevisionItem Revision);

internal sealed record RevisionItem(
    int Number,
    int Period,
    RevisionState State,
    DateTimeOffset ImportedAt,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<string> Files,
    int Schools,
    int Classes,
    int Teachers,
    int Pupils,
    int Warnings);

internal sealed record SchoolName(string School, string Name);

internal sealed record ChangesItem(
    int From, int To, IReadOnlyList<SchoolName> Added, IReadOnlyList<SchoolName> Removed, IReadOnlyList<SchoolRenamed> Renamed, IReadOnlyList<FactChange> Facts);

/// <param name="Stage">Null for facts of the whole school.</param>
internal sealed record FactChange(string School, string SchoolName, Stage? Stage, string Fact, decimal? Before, decimal? After);
