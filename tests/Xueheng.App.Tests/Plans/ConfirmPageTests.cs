using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Playwright;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Tests.Databases;
using static Microsoft.Playwright.Assertions;

namespace Xueheng.App.Tests.Plans;

/// <summary>The reading screen, the overview and a target, over the demo county.</summary>
public sealed class ConfirmPageTests(Chromium chromium)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_people_correct_the_same_commitment_and_nothing_of_either_is_lost(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var site = await RunningSite.StartAsync(database);
        await DemoSite.ImportAsync(site.Services, DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services).TakeLast(1));
        var plan = await XinyiPlan.KeepAsync(site);
        var address = $"{DemoSite.Home}/plans/{plan.Id}/reading";
        var card = (await site.OpenAsync(address)).QuerySelectorAll(".card").First(c => c.TextContent.Contains(XinyiPlan.Universal, StringComparison.Ordinal)).Id!;
        var open = $"{address}?at={card[2..]}";
        var (mine, theirs) = (await site.OpenAsync(open), await site.OpenAsync(open));

        var saved = await SendAsync(site, theirs, "save", "张三", ("Form.Value", "85"), ("Form.Head", "赵六"));
        Assert.Null(saved.QuerySelector("[role=alert]"));
        var told = await SendAsync(site, mine, "saveaccept", "李四", ("Form.Value", "95"), ("Form.Deadline", "2024"));

        var rows = told.QuerySelectorAll("table.conflict tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["数值 85 95", "期限 2025 2024", "责任人 赵六 —", "状态 待核对"], rows.Select(r => r.Trim()));
        Assert.Contains("张三", told.QuerySelector(".card.open .note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("95", told.QuerySelector<IHtmlInputElement>("[name='Form.Value']")!.Value);

        var over = await SendAsync(site, told, "saveaccept", "李四");
        Assert.Null(over.QuerySelector("[role=alert]"));
        var after = (await site.OpenAsync(address)).GetElementById(card)!.TextContent;
        Assert.Contains("不低于 95%", after, StringComparison.Ordinal);
        Assert.Contains("已接受", after, StringComparison.Ordinal);
        Assert.Contains("李四 改于", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_what_was_found_to_a_target_behind_its_path_on_the_home_page_without_script()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        await DemoSite.ImportAsync(site.Services, DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services));
        var plan = await XinyiPlan.KeepAsync(site);
        var page = await chromium.OpenAsync($"{site.Url}{DemoSite.Home}/plans", script: false);
        await page.PictureAsync("plans");
        await page.GetByRole(AriaRole.Link, new() { Name = plan.Title }).ClickAsync();
        await Expect(page.Locator("#approve")).ToContainTextAsync("还有 4 条");
        await page.GetByRole(AriaRole.Link, new() { Name = "去核对" }).ClickAsync();
        await page.GetByLabel("您的姓名").FillAsync("李科");
        await page.PictureAsync("plan-reading");
        await page.Locator(".doc a.found").First.ClickAsync();
        await Expect(page.Locator(".card.open")).ToContainTextAsync(XinyiPlan.Universal);
        await page.GetByLabel("您的姓名").FillAsync("李科");
        await page.PictureAsync("plan-reading-open");
        await page.Locator(".card.open").GetByLabel("对应的数据").SelectOptionAsync(new SelectOptionValue { Label = "普惠性幼儿园覆盖率（%）" });
        await page.GetByRole(AriaRole.Button, new() { Name = "改好并接受" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "接受，对应" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "接受，对应" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "接受这里列出的" }).ClickAsync();
        await Expect(page.Locator(".card.s-accepted")).ToHaveCountAsync(4);
        await page.PictureAsync("plan-reading-done");

        await page.GetByRole(AriaRole.Link, new() { Name = "概览" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "批准方案" }).ClickAsync();
        await Expect(page.Locator(".head .badge")).ToHaveTextAsync("已批准");
        await Expect(page.Locator("#achieved")).ToContainTextAsync("与数据不一致");
        await page.PictureAsync("plan-overview");
        await page.Locator("#targets").GetByRole(AriaRole.Link, new() { Name = XinyiPlan.Teachers }).ClickAsync();
        await Expect(page.Locator("#figure tbody tr").First).ToBeVisibleAsync();
        await page.PictureAsync("plan-target");

        await page.GotoAsync(site.Url + DemoSite.Home);
        await Expect(page.Locator("#targets-behind")).ToContainTextAsync(XinyiPlan.Teachers);
        await page.PictureAsync("home-behind");
        await page.Locator("#targets-behind").GetByRole(AriaRole.Link, new() { Name = XinyiPlan.Teachers }).ClickAsync();
        await Expect(page.Locator(".verdict")).ToContainTextAsync("落后于进度");
        Assert.Empty(Chromium.ProblemsOf(page));
    }

    [Fact]
    public async Task A_sentence_that_was_missed_is_added_where_it_stands()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        await DemoSite.ImportAsync(site.Services, DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services).TakeLast(1));
        var plan = await XinyiPlan.KeepAsync(site);
        var page = await site.OpenAsync($"{DemoSite.Home}/plans/{plan.Id}/reading");
        var missed = page.QuerySelectorAll<IHtmlAnchorElement>(".doc a.plain").Single(a => a.TextContent.Contains("严肃查处", StringComparison.Ordinal));
        var form = await site.OpenAsync(missed.GetAttribute("href")!.Split('#')[0]);
        Assert.StartsWith("严肃查处", form.QuerySelector<IHtmlTextAreaElement>("[name=Text]")!.Value, StringComparison.Ordinal);

        var wrong = await SendAsync(site, form, "add", "李科", ("Form.Value", "许多"));
        Assert.Contains("不是数", wrong.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("许多", wrong.QuerySelector<IHtmlInputElement>("[name='Form.Value']")!.Value);

        var added = await SendAsync(site, wrong, "add", "李科", ("Form.Value", ""));
        var cards = added.QuerySelectorAll(".card").Select(c => c.QuerySelector(".what b")!.TextContent).ToList();
        Assert.Equal(3, cards.FindIndex(c => c.StartsWith("严肃查处", StringComparison.Ordinal)));
    }

    /// <summary>Sends the form as it stands, with these fields filled in, by one of its buttons.</summary>
    private static async Task<IDocument> SendAsync(RunningSite site, IDocument page, string button, string by, params (string Name, string Value)[] filled)
    {
        var form = page.QuerySelector<IHtmlFormElement>("form.confirm")!;
        var fields = new List<KeyValuePair<string, string>> { new("Do", button), new("By", by) };
        foreach (var element in form.Elements.Where(e => e.GetAttribute("name") is not (null or "Do" or "By")))
        {
            var name = element.GetAttribute("name")!;
            var value = element switch
            {
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlTextAreaElement area => area.Value,
                _ => null,
            };
            if (value is not null)
            {
                fields.Add(new(name, filled.FirstOrDefault(f => f.Name == name) is { Value: { } typed } ? typed : value));
            }
        }

        using var response = await site.Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} {Html.LastException(site)}");
        return await Html.ReadAsync(response);
    }
}
