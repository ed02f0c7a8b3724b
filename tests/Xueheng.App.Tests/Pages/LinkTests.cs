using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Pages;

public sealed partial class LinkTests(DemoSite demo)
{
    /// <summary>
    /// Follows every link there is, from the home page on. Addresses that differ only in which school, which page or which
    /// value of a filter are one kind, of which a few are followed.
    /// </summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_link_leads_nowhere(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        using var visitor = site.Visitor();
        var seen = new HashSet<string>();
        var followed = new Dictionary<string, int>();
        var waiting = new Queue<(string Address, string From)>([("/", "")]);
        var broken = new List<string>();
        while (waiting.TryDequeue(out var next))
        {
            using var response = await visitor.GetAsync(next.Address, TestContext.Current.CancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                broken.Add($"{next.From} → {next.Address}: {(int)response.StatusCode}");
                continue;
            }

            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = await Html.ReadAsync(response);
            foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>("a[href]"))
            {
                var address = new Uri(new Uri(site.Url), link.GetAttribute("href"));
                if (address.GetLeftPart(UriPartial.Authority) == site.Url
                    && seen.Add(address.PathAndQuery)
                    && address.Query.Split('&').Select(p => p.Split('=')[0]).Distinct().Count() <= 2
                    && (followed[Kind(address)] = followed.GetValueOrDefault(Kind(address)) + 1) <= 2)
                {
                    waiting.Enqueue((address.PathAndQuery, next.Address));
                }
            }

            Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.True(seen.Count > 300, $"only {seen.Count} addresses were found");
    }

    private static string Kind(Uri address)
    {
        var keys = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')[0]).Distinct().Order();
        return Codes().Replace(address.AbsolutePath, "/*") + "?" + string.Join('&', keys);
    }

    [GeneratedRegex("/[0-9]{10}|/20[0-9]{2}(?=/|$)|/[0-9a-f-]{36}")]
    private static partial Regex Codes();
}
