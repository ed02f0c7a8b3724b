using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Xueheng.App.Api;

/// <summary>How an expected failure is said over HTTP: problem+json (RFC 9457) with the failure's code and sentence.</summary>
internal static class ApiProblem
{
    public static ProblemHttpResult Of(Failure failure) => TypedResults.Problem(
        title: failure.Message,
        statusCode: StatusOf(failure.Code),
        type: "urn:xueheng:" + failure.Code,
        extensions: new Dictionary<string, object?> { ["code"] = failure.Code });

    private static int StatusOf(string code) => code switch
    {
        "XH1001" or "XH1002" or "XH1006" or "XH2001" or "XH2011" or "XH2012" or "XH4001" or "XH4004" => StatusCodes.Status404NotFound,
        "XH2002" => StatusCodes.Status409Conflict,
        "XH4000" => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };
}

/// <summary>What goes wrong unexpectedly under <c>/api</c> is answered as a problem too; the pages have their own.</summary>
internal sealed class ApiErrors(ILogger<ApiErrors> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is the error page's by now.
        var path = new PathString(context.Features.GetRequiredFeature<IExceptionHandlerPathFeature>().Path);
        if (!path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return false;
        }

        if (exception is BadHttpRequestException bad)
        {
            await ApiProblem.Of(new Failure("XH4003", $"请求的参数不对：{bad.Message}")).ExecuteAsync(context);
            return true;
        }

        Failed(log, path, exception);
        await ApiProblem.Of(new Failure("XH4000", $"程序出错，请把编号 {context.TraceIdentifier} 告诉系统管理员")).ExecuteAsync(context);
        return true;
    }

    private static readonly Action<ILogger, PathString, Exception?> Failed =
        LoggerMessage.Define<PathString>(LogLevel.Error, new EventId(4000, "ApiFailed"), "{Path} failed");
}
