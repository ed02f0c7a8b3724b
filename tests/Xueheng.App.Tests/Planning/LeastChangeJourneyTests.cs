using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.App.Tests.Plans;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Planning;

/// <summary>达标最少要做什么 kept on the site: other costs, compared, approved, and the next census beside what was promised.</summary>
public sealed class LeastChangeJourneyTests(Chromium chromium)
{
    private const string Home = "/c/990101/2023/least-change/quality-balance-2017";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task From_costs_of_ones_own_to_tasks_and_what_came_of_it(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        await DemoSite.ImportAsync(site.Site.Services, DemoSite.Workbooks(site.Database.Folder.CreateSubdirectory("demo"), site.Site.Services));
        var start = await site.Site.ReadyAsync(Home);
        var fields = start.QuerySelectorAll<IHtmlInputElement>("#start input").Where(i => i.Name is { } n && (n.StartsWith("c.", StringComparison.Ordinal) || n.StartsWith("m.", StringComparison.Ordinal))).Select(i => (i.Name!, i.Value)).ToList();
        Assert.Contains(("c.teacher.backbone", "16"), fields);

        using var wrong = await site.Site.PostAsync(start, "开始推演", [.. fields.Select(f => f.Item1 == "c.teacher.degree" ? (f.Item1, "0") : f), ("Name", "照现价"), ("Seconds", "60"), ("By", "王科长")]);
        Assert.Contains("成本应当大于零", (await Html.ReadAsync(wrong)).QuerySelector("#start [role=alert]")!.TextContent, StringComparison.Ordinal);

        using var asked = await site.Site.PostAsync(start, "开始推演", [.. fields, ("Name", "照现价"), ("Seconds", "60"), ("By", "王科长")]);
        var first = await site.Site.DoneAsync(asked);
        Assert.NotEmpty(first.Rows("least-steps"));
        Assert.Null(first.QuerySelector("#terms"));
        using var export = await site.Site.Client.GetAsync(first.QuerySelector("#least-steps .tools a")!.GetAttribute("href"), TestContext.Current.CancellationToken);
        Assert.True(export.IsSuccessStatusCode);

        // A lever that is dearer makes another scenario, which says so, and stands beside the first.
        var used = first.Rows("least-steps")[0];
        var lever = first.QuerySelectorAll("#decide tbody tr").Single(r => r.TextContent.Contains(used[2], StringComparison.Ordinal)).QuerySelector<IHtmlInputElement>("input")!.Name!;
        var dearer = first.QuerySelectorAll<IHtmlInputElement>("#decide input").Where(i => i.Name is { } n && (n.StartsWith("c.", StringComparison.Ordinal) || n.StartsWith("m.", StringComparison.Ordinal))).Select(i => (i.Name!, i.Name == lever ? "99.5" : i.Value)).ToList();
        using var changed = await site.Site.PostAsync(first, "重新推演", [.. dearer, ("By", "王科长")]);
        var second = await site.Site.DoneAsync(changed);
        Assert.Equal("照现价 · 2", second.QuerySelector("h1")!.TextContent);
        Assert.Contains("一步 99.5 万元", second.QuerySelector("#terms")!.TextContent, StringComparison.Ordinal);
        var beside = await site.Site.OpenAsync(new Uri(second.DocumentUri).AbsolutePath + "?with=" + new Uri(first.DocumentUri).Segments[^1]);
        Assert.Contains("合计（万元）", beside.QuerySelector("#beside")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Site.ReadyAsync(Home)).Rows("scenarios").Count);

        using var approved = await site.Site.PostAsync(first, "批准", [("Plan", site.Plan.ToString()), ("Due", "2024-08-31"), ("By", "李局长")]);
        var after = await Html.ReadAsync(approved);
        Assert.Contains("李局长已批准", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var tree = await site.Site.OpenAsync(after.QuerySelector<IHtmlAnchorElement>("[role=status] a")!.GetAttribute("href")!);
        Assert.Contains("项举措", tree.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // The census of 2024 is there: what was promised for it and what it says.
        var realised = after.QuerySelector("#realised")!;
        Assert.Contains("承诺", realised.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(realised.QuerySelectorAll("tbody tr"));

        if (kind == DatabaseKind.Sqlite)
        {
            var page = await chromium.OpenAsync(site.Site.Url + new Uri(beside.DocumentUri).PathAndQuery);
            await page.PictureAsync("least-change-scenario");
            await page.SetViewportSizeAsync(Pictures.Narrow, Pictures.Height);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            await page.GotoAsync(site.Site.Url + Home);
            await page.Locator("#start summary").ClickAsync();
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            Assert.True(Chromium.ProblemsOf(page).Count == 0, string.Join("\n", Chromium.ProblemsOf(page)));
        }
    }
}
