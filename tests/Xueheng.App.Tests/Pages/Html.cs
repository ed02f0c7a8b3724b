using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.App.Tests.Browser;

namespace Xueheng.App.Tests.Pages;

/// <summary>Pages as a browser without script reads them.</summary>
internal static class Html
{
    /// <summary>A reader who has not been here before.</summary>
    public static HttpClient Visitor(this RunningSite site) => new() { BaseAddress = new Uri(site.Url) };

    public static async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(
            r => r.Content(text).Address(response.RequestMessage!.RequestUri!.ToString()), TestContext.Current.CancellationToken);
    }

    public static async Task<IDocument> OpenAsync(this RunningSite site, string address)
    {
        using var response = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)response.StatusCode} {LastException(site)}");
        return await ReadAsync(response);
    }

    /// <summary>The last exception in the site's log, for the message of a failed test.</summary>
    public static string? LastException(RunningSite site)
    {
        var logs = new DirectoryInfo(Path.Combine(site.Services.GetRequiredService<DataLocation>().Folder.FullName, "logs"));
        return logs.EnumerateFiles().SelectMany(file =>
        {
            using var reader = new StreamReader(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd().Split('\n').Where(line => line.Contains("\"@x\"", StringComparison.Ordinal)).ToList();
        }).LastOrDefault();
    }

    /// <summary>Posts the page's form as a browser would: hidden fields, the given ones, and files.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        this RunningSite site, IDocument page, string button, IEnumerable<(string Name, string Value)> fields, params IEnumerable<(string Name, string FileName, byte[] Content)> files)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").Single(f => f.QuerySelector("button")!.TextContent.Trim() == button);
        var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
        {
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, fileName, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), name, fileName);
        }

        return await site.Client.PostAsync(new Uri(new Uri(page.DocumentUri), form.GetAttribute("action") ?? ""), content, TestContext.Current.CancellationToken);
    }

    /// <summary>The cells of a list's rows, as text.</summary>
    public static List<List<string>> Rows(this IDocument page, string list) =>
        [.. page.QuerySelectorAll($"section#{list} tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList())];

    public static List<string> Headings(this IDocument page, string list) =>
        [.. page.QuerySelectorAll($"section#{list} thead th").Select(h => h.TextContent.Trim().TrimEnd('▲', '▼'))];

    /// <summary>The address of a list's export.</summary>
    public static string Export(this IDocument page, string list) =>
        page.QuerySelector<IHtmlAnchorElement>($"section#{list} .tools a")!.GetAttribute("href")!;
}
