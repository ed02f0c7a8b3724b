using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xueheng.App.Tests.Pages;
using Xueheng.Tests.Databases;
using static Microsoft.Playwright.Assertions;

namespace Xueheng.App.Tests.Browser;

/// <summary>The whole way a bureau goes, in a real browser: from a workbook with errors to the report.</summary>
public sealed partial class JourneyTests(Chromium chromium)
{
    [Fact]
    public async Task From_a_workbook_with_errors_to_the_verdict_a_pupils_row_and_the_report()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        var workbooks = DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services);
        await DemoSite.ImportAsync(site.Services, workbooks.Take(2));
        var good = workbooks[2].Path;
        var bad = SpoiltWorkbook.Make(good, Path.Combine(database.Folder.FullName, "有错误的基础数据.xlsx"));

        var page = await chromium.OpenAsync(site.Url + "/");
        await Expect(page.Locator("h1")).ToContainTextAsync("云溪县");
        await page.Locator("nav.side").GetByRole(AriaRole.Link, new() { Name = "导入" }).ClickAsync();

        await UploadAsync(page, bad);
        await Expect(page.Locator("main .note.bad")).ToContainTextAsync("整份没有导入");
        await Expect(page.Locator("#findings tbody tr").First).ToBeVisibleAsync();
        await Expect(page.Locator("#findings")).ToContainTextAsync("学生");
        await page.PictureAsync("import-errors");
        var marked = await DownloadAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "下载标好错误的工作簿" }), database.Folder);
        Assert.True(new FileInfo(marked).Length > 10_000);
        await page.Locator("#findings-by-rule tbody a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("rule=XH"));

        await page.GetByRole(AriaRole.Link, new() { Name = "再传一份" }).ClickAsync();
        await UploadAsync(page, good);
        await Expect(page.Locator("main .note.good")).ToContainTextAsync("草稿");
        await page.GetByRole(AriaRole.Link, new() { Name = "看差别并发布" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("第 3 版");
        await page.PictureAsync("revision-draft");
        await page.GetByLabel("我已看过差别，确认发布").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();

        await Expect(page.Locator(".verdict")).ToContainTextAsync("尚未达到标准");
        Assert.EndsWith(DemoSite.Home, page.Url, StringComparison.Ordinal);
        await page.PictureAsync("home");

        await page.GetByRole(AriaRole.Link, new() { Name = "看体检" }).ClickAsync();
        await Expect(page.Locator("#matrix tbody tr")).Not.ToHaveCountAsync(0);
        await page.PictureAsync("check");
        await page.Locator("#matrix tbody a").First.ClickAsync();
        await Expect(page.Locator(".bars .bar")).Not.ToHaveCountAsync(0);
        await page.PictureAsync("indicator");
        await page.Locator("#indicator-schools tbody a").First.ClickAsync();
        await Expect(page.Locator(".radar")).Not.ToHaveCountAsync(0);
        await page.PictureAsync("school");
        await page.Locator("#facts tbody a", new() { HasText = "在校生数" }).First.ClickAsync();
        await Expect(page.Locator("#fact-rows tbody tr").First).ToContainTextAsync("学生");
        await page.PictureAsync("fact");

        await page.Locator("nav.side").GetByRole(AriaRole.Link, new() { Name = "学生" }).ClickAsync();
        await page.Locator("select[name=stage]").SelectOptionAsync("primary");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Expect(page.Locator("#pupils .tools a")).ToHaveAttributeAsync("href", new Regex("stage=primary"));
        Assert.Contains("stage=primary", page.Url, StringComparison.Ordinal);
        var count = CountOf(await page.Locator("#pupils .count").TextContentAsync());
        var exported = await DownloadAsync(page, page.Locator("#pupils .tools a"), database.Folder);
        Assert.Equal(count, Sheet.Read(await File.ReadAllBytesAsync(exported, TestContext.Current.CancellationToken)).Rows.Count - 1);
        await page.PictureAsync("pupils");

        await page.Locator("nav.side").GetByRole(AriaRole.Link, new() { Name = "答卷" }).ClickAsync();
        await page.Locator("section.panel", new() { HasText = "县域义务教育优质均衡发展自评报告" }).GetByRole(AriaRole.Button, new() { Name = "生成" }).ClickAsync();
        await Expect(page.Locator("#print-figures tbody tr").First).ToBeVisibleAsync();
        await page.PictureAsync("report");
        var report = await DownloadAsync(page, page.Locator("main .button.primary"), database.Folder);
        Assert.EndsWith(".docx", report, StringComparison.Ordinal);
        Assert.True(Chromium.ProblemsOf(page).Count == 0, string.Join("\n", Chromium.ProblemsOf(page)));
    }

    [Fact]
    public async Task The_site_works_without_script()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        var workbook = DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services)[2];
        var page = await chromium.OpenAsync(site.Url + "/", script: false);
        await page.PictureAsync("welcome");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "导入数据" }).ClickAsync();
        await page.GetByLabel("区县代码").FillAsync("990101");
        await page.GetByLabel("区县名称").FillAsync("云溪县");
        await page.GetByLabel("学年（开始的年份）").FillAsync("2024");
        await page.Locator("input[type=file]").SetInputFilesAsync(workbook.Path);
        await page.PictureAsync("import");
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并检查" }).ClickAsync();
        await Expect(page.Locator("main .note.good")).ToContainTextAsync("草稿", new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "看差别并发布" }).ClickAsync();
        await page.GetByLabel("我已看过差别，确认发布").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Expect(page.Locator(".verdict")).ToContainTextAsync("尚未达到标准");
        await page.SetViewportSizeAsync(Pictures.Narrow, Pictures.Height);
        await Expect(page.Locator("nav.side")).ToBeHiddenAsync();
        await page.Locator(".burger").ClickAsync();
        await page.Locator("nav.side").GetByRole(AriaRole.Link, new() { Name = "学校" }).ClickAsync();
        await Expect(page.Locator("#schools tbody tr")).Not.ToHaveCountAsync(0);
    }

    private static async Task UploadAsync(IPage page, string path)
    {
        await Expect(page.Locator("h1")).ToHaveTextAsync("导入基础数据");
        await page.GetByLabel("学年（开始的年份）").FillAsync("2024");
        await page.Locator("input[type=file]").SetInputFilesAsync(path);
        await Expect(page.Locator("[data-files] li")).ToContainTextAsync(Path.GetFileName(path));
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并检查" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/data/imports/"));
        await Expect(page.Locator("main .note").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private static async Task<string> DownloadAsync(IPage page, ILocator link, DirectoryInfo folder)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var path = Path.Combine(folder.FullName, Guid.CreateVersion7() + Path.GetExtension(download.SuggestedFilename));
        await download.SaveAsAsync(path);
        return path;
    }

    private static int CountOf(string? text) =>
        int.Parse(Digits().Match(text!.Replace(",", "", StringComparison.Ordinal)).Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
