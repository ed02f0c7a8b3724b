using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Playwright;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.App.Tests.Plans;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Planning;

/// <summary>学位布局 on the site: start, wait, see it on the map, move an area, keep, compare, approve.</summary>
public sealed class SeatJourneyTests(Chromium chromium)
{
    private const string Home = DemoSite.Home + "/seats/plans";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task From_the_start_over_the_map_to_tasks_without_script(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        var start = await site.Site.OpenAsync(Home);
        var numbers = Numbers(start);
        Assert.Contains(("n.walk", "5"), numbers);
        using var wrong = await site.Site.PostAsync(start, "开始推演", [.. numbers, ("Name", "小学"), ("Seconds", "20"), ("By", "王科长")], ("Areas", "areas.geojson", "{}"u8.ToArray()));
        Assert.Contains("areas.geojson 不是要素集合", (await Html.ReadAsync(wrong)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        using var births = await site.Site.PostAsync(start, "开始推演", [.. numbers, ("Name", "小学"), ("Seconds", "20"), ("By", "王科长")], ("Births", "births.csv", "年份,出生人数\n二〇,3\n"u8.ToArray()));
        Assert.Contains("births.csv 第 2 行的年份", (await Html.ReadAsync(births)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        using var started = await site.Site.PostAsync(start, "开始推演", [.. numbers, ("Name", "小学"), ("Seconds", "20"), ("By", "王科长")]);
        var first = await DoneAsync(site.Site, started);
        var address = new Uri(first.DocumentUri).AbsolutePath;
        Assert.True(first.QuerySelector("#summary") is not null, first.QuerySelector("main")!.TextContent);
        Assert.NotEmpty(first.Rows("seat-schools"));

        var map = await site.Site.OpenAsync(address + "/map");
        Assert.Equal(2, map.QuerySelectorAll(".zones svg").Length);
        var areas = map.QuerySelectorAll(".zones")[1].QuerySelectorAll("a.area");
        Assert.Equal(map.QuerySelectorAll("select[name=area] option").Length, areas.Length);

        // An area opens to its figures, and those to the pupils there are.
        var area = await site.Site.OpenAsync(areas[0].GetAttribute("href")!);
        var opened = area.QuerySelectorAll<IHtmlAnchorElement>("#move a").Single(a => a.GetAttribute("href")!.Contains("hometown=", StringComparison.Ordinal));
        Assert.NotEmpty((await site.Site.OpenAsync(opened.GetAttribute("href")!)).QuerySelectorAll("tbody tr"));

        var to = map.QuerySelectorAll<IHtmlOptionElement>("select[name=to] option").Select(o => o.Value).First(v => v.Length > 0 && v != areas[0].GetAttribute("data-site"));
        var tried = await site.Site.OpenAsync($"{address}/map?area={Uri.EscapeDataString(areas[0].GetAttribute("data-area")!)}&to={to}&from=2026");
        Assert.NotEmpty(tried.QuerySelectorAll("#moved-schools tbody tr"));
        using var kept = await site.Site.PostAsync(tried, "另存为一个方案", [("Name", "小学 · 改"), ("By", "王科长")]);
        var second = await DoneAsync(site.Site, kept);
        Assert.Contains("2026 学年起", second.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Site.OpenAsync(Home)).Rows("scenarios").Count);

        var beside = await site.Site.OpenAsync(new Uri(second.DocumentUri).AbsolutePath + "?with=" + new Uri(first.DocumentUri).Segments[^1]);
        Assert.Contains("两个方案都调整的区域", beside.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);

        // The plan goes out as GeoJSON and comes in again as the shapes of areas.
        var file = await site.Site.Client.GetByteArrayAsync(address + "/plan.geojson", TestContext.Current.CancellationToken);
        Assert.Equal(areas.Length, JsonDocument.Parse(file).RootElement.GetProperty("features").EnumerateArray().Count(f => f.GetProperty("properties").GetProperty("kind").GetString() == "area"));
        using var shaped = await site.Site.PostAsync(start, "开始推演", [.. numbers, ("Name", "有边界"), ("Seconds", "20"), ("Connected", "true"), ("By", "王科长")], ("Areas", "areas.geojson", file));
        var third = await DoneAsync(site.Site, shaped);
        Assert.Contains("按区域文件里的位置算距离", third.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("不是真的边界", (await site.Site.OpenAsync(new Uri(third.DocumentUri).AbsolutePath + "/map")).QuerySelector("#map")!.TextContent, StringComparison.Ordinal);

        using var approved = await site.Site.PostAsync(second, "批准", [("Plan", site.Plan.ToString()), ("Due", "2025-08-31"), ("By", "李局长")]);
        var after = await Html.ReadAsync(approved);
        Assert.Contains("李局长已批准", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var tree = await site.Site.OpenAsync(after.QuerySelector<IHtmlAnchorElement>("[role=status] a")!.GetAttribute("href")!);
        Assert.Contains("学位布局：小学 · 改", tree.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("接收调整来的学生", tree.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_is_dragged_to_another_school_in_a_browser_kept_and_approved()
    {
        await using var site = await StartAsync(DatabaseKind.Sqlite);
        var page = await chromium.OpenAsync(site.Site.Url + Home);
        await page.Locator("#start [name=Name]").FillAsync("小学布局");
        await page.GetByLabel("最多算多少秒").FillAsync("20");
        await page.GetByLabel("您的姓名").FillAsync("王科长");
        await page.PictureAsync("seat-plans");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始推演" }).ClickAsync();
        await page.Locator("#summary").WaitForAsync(new() { Timeout = 60_000 });
        await page.PictureAsync("seat-plan");
        await page.GetByRole(AriaRole.Link, new() { Name = "在地图上看，调整区域" }).ClickAsync();
        await page.PictureAsync("seat-map");

        // From the middle of an area to a school it does not go to.
        var plan = page.Locator(".zones").Nth(1);
        var (area, school) = (plan.Locator("a.area").First, await plan.Locator("a.area").First.GetAttributeAsync("data-site"));
        var there = plan.Locator($"g.site:not([data-site='{school}']):not(.closed)").First;
        await there.ScrollIntoViewIfNeededAsync();
        var (from, to) = (await InsideAsync(area), await there.Locator("circle").BoundingBoxAsync());
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to!.X + (to.Width / 2), to.Y + (to.Height / 2), new() { Steps = 6 });
        await page.Mouse.UpAsync();
        await page.Locator("#moved-schools").WaitForAsync();
        Assert.Contains("to=" + await there.GetAttributeAsync("data-site"), page.Url, StringComparison.Ordinal);
        await page.PictureAsync("seat-move");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.Locator("#move [name=Name]").FillAsync("拖动之后");
        await page.GetByLabel("您的姓名").FillAsync("王科长");
        await page.GetByRole(AriaRole.Button, new() { Name = "另存为一个方案" }).ClickAsync();
        await page.Locator("#approve").WaitForAsync(new() { Timeout = 60_000 });
        await page.Locator("#approve").GetByLabel("任务放进方案").SelectOptionAsync(site.Plan.ToString());
        await page.Locator("#approve").GetByLabel("您的姓名").FillAsync("李局长");
        await page.Locator("#approve").GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("李局长已批准");
        Assert.True(Chromium.ProblemsOf(page).Count == 0, string.Join("\n", Chromium.ProblemsOf(page)));
    }

    /// <summary>A point on the screen that is the area's own, whatever lies over the rest of it.</summary>
    private static async Task<(float X, float Y)> InsideAsync(ILocator area)
    {
        var point = await area.EvaluateAsync<float[]>(
            """
            area => {
              const box = area.getBoundingClientRect();
              for (let i = 1; i < 20; i++) {
                for (let j = 1; j < 20; j++) {
                  const [x, y] = [box.left + box.width * i / 20, box.top + box.height * j / 20];
                  const found = document.elementFromPoint(x, y);
                  if (found && found.closest('.area') === area) {
                    return [x, y];
                  }
                }
              }
              return [0, 0];
            }
            """);
        return (point[0], point[1]);
    }

    private static async Task<PlanSite> StartAsync(DatabaseKind kind)
    {
        var site = await PlanSite.StartAsync(kind);
        await DemoSite.ImportAsync(site.Site.Services, DemoSite.Workbooks(site.Database.Folder.CreateSubdirectory("demo"), site.Site.Services).Where(w => w.Period.Year == 2024));
        return site;
    }

    private static List<(string, string)> Numbers(IDocument start) => [.. start.QuerySelectorAll<IHtmlInputElement>("#start input[name^='n.']").Select(i => (i.Name!, i.Value))];

    /// <summary>The page of a scenario once it is done.</summary>
    private static async Task<IDocument> DoneAsync(RunningSite site, HttpResponseMessage started)
    {
        var page = await Html.ReadAsync(started);
        Assert.True(page.QuerySelector("[role=alert]") is null, page.QuerySelector("[role=alert]")?.TextContent);
        while (page.QuerySelector("progress") is not null)
        {
            await Task.Delay(300, TestContext.Current.CancellationToken);
            page = await site.OpenAsync(started.RequestMessage!.RequestUri!.AbsolutePath);
        }

        return page;
    }
}
