using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xueheng.App.Pages.Data;
using Xueheng.App.Tests.Browser;
using Xueheng.Demo;
using Xueheng.Packs;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Pages;

public sealed class ImportPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_workbook_is_uploaded_checked_compared_and_published(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var site = await RunningSite.StartAsync(database);
        var workbooks = DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services);
        await DemoSite.ImportAsync(site.Services, workbooks.Take(1));

        var run = await UploadAsync(site, workbooks[2]);
        Assert.Contains("已存为第 2 版草稿", run.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        using (var early = await site.Client.GetAsync(DemoSite.Home, TestContext.Current.CancellationToken))
        {
            Assert.Contains("还没有已发布的数据", (await Html.ReadAsync(early)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        }

        var revision = await site.OpenAsync(run.QuerySelectorAll<IHtmlAnchorElement>("main a").First(a => a.TextContent == "看差别并发布").GetAttribute("href")!);
        Assert.Contains("与第 1 版（2022–2023学年）的差别", revision.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(revision.Rows("revision-changes"));

        using var unsure = await site.PostAsync(revision, "发布", []);
        Assert.Equal("请先勾选确认。", (await Html.ReadAsync(unsure)).QuerySelector("[role=alert]")!.TextContent);
        using var published = await site.PostAsync(revision, "发布", [("Form.Sure", "yes")]);
        var home = await Html.ReadAsync(published);
        Assert.EndsWith(DemoSite.Home, home.DocumentUri, StringComparison.Ordinal);
        Assert.Equal("云溪县教育质量衡量", home.QuerySelector("h1")!.TextContent);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_workbook_with_errors_is_refused_and_each_error_is_listed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var site = await RunningSite.StartAsync(database);
        const string Wrong = "学校标识码,学校名称,办学类型码,办别,乡镇\n2132000001,甲小学,211,公办,东镇\n21320,乙小学,211,公办,西镇\n2132000003,丙小学,999,公办,南镇\n";
        var run = await UploadAsync(site, "学校.csv", Encoding.UTF8.GetBytes(Wrong));
        Assert.Contains("整份没有导入", run.QuerySelector("main .note.bad")!.TextContent, StringComparison.Ordinal);
        var rules = run.Rows("findings-by-rule");
        Assert.All(rules, rule => Assert.True(rule[6].Length > 4 && rule[7].Length > 4, "a rule says why it matters and what to do"));
        var findings = run.Rows("findings");
        Assert.Contains(findings, f => f[0].StartsWith("学校 3", StringComparison.Ordinal) && f[4] == "21320");
        Assert.Contains(findings, f => f[0].StartsWith("学校 4", StringComparison.Ordinal) && f[4] == "999");
        var one = run.QuerySelector<IHtmlAnchorElement>("section#findings-by-rule tbody a")!;
        var narrowed = await site.OpenAsync(one.GetAttribute("href")!);
        Assert.All(narrowed.Rows("findings"), f => Assert.Equal(one.TextContent, f[7]));
        var marked = run.QuerySelectorAll<IHtmlAnchorElement>("main a").First(a => a.TextContent == "下载标好错误的工作簿").GetAttribute("href")!;
        var sheet = Sheet.Read(await site.Client.GetByteArrayAsync(marked, TestContext.Current.CancellationToken));
        Assert.Contains(sheet.Rows, row => row.Any(c => c.Value == "21320"));
        Assert.Equal("欢迎使用学衡", (await site.OpenAsync("/")).QuerySelector("h1")!.TextContent);
        var data = await site.OpenAsync("/c/990101/2024/data");
        Assert.Equal("有错误，已退回", data.Rows("imports").Single()[2]);
    }

    [Fact]
    public async Task Uploads_that_waited_when_the_program_ended_are_imported_when_it_starts_again()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        string address;
        await using (var first = await RunningSite.StartAsync(database))
        {
            var workbook = DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), first.Services)[0];
            var upload = await first.Services.GetRequiredService<Uploads>().KeepAsync(
                DemoCounty.Code, DemoCounty.Name, workbook.Period, [HandedIn(workbook.Path)], TestContext.Current.CancellationToken);
            address = $"/c/990101/2022/data/imports/{upload.Run}";
        }

        await using var second = await RunningSite.StartAsync(database);
        var run = await FinishedAsync(second, address);
        Assert.Contains("已存为第 1 版草稿", run.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_an_upload_is_said_beside_the_form()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        var page = await site.OpenAsync("/import");
        foreach (var (county, period, file, said) in new[]
        {
            ("99", "2024", new byte[] { 1 }, "不是区县代码"),
            ("990101", "24", [1], "不是学年"),
            ("990101", "2024", [], "没有选择文件"),
        })
        {
            using var response = await site.PostAsync(page, "上传并检查", [("Form.County", county), ("Form.Period", period)], ("Files", "a.xlsx", file));
            Assert.Contains(said, (await Html.ReadAsync(response)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Too_large_an_upload_is_refused_before_it_is_read()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", new Uri(site.Url).Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync("POST /import HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 400000000\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Contains("413", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var rest = "";
        while (!rest.Contains("300 MB", StringComparison.Ordinal) && await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            rest += line;
        }

        Assert.Contains("300 MB", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_may_have_as_much_as_a_file_on_the_command_line()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        var limit = site.Services.GetRequiredService<PackLibrary>().Checks.Limits.FileBytes;

        var page = await site.OpenAsync("/import");

        Assert.Equal($"{limit}", page.QuerySelector("upload-form")!.GetAttribute("data-limit"));
        Assert.Contains($"一共不超过 {limit / 1024 / 1024} MB", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(site.Services.GetRequiredService<IOptions<FormOptions>>().Value.MultipartBodyLengthLimit > limit);
    }

    [Fact]
    public async Task The_template_is_a_workbook_with_the_seven_sheets()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        using var response = await site.Client.GetAsync("/template.xlsx", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.EndsWith(".xlsx", response.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
    }

    private static FormFile HandedIn(string path)
    {
        var content = new MemoryStream(File.ReadAllBytes(path));
        return new FormFile(content, 0, content.Length, "Files", Path.GetFileName(path));
    }

    private static async Task<IDocument> UploadAsync(RunningSite site, DemoWorkbook workbook) =>
        await UploadAsync(site, Path.GetFileName(workbook.Path), await File.ReadAllBytesAsync(workbook.Path, TestContext.Current.CancellationToken), workbook.Period.ToString());

    private static async Task<IDocument> UploadAsync(RunningSite site, string name, byte[] content, string period = "2024")
    {
        var page = await site.OpenAsync("/import");
        using var response = await site.PostAsync(page, "上传并检查", [("Form.County", "990101"), ("Form.Name", "云溪县"), ("Form.Period", period)], ("Files", name, content));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await FinishedAsync(site, response.RequestMessage!.RequestUri!.PathAndQuery);
    }

    /// <summary>The run's page once it has ended.</summary>
    private static async Task<IDocument> FinishedAsync(RunningSite site, string address)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            using var answer = JsonDocument.Parse(await site.Client.GetStringAsync(address + "/progress", TestContext.Current.CancellationToken));
            if (answer.RootElement.GetProperty("done").GetBoolean())
            {
                return await site.OpenAsync(address);
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The import did not end within a minute.");
    }
}
