using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Census;
using Xueheng.Tests;
using Xueheng.Tests.Databases;
using static Microsoft.Playwright.Assertions;

namespace Xueheng.App.Tests.Plans;

/// <summary>From a bureau's document to a promise that is seen to be behind, in a real browser.</summary>
public sealed partial class PromiseJourneyTests(Chromium chromium)
{
    private static readonly string Document = Path.Combine(Repository.Root, "tests", "Xueheng.Engines.Tests", "Text", "Documents", "xinyi.txt");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_document_is_imported_confirmed_approved_and_its_target_is_behind_on_the_home_page(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var site = await RunningSite.StartAsync(database);
        await DemoSite.ImportAsync(site.Services, DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services));
        await using (var db = database.Open())
        {
            // One kindergarten of the small county is not inclusive after all.
            await db.Set<SchoolRow>().Where(s => s.Name.Contains("小太阳幼儿园")).ExecuteUpdateAsync(s => s.SetProperty(r => r.Inclusive, false), TestContext.Current.CancellationToken);
        }

        var page = await chromium.OpenAsync(site.Url + DemoSite.Home);
        await page.Locator("nav.side").GetByRole(AriaRole.Link, new() { Name = "方案" }).ClickAsync();
        await page.GetByLabel("选择文件").SetInputFilesAsync(Document);
        await page.GetByLabel("您的姓名").FillAsync("李科");
        await page.PictureAsync($"plan-import-{kind}");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/reading$"));
        await Expect(page.Locator(".doc .noise").First).ToBeVisibleAsync();
        await page.PictureAsync($"plan-reading-xinyi-{kind}");
        var universal = page.Locator(".card").Filter(new() { HasText = "普惠性幼儿园在园幼儿覆盖率" }).First;
        await universal.GetByRole(AriaRole.Button, new() { Name = "接受，对应“普惠性幼儿园覆盖率”" }).ClickAsync();
        await Expect(universal).ToContainTextAsync("已成为目标");
        await page.Locator(".doc a.found").Filter(new() { HasText = "名优教师" }).First.ClickAsync();
        await Expect(page.Locator(".card.open")).ToContainTextAsync("2,800");
        await page.Locator(".card.open").GetByLabel("责任科室").FillAsync("师资科");
        await page.Locator(".card.open").GetByRole(AriaRole.Button, new() { Name = "改好并接受" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "接受这里列出的" }).ClickAsync();
        await Expect(page.Locator(".card.s-found")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "概览" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "批准方案" }).ClickAsync();
        await Expect(page.Locator(".head .badge")).ToHaveTextAsync("已批准");
        await Expect(page.Locator("main")).ToContainTextAsync("聚焦均衡发展");
        await page.PictureAsync($"plan-overview-xinyi-{kind}");

        await page.GotoAsync(site.Url + DemoSite.Home);
        var behind = page.Locator("#targets-behind li").Filter(new() { HasText = "普惠性幼儿园在园幼儿覆盖率" });
        await Expect(behind).ToContainTextAsync("落后于进度");
        await Expect(behind).ToContainTextAsync("不低于 90%");
        var said = Share().Match(await behind.InnerTextAsync()).Groups[1].Value;
        await behind.GetByRole(AriaRole.Link, new() { Name = "普惠性幼儿园在园幼儿覆盖率" }).ClickAsync();
        await Expect(page.Locator(".verdict")).ToContainTextAsync("落后于进度");
        await page.Locator(".verdict a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("普惠性幼儿园覆盖率");
        await Expect(page.Locator("main")).ToContainTextAsync(said);
        Assert.Empty(Chromium.ProblemsOf(page));
    }

    [Fact]
    public async Task A_document_without_a_day_is_asked_for_one_and_a_second_time_is_told()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        await DemoSite.ImportAsync(site.Services, DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services).TakeLast(1));
        var page = await chromium.OpenAsync(site.Url + DemoSite.Home + "/plans", script: false);
        var file = new FilePayload { Name = "打算.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes("工作打算\n三年内新建幼儿园8所。\n") };
        await page.GetByLabel("选择文件").SetInputFilesAsync(file);
        await page.GetByLabel("您的姓名").FillAsync("李科");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有写日期");
        await page.PictureAsync("plan-import-undated");
        await page.GetByLabel("文件的日期").FillAsync("2022-03-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
        await Expect(page.Locator(".card")).ToContainTextAsync("期限 2025");

        await page.GotoAsync(site.Url + DemoSite.Home + "/plans");
        await page.GetByLabel("选择文件").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已经导入过");
        await Expect(page.Locator("#plans tbody tr")).ToHaveCountAsync(1);
    }

    [GeneratedRegex(@"([\d.]+)%；路径")]
    private static partial Regex Share();
}
