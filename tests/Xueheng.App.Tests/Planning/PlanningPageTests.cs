using AngleSharp.Dom;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Planning;

/// <summary>最省的改进 and 达标最少要做什么 over HTTP, on the small demo county.</summary>
public sealed class PlanningPageTests(DemoSite demo, Chromium chromium)
{
    private const string Check = DemoSite.Home + "/check/quality-balance-2017";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_failing_indicator_of_a_school_offers_the_steps_that_mend_it_with_their_number_and_cost(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var indicator = await site.OpenAsync(Check + "/L1/primary?verdict=fails");
        var school = indicator.QuerySelectorAll("#indicator-schools tbody a").Select(a => a.GetAttribute("href")!.Split('?')[0]).First();
        var page = await site.OpenAsync($"{school}?standard=quality-balance-2017");

        var section = page.QuerySelectorAll("details.steps").Single(d => d.QuerySelector("summary")!.TextContent.Contains("L1", StringComparison.Ordinal) && d.ParentElement!.Id == "primary");
        Assert.Contains("步达标", section.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        var rows = section.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.InRange(rows.Count, 1, 10);
        Assert.Contains(rows, r => r.Contains("增加高于规定学历教师 1 名", StringComparison.Ordinal));

        // The whole list opens, filters and exports.
        var all = await site.OpenAsync($"{Check}/L1/primary/steps?school={school.Split('/')[^1]}&lever=teacher.degree");
        var row = Assert.Single(all.Rows("single-steps"));
        Assert.Contains("增加高于规定学历教师 1 名", row[0], StringComparison.Ordinal);
        using var export = await site.Client.GetAsync(all.QuerySelector("#single-steps .tools a")!.GetAttribute("href"), TestContext.Current.CancellationToken);
        Assert.True(export.IsSuccessStatusCode);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_indicator_of_the_county_offers_ten_steps_at_all_schools_and_the_rest_in_a_list(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var page = await site.OpenAsync(Check + "/L1/primary");
        Assert.Equal(10, page.QuerySelectorAll("#steps tbody tr").Length);
        Assert.EndsWith("/L1/primary/steps", page.QuerySelector("#steps p.quiet:last-of-type a")!.GetAttribute("href"), StringComparison.Ordinal);
        var lowering = page.QuerySelectorAll("#steps tbody tr").Select(r => r.TextContent).First();
        Assert.Contains("−0.", lowering, StringComparison.Ordinal);

        var county = await site.OpenAsync(Check + "/county/G9");
        Assert.Contains("教师五年培训补满 360 学时", county.QuerySelector("#steps tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty((await site.OpenAsync(Check + "/county/G9/steps")).Rows("single-steps"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_least_set_of_changes_says_obstacles_first_then_what_to_do_where_and_exports_it(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var page = await site.ReadyAsync(DemoSite.Home + "/least-change");
        Assert.Equal("达标最少要做什么", page.QuerySelector("h1")!.TextContent);
        var sections = page.QuerySelectorAll("main section").ToList();
        Assert.Equal("obstacles", sections[0].Id);
        Assert.Contains("由人判断的", sections[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("已证明没有更省的办法", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Rows("least-steps"));
        Assert.NotEmpty(page.Rows("least-schools"));
        Assert.DoesNotContain(page.QuerySelectorAll("meta"), m => m.GetAttribute("http-equiv") == "refresh");

        using var export = await site.Client.GetAsync(page.QuerySelector("#least-steps .tools a")!.GetAttribute("href"), TestContext.Current.CancellationToken);
        Assert.True(export.IsSuccessStatusCode);
        foreach (var standard in (string[])["basic-balance-2012", "preschool-universal-2020"])
        {
            Assert.NotNull((await site.ReadyAsync($"{DemoSite.Home}/least-change/{standard}")).QuerySelector(".verdict"));
        }
    }

    [Fact]
    public async Task Steps_of_what_is_not_there_are_not_there()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        foreach (var address in (string[])["/check/quality-balance-2017/L9/primary/steps", "/check/quality-balance-2017/L1/primary/steps?school=0000000000", "/check/quality-balance-2017/county/X1/steps", "/least-change/no-such-standard"])
        {
            using var response = await site.Client.GetAsync(DemoSite.Home + address, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_pages_in_a_browser_are_kept_as_pictures_and_fit_a_telephone()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        await site.ReadyAsync(DemoSite.Home + "/least-change");
        var page = await chromium.OpenAsync(site.Url + DemoSite.Home + "/least-change");
        await page.PictureAsync("least-change");
        await page.SetViewportSizeAsync(Pictures.Narrow, Pictures.Height);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.GotoAsync(site.Url + Check + "/L1/primary");
        await page.PictureAsync("single-steps");
        await page.SetViewportSizeAsync(Pictures.Narrow, Pictures.Height);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.ClickAsync("#indicator-schools tbody tr:first-child a");
        await page.Locator("details.steps > summary").First.ClickAsync();
        await page.EvaluateAsync("scrollTo(0, 0)");
        await page.PictureAsync("single-steps-school");
        await page.SetViewportSizeAsync(Pictures.Narrow, Pictures.Height);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(Chromium.ProblemsOf(page));
    }
}

internal static class ReadySite
{
    /// <summary>The page once what it shows is worked out, asked for again as its refresh would.</summary>
    public static async Task<IDocument> ReadyAsync(this RunningSite site, string address)
    {
        var page = await site.OpenAsync(address);
        for (var again = 0; again < 60 && page.QuerySelector("meta[http-equiv=refresh]") is not null; again++)
        {
            page = await site.OpenAsync(address);
        }

        return page;
    }
}
