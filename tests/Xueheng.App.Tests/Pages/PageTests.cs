using System.Net;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Pages;

public sealed class PageTests(DemoSite demo)
{
    public static readonly TheoryData<string, string> Pages = new()
    {
        { "", "云溪县教育质量衡量" },
        { "?standard=basic-balance-2012", "云溪县教育质量衡量" },
        { "?standard=preschool-universal-2020", "云溪县教育质量衡量" },
        { "/check/quality-balance-2017", "体检" },
        { "/check/basic-balance-2012", "体检" },
        { "/check/preschool-universal-2020", "体检" },
        { "/check/quality-balance-2017/L2/primary", "每百名学生拥有县级以上骨干教师数 · 小学" },
        { "/check/quality-balance-2017/county/G1", "学校规划布局合理" },
        { "/check/quality-balance-2017/L1/primary/steps", "最省的改进" },
        { "/least-change", "达标最少要做什么" },
        { "/schools", "学校" },
        { "/classes", "班级名册" },
        { "/teachers", "教师名册" },
        { "/pupils", "学生名册" },
        { "/differences", "填报与统计不一致" },
        { "/staffing", "编制与学科" },
        { "/seats", "学位" },
        { "/rotation", "交流轮岗" },
        { "/groups", "集团化办学" },
        { "/data", "数据" },
        { "/data/import", "导入基础数据" },
        { "/data/revisions/3", "第 3 版" },
        { "/answers", "答卷" },
        { "/standards", "标准说明" },
        { "/standards/facts", "事实" },
        { "/standards/quality-balance-2017", "县域义务教育优质均衡发展" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_has_its_heading_its_title_and_the_county_in_the_bar(string address, string heading)
    {
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            var page = await (await demo.GetAsync(kind)).OpenAsync(DemoSite.Home + address);
            Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
            Assert.Contains(heading, page.Title, StringComparison.Ordinal);
            Assert.Equal("云溪县", page.QuerySelector("header .pick.one")!.TextContent);
            Assert.Contains("2024–2025学年", page.QuerySelector("header details summary")!.TextContent, StringComparison.Ordinal);
            Assert.Single(page.QuerySelectorAll("h1"));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_home_page_says_the_verdict_in_words_and_opens_what_it_names(DatabaseKind kind)
    {
        var page = await (await demo.GetAsync(kind)).OpenAsync(DemoSite.Home);
        var verdict = page.QuerySelector(".verdict")!;
        Assert.Contains("尚未达到标准", verdict.TextContent, StringComparison.Ordinal);
        Assert.Contains("小学", verdict.TextContent, StringComparison.Ordinal);
        Assert.Contains("✕", verdict.QuerySelector(".badge i")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("ol.short li"), li => li.TextContent.Contains("还差", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("ol.short li > a"), a => Assert.Contains("/school/", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll(".map a.pin title"));
    }

    [Theory]
    [InlineData("/c/123456/2024")]
    [InlineData("/c/990101/x")]
    [InlineData("/c/990101/2024/school/0000000000")]
    [InlineData("/c/990101/2024/check/no-such-standard")]
    [InlineData("/c/990101/2024/check/quality-balance-2017/L9/primary")]
    [InlineData("/c/990101/2024/check/quality-balance-2017/L1/senior")]
    [InlineData("/c/990101/2024/check/quality-balance-2017/county/X1")]
    [InlineData("/c/990101/2024/data/revisions/99")]
    [InlineData("/c/990101/2024/data/imports/01989f3e-0000-7000-8000-000000000000")]
    [InlineData("/c/990101/2024/answers/01989f3e-0000-7000-8000-000000000000")]
    [InlineData("/c/990101/2024/export/no-such-list")]
    [InlineData("/c/990101/2024/standards/no-such-standard")]
    [InlineData("/nothing/here")]
    public async Task What_is_not_there_is_said_in_plain_words(string address)
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        using var response = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("没有这个页面", (await Html.ReadAsync(response)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_period_with_nothing_published_offers_to_import_it_or_to_look_at_another()
    {
        var page = await (await demo.GetAsync(DatabaseKind.Sqlite)).OpenAsync("/c/990101/2019/pupils");
        Assert.Equal("2019–2020学年还没有已发布的数据", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/c/990101/2019/data/import");
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/c/990101/2024");
    }

    [Fact]
    public async Task The_start_leads_to_what_was_published_last_and_later_to_what_was_looked_at_last()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await Browser.RunningSite.StartAsync(database);
        var empty = await site.OpenAsync("/");
        Assert.Equal("欢迎使用学衡", empty.QuerySelector("h1")!.TextContent);
        await DemoSite.ImportAsync(site.Services, DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services));
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        var start = await site.OpenAsync("/");
        Assert.EndsWith(DemoSite.Home, start.DocumentUri, StringComparison.Ordinal);
        site.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        await site.OpenAsync("/c/990101/2022/schools");
        Assert.EndsWith("/c/990101/2022", (await site.OpenAsync("/")).DocumentUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_in_the_bar_opens_the_one_school_it_finds_and_lists_several()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        var list = await site.OpenAsync(DemoSite.Home + "/schools");
        var code = list.Rows("schools")[1][^1];
        Assert.EndsWith("/school/" + code, (await site.OpenAsync($"{DemoSite.Home}/schools?q={code}&go=1")).DocumentUri, StringComparison.Ordinal);
        Assert.True((await site.OpenAsync($"{DemoSite.Home}/schools?q={Uri.EscapeDataString("云溪县")}&go=1")).Rows("schools").Count > 1);
    }
}
