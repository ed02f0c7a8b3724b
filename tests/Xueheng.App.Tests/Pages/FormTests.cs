using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.App.Tests.Browser;
using Xueheng.Standards;
using Xueheng.Storage;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Pages;

public sealed class FormTests(DemoSite demo)
{
    private const string Judged = DemoSite.Home + "/check/quality-balance-2017/county/G1";

    [Theory]
    [InlineData(Judged, "judge")]
    [InlineData("/import", "import")]
    [InlineData(DemoSite.Home + "/data/import", "import")]
    [InlineData(DemoSite.Home + "/plans", "import-plan")]
    [InlineData(DemoSite.Home + "/data/revisions/3", "publish")]
    [InlineData(DemoSite.Home + "/answers", "print-self-evaluation")]
    [InlineData(DemoSite.Home + "/answers", "print-uploaded")]
    public async Task A_form_sent_from_elsewhere_is_refused(string address, string handler)
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        using var content = new MultipartFormDataContent { { new StringContent(handler), "_handler" }, { new StringContent("Meets"), "Form.Verdict" } };
        using var response = await site.Client.PostAsync(address, content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("页面已经过期", (await Html.ReadAsync(response)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await using var scope = site.Services.CreateAsyncScope();
        Assert.Empty(scope.ServiceProvider.GetRequiredService<XuehengDb>().Set<Judgement>());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_judgement_with_evidence_changes_the_verdict_and_stays_on_record(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var site = await RunningSite.StartAsync(database);
        await DemoSite.ImportAsync(site.Services, DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services).TakeLast(1));
        var page = await site.OpenAsync(Judged);
        Assert.Contains("无法判断", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("G1", Verdicts(await site.OpenAsync(DemoSite.Home + "/check/quality-balance-2017"))["无法判断"]);

        using var nothing = await site.PostAsync(page, "保存判定", [("Form.Verdict", "Meets"), ("Form.Evidence", " "), ("Form.JudgedBy", "督导科")]);
        Assert.Contains("依据", (await Html.ReadAsync(nothing)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        using var entered = await site.PostAsync(
            page,
            "保存判定",
            [("Form.Verdict", "Meets"), ("Form.Evidence", "云溪县学校布局规划〔2024〕3号"), ("Form.JudgedBy", "督导科")],
            ("File", "规划.pdf", [1, 2, 3]));
        var after = await Html.ReadAsync(entered);
        Assert.Contains("达标", after.QuerySelector(".verdict .badge")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("云溪县学校布局规划〔2024〕3号", after.Rows("judgements").Single()[2]);
        var file = after.QuerySelector<IHtmlAnchorElement>("section#judgements tbody a")!;
        using var evidence = await site.Client.GetAsync(file.GetAttribute("href"), TestContext.Current.CancellationToken);
        Assert.Equal("application/octet-stream", evidence.Content.Headers.ContentType!.MediaType);
        Assert.Equal([1, 2, 3], await evidence.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        // A page that was kept must not outlive what it shows.
        Assert.Contains("G1", Verdicts(await site.OpenAsync(DemoSite.Home + "/check/quality-balance-2017"))["达标"]);

        using var again = await site.PostAsync(after, "保存判定", [("Form.Verdict", "Fails"), ("Form.Evidence", "复核发现两所学校不在规划内"), ("Form.JudgedBy", "督导科")]);
        var last = await Html.ReadAsync(again);
        Assert.Contains("不达标", last.QuerySelector(".verdict .badge")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, last.Rows("judgements").Count);
    }

    [Fact]
    public async Task A_page_is_sent_again_only_while_nothing_it_shows_has_changed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        var workbooks = DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services);
        await DemoSite.ImportAsync(site.Services, workbooks.TakeLast(1));
        var address = DemoSite.Home + "/schools";
        using var first = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        var tag = first.Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(site, address, tag.ToString()));
        await DemoSite.ImportAsync(site.Services, workbooks.TakeLast(1));
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, address, tag.ToString()));
        Assert.Contains("第 2 版", (await site.OpenAsync(address)).QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(RunningSite site, string address, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Ids of county indicators by their verdict.</summary>
    private static ILookup<string, string> Verdicts(IDocument check)
    {
        var headings = check.Headings("county-indicators");
        return check.Rows("county-indicators").ToLookup(r => r[headings.IndexOf("判定")][1..], r => r[0]);
    }
}
