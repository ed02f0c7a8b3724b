using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Xueheng.App.Tests.Plans.Suggesting;

/// <summary>A server on a free loopback port that speaks chat completions as OpenAI's and local model servers do, and keeps what it is told.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelServer(WebApplication app) => _app = app;

    public string Endpoint => _app.Urls.Single() + "/v1";

    /// <summary>Bodies as they came.</summary>
    public List<JsonNode> Asked { get; } = [];

    public List<string> Keys { get; } = [];

    /// <summary>What the model says to the sentences it is shown, in the shape of the interface; or something else altogether.</summary>
    public Func<IReadOnlyList<string>, HttpContext, Task> Answer { get; set; } = (_, context) => SayAsync(context, """{"commitments":[]}""");

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ModelServer(app);
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            var asked = (await JsonNode.ParseAsync(context.Request.Body))!;
            lock (server.Asked)
            {
                server.Asked.Add(asked);
                server.Keys.Add(context.Request.Headers.Authorization.ToString());
            }

            var told = JsonNode.Parse((string)asked["messages"]![1]!["content"]!)!;
            await server.Answer([.. told["sentences"]!.AsArray().Select(s => (string)s!)], context);
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>The model says a text.</summary>
    public static Task SayAsync(HttpContext context, string text) => context.Response.WriteAsJsonAsync(new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = "tiny",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = "stop",
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
    });

    public void Says(params JsonObject[] commitments) =>
        Answer = (_, context) => SayAsync(context, new JsonObject { ["commitments"] = new JsonArray([.. commitments.Select(c => c.DeepClone())]) }.ToJsonString());

    public void Breaks(int status, string body = "") => Answer = (_, context) =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Writes until the other side has had enough.</summary>
    public void NeverEnds() => Answer = async (_, context) =>
    {
        context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        var page = new string('a', 64 * 1024);
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(page, context.RequestAborted);
        }
    };

    public void NeverAnswers() => Answer = (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    public static JsonObject Commitment(string quote, string subject, decimal? value = null, string? unit = null, string? comparison = null, string? deadline = null, string kind = "promised") => new()
    {
        ["quote"] = quote,
        ["subject"] = subject,
        ["value"] = value,
        ["unit"] = unit,
        ["comparison"] = comparison,
        ["deadline"] = deadline,
        ["kind"] = kind,
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
