using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Xueheng.Census;
using Xueheng.Packs;

namespace Xueheng.App.Api;

/// <summary>What a question about the facts of a published period brings along, whatever it asks, and how it is answered.</summary>
internal sealed record FactsRequest(
    HttpContext Context,
    Revisions Revisions,
    PackLibrary Packs,
    string County,
    int Period,
    [property: Description(ApiStage.Described)] string? Stage,
    int? Page,
    int? Size,
    CancellationToken Cancellation)
{
    /// <summary>Refuses what is misspelt or not there, says 304 to a reader that has the answer, else answers.</summary>
    /// <param name="wrong">What is wrong with the rest of the question; null when nothing is.</param>
    public async Task<Results<Ok<TAnswer>, StatusCodeHttpResult, ProblemHttpResult>> AnswerAsync<TAnswer>(
        Func<FactsAsked, Task<Outcome<TAnswer>>> answer, Failure? wrong = null)
    {
        var paging = Paging.Read(Page, Size);
        var stage = ApiStage.Read(Stage);
        var revision = await Revisions.FindPublishedAsync(County, Period, Cancellation);
        if ((paging.Failure ?? stage.Failure ?? revision.Failure ?? wrong) is { } failure)
        {
            return ApiProblem.Of(failure);
        }

        if (ApiTag.Known(Context, ApiTag.Of(revision.Value), Packs.Facts.Hash))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var answered = await answer(new FactsAsked(revision.Value, stage.Value, paging.Value));
        return answered.Succeeded ? TypedResults.Ok(answered.Value) : ApiProblem.Of(answered.Failure);
    }
}

/// <param name="Stage">Null when none is asked for.</param>
internal sealed record FactsAsked(Revision Revision, Stage? Stage, Paging Paging);
