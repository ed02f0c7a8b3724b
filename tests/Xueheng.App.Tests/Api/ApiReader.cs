using System.Net;
using System.Text.Json.Nodes;
using Xueheng.App.Tests.Browser;

namespace Xueheng.App.Tests.Api;

/// <summary>Reads the API as another system would.</summary>
internal static class ApiReader
{
    public const string Period = "/api/v1/counties/990101/periods/2024";

    public static Task<HttpResponseMessage> SendAsync(this RunningSite site, string path, string? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        return site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonNode> JsonAsync(this RunningSite site, string path)
    {
        using var response = await site.SendAsync(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The code of the problem an address answers with.</summary>
    public static async Task<(int Status, string Code)> ProblemAsync(this RunningSite site, string path)
    {
        using var response = await site.SendAsync(path);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((int)response.StatusCode, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["title"]!);
        return ((int)response.StatusCode, (string)problem["code"]!);
    }

    /// <summary>The address of a relation in the Link header; null when there is none.</summary>
    public static string? Link(HttpResponseMessage response, string rel) => response.Headers.GetValues("Link")
        .SelectMany(v => v.Split(", "))
        .Where(l => l.EndsWith($"; rel=\"{rel}\"", StringComparison.Ordinal))
        .Select(l => l[1..l.IndexOf('>', StringComparison.Ordinal)])
        .SingleOrDefault();
}
