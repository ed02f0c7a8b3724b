using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Demo;
using Xueheng.Packs;
using Xueheng.Tests;
using Xueheng.Tests.Databases;
using static Microsoft.Playwright.Assertions;

namespace Xueheng.App.Tests.Plans;

/// <summary>From a bureau's document to what is answered for at the end, in a real browser.</summary>
public sealed partial class PromiseJourneyTests(Chromium chromium)
{
    private static readonly string Document = Path.Combine(Repository.Root, "tests", "Xueheng.Engines.Tests", "Text", "Documents", "xinyi.txt");

    private const string Universal = "普惠性幼儿园在园幼儿覆盖率";

    private const string Assigned = "认定第三批普惠性民办幼儿园";

    private const string Result = "新认定普惠性民办幼儿园 12 所，落实生均补助。";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_promise_goes_from_the_document_to_a_task_done_for_it_and_to_the_account(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var site = await RunningSite.StartAsync(database);
        await DemoSite.ImportAsync(site.Services, DemoCounty.Write(database.Folder.CreateSubdirectory("demo"), DemoSize.County, 1, site.Services.GetRequiredService<PackLibrary>().Codes));

        var page = await chromium.OpenAsync(site.Url + DemoSite.Home);
        await page.Locator("nav.side").GetByRole(AriaRole.Link, new() { Name = "方案" }).ClickAsync();
        await ImportAsync(page, kind);
        await ConfirmAsync(page);
        await ApproveAsync(page, kind);
        await SeeBehindAsync(page, site.Url + DemoSite.Home);
        await ArrangeTaskAsync(page, kind);
        await DoTaskAsync(page);
        await page.GotoAsync(site.Url + DemoSite.Home + "/answers");
        await AnswerAsync(page, database.Folder, kind);
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

    private static async Task ImportAsync(IPage page, DatabaseKind kind)
    {
        await page.GetByLabel("选择文件").SetInputFilesAsync(Document);
        await page.GetByLabel("您的姓名").FillAsync("李科");
        await page.PictureAsync($"plan-import-{kind}");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/reading$"));
        await Expect(page.Locator(".doc .noise").First).ToBeVisibleAsync();
        await page.PictureAsync($"plan-reading-xinyi-{kind}");
    }

    private static async Task ConfirmAsync(IPage page)
    {
        var universal = page.Locator(".card").Filter(new() { HasText = Universal }).First;
        await universal.GetByRole(AriaRole.Button, new() { Name = "接受，对应“普惠性幼儿园覆盖率”" }).ClickAsync();
        await Expect(universal).ToContainTextAsync("已成为目标");
        await page.Locator(".doc a.found").Filter(new() { HasText = "名优教师" }).First.ClickAsync();
        await Expect(page.Locator(".card.open")).ToContainTextAsync("2,800");
        await page.Locator(".card.open").GetByLabel("责任科室").FillAsync("师资科");
        await page.Locator(".card.open").GetByRole(AriaRole.Button, new() { Name = "改好并接受" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "接受这里列出的" }).ClickAsync();
        await Expect(page.Locator(".card.s-found")).ToHaveCountAsync(0);
    }

    private static async Task ApproveAsync(IPage page, DatabaseKind kind)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "概览" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "批准方案" }).ClickAsync();
        await Expect(page.Locator(".head .badge")).ToHaveTextAsync("已批准");
        await Expect(page.Locator("main")).ToContainTextAsync("聚焦均衡发展");
        await page.PictureAsync($"plan-overview-xinyi-{kind}");
    }

    /// <summary>The home page says it, the target's page says it, and the indicator's page says the same figure.</summary>
    private static async Task SeeBehindAsync(IPage page, string home)
    {
        await page.GotoAsync(home);
        var behind = page.Locator("#targets-behind li").Filter(new() { HasText = Universal });
        await Expect(behind).ToContainTextAsync("落后于进度");
        await Expect(behind).ToContainTextAsync("不低于 90%");
        var said = Share().Match(await behind.InnerTextAsync()).Groups[1].Value;
        Assert.Equal(86, decimal.Round(decimal.Parse(said, CultureInfo.InvariantCulture)));
        await behind.GetByRole(AriaRole.Link, new() { Name = Universal }).ClickAsync();
        await Expect(page.Locator(".verdict")).ToContainTextAsync("落后于进度");
        var target = page.Url;
        await page.Locator(".verdict a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("普惠性幼儿园覆盖率");
        await Expect(page.Locator("main")).ToContainTextAsync(said);
        await page.GotoAsync(target);
    }

    private static async Task ArrangeTaskAsync(IPage page, DatabaseKind kind)
    {
        await Expect(page.Locator("#tasks-for")).ToContainTextAsync("还没有安排任务");
        await page.GetByRole(AriaRole.Link, new() { Name = "安排任务" }).ClickAsync();
        await page.Locator("#add").GetByLabel("任务", new() { Exact = true }).CheckAsync();
        await page.Locator("#add").GetByLabel("名称").FillAsync(Assigned);
        await page.Locator("#add").GetByLabel("牵头科室").FillAsync("学前教育科");
        await page.Locator("#add").GetByLabel("完成期限").FillAsync("2099-08-31");
        await page.Locator("#add").GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Assigned }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(Assigned);
        await page.PictureAsync($"task-arranged-{kind}");
    }

    private static async Task DoTaskAsync(IPage page)
    {
        await page.GetByLabel("做了什么、成效如何").FillAsync(Result);
        await page.Locator("#hand-in input[type=file]").SetInputFilesAsync(new FilePayload { Name = "认定文件.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4"u8.ToArray() });
        await page.Locator("#hand-in button[type=submit]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "验收通过" }).ClickAsync();
        await Expect(page.Locator(".under .badge")).ToHaveTextAsync("已验收");
    }

    /// <summary>The account says what was promised, what it is, what was done; each of its figures opens to where it is from.</summary>
    private static async Task AnswerAsync(IPage page, DirectoryInfo folder, DatabaseKind kind)
    {
        await page.Locator("section.panel").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "方案年度纪实" }) }).GetByRole(AriaRole.Button, new() { Name = "生成" }).ClickAsync();
        await Expect(page.Locator("#print-figures tbody tr").First).ToBeVisibleAsync();
        await page.PictureAsync($"plan-account-{kind}");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main .button.primary").ClickAsync());
        var path = Path.Combine(folder.FullName, "account.docx");
        await download.SaveAsAsync(path);
        using var account = WordprocessingDocument.Open(path, isEditable: false);
        var text = account.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All([Universal, "90", "85.8", Assigned, Result.TrimEnd('。')], said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.Contains(account.MainDocumentPart.HyperlinkRelationships, link => link.Uri.OriginalString.Contains("/plans/", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"学年数据\s*([\d.]+)\s*%")]
    private static partial Regex Share();
}
