using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat;

namespace Xueheng.Plans.Suggesting;

/// <summary>
/// Asks a language model, part by part. Nothing but this file knows the libraries that speak to one, so that they are loaded when one is
/// asked and not before.
/// </summary>
internal static class AskModel
{
    private const long LongestAnswer = 1 << 20;

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);

    /// <summary>The answers in order; the first that fails ends it.</summary>
    /// <returns>The texts the model wrote, or why it did not, as a part of a Chinese sentence.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<(IReadOnlyList<string> Answers, string? Why)> RunAsync(SuggestionSettings settings, IEnumerable<string> messages, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(settings.Patience);
        // No redirection and no proxy: the text goes to the endpoint that was configured or nowhere.
        using var http = new HttpClient(new BoundedAnswers(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = ConnectPatience }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        using var client = Client(settings, http);
        using var schema = JsonDocument.Parse(ModelAnswer.Schema);
        var options = new ChatOptions { Temperature = 0, ResponseFormat = ChatResponseFormat.ForJsonSchema(schema.RootElement, "commitments") };
        var answers = new List<string>();
        try
        {
            foreach (var message in messages)
            {
                answers.Add(await TextOf(
                    client.GetResponseAsync([new ChatMessage(ChatRole.System, SuggestionPrompt.Instructions), new ChatMessage(ChatRole.User, message)], options, patience.Token), a => a.Text));
            }

            return (answers, null);
        }
        catch (Exception) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return ([], $"它没有在 {settings.Patience.TotalSeconds:0} 秒内答完");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // Whatever the other side sends, the reading goes on without it.
            return ([], Why(e));
        }
    }

    /// <summary>
    /// Waits for an answer without naming its type: the compiler makes a struct of each method that waits, and who looks through the types of
    /// this assembly, as the database's model does at each start, would load the library for the sake of that struct's layout.
    /// </summary>
    private static async Task<string> TextOf<TAnswer>(Task<TAnswer> answer, Func<TAnswer, string> text) => text(await answer);

    private static IChatClient Client(SuggestionSettings settings, HttpClient http) => new ChatClient(
        settings.Name,
        new ApiKeyCredential(settings.Key is { Length: > 0 } key ? key : "none"),
        new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = settings.Patience,
        }).AsIChatClient();

    private static string Why(Exception e) => e switch
    {
        ClientResultException { Status: 401 or 403 } => "它不接受密钥，请核对 reading.yaml 里的 key_file",
        ClientResultException { Status: 404 } => "它那里没有这个接口或模型，请核对 reading.yaml 里的 endpoint 和 name",
        ClientResultException { Status: > 0 and var status } => $"它返回了错误 {status}",
        _ when Inner<TooLongAnswer>(e) => "它的回答长得不正常",
        _ when Inner<HttpRequestException>(e) => "连不上它，请核对 reading.yaml 里的 endpoint 和网络",
        _ => "它的回答不合约定的格式",
    };

    private static bool Inner<T>(Exception e) => e is T || (e is AggregateException several ? several.InnerExceptions.Any(Inner<T>) : e.InnerException is { } inner && Inner<T>(inner));

    private sealed class TooLongAnswer() : IOException("The answer is too long.");

    /// <summary>Answers are taken whole or not at all, and no longer than one can be.</summary>
    private sealed class BoundedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            try
            {
                await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
            {
                response.Dispose();
                throw new TooLongAnswer();
            }

            return response;
        }
    }
}
