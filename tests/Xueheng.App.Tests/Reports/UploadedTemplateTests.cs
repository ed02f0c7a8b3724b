using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Reports;

/// <summary>A bureau's own Word template, handed in on the page 答卷.</summary>
public sealed class UploadedTemplateTests(ReportSite reports)
{
    private const string Answers = DemoSite.Home + "/answers";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_template_handed_in_is_printed_and_the_next_printing_compared_with_it(DatabaseKind kind)
    {
        var (_, site) = await reports.GetAsync(kind);
        var first = await UploadAsync(site, "局里的模板.docx", ReportSite.Template("{{县名}}的均值是{{指标 L1 小学 均值 | 0.00}}。"), "quality-balance-2017");
        Assert.StartsWith("局里的模板.docx", first.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第一次打印", first.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var address = first.QuerySelectorAll<IHtmlAnchorElement>("main a.button").Single(a => a.TextContent.StartsWith("下载", StringComparison.Ordinal)).GetAttribute("href")!;
        using var response = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.StartsWith("云溪县2024学年局里的模板-", response.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        using var document = WordprocessingDocument.Open(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
        Assert.Matches(@"云溪县的均值是\d+\.\d\d。", document.MainDocumentPart!.Document!.Body!.InnerText);

        var second = await UploadAsync(site, "局里的模板.docx", ReportSite.Template("{{采用标准 quality-balance-2017}}", "{{指标 L1 小学 均值 | 0.00}}"));
        Assert.Contains("上次打印于", second.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await site.OpenAsync(Answers)).Rows("prints").Count(r => r[1] == "局里的模板.docx"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Everything_wrong_with_its_fields_is_listed_and_nothing_is_kept(DatabaseKind kind)
    {
        var (_, site) = await reports.GetAsync(kind);

        var page = await UploadAsync(site, "错.docx", ReportSite.Template("{{采用标准 quality-balance-2017}}", "{{指标 L1 小学 平均}}", "共{{县明}}", "{{县名}}"));

        var alert = page.QuerySelector("[role=alert]")!;
        Assert.Contains("模板“错.docx”有 2 处要改", alert.TextContent, StringComparison.Ordinal);
        var wrong = alert.QuerySelectorAll("li").Select(li => li.TextContent).ToList();
        Assert.StartsWith("正文“{{指标 L1 小学 平均}}”：", wrong[0], StringComparison.Ordinal);
        Assert.StartsWith("正文“共{{县明}}”：", wrong[1], StringComparison.Ordinal);
        Assert.DoesNotContain((await site.OpenAsync(Answers)).Rows("prints"), r => r[1] == "错.docx");
    }

    [Fact]
    public async Task What_cannot_be_a_template_is_told_and_so_is_one_that_names_no_standard()
    {
        var (_, site) = await reports.GetAsync(DatabaseKind.Sqlite);
        foreach (var (name, bytes, said) in new[]
        {
            ("空.docx", Array.Empty<byte>(), "没有选择文件"),
            ("表.xlsx", ReportSite.Template("{{县名}}"), "不是 Word 模板"),
            ("quality-balance-self-evaluation", ReportSite.Template("{{县名}}"), "不是 Word 模板"),
            ("坏.docx", [1, 2, 3], "不是 Word 文档"),
            ("无标准.docx", ReportSite.Template("{{县名}}"), "没有写明用哪个标准"),
        })
        {
            var page = await UploadAsync(site, name, bytes);
            Assert.Contains(said, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        var chosen = await UploadAsync(site, "无标准.docx", ReportSite.Template("{{县名}}"), "basic-balance-2012");
        Assert.StartsWith("无标准.docx", chosen.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_can_be_taken_to_start_from_and_one_refused_says_why()
    {
        var (_, site) = await reports.GetAsync(DatabaseKind.Sqlite);
        var page = await site.OpenAsync(Answers);
        Assert.Contains($"{ReportSite.Refused}/pack.yaml", page.QuerySelector(".note.bad")!.TextContent, StringComparison.Ordinal);

        var address = page.QuerySelectorAll<IHtmlAnchorElement>("main a").First(a => a.TextContent == "下载模板").GetAttribute("href")!;
        var template = await site.Client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        var printed = await UploadAsync(site, "照着改.docx", template, "quality-balance-2017");
        Assert.StartsWith("照着改.docx", printed.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        using var none = await site.Client.GetAsync("/templates/nope.docx", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static async Task<IDocument> UploadAsync(RunningSite site, string name, byte[] template, string standard = "")
    {
        using var response = await site.PostAsync(await site.OpenAsync(Answers), "上传并生成报告", [("Form.Standard", standard)], ("Template", name, template));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Html.ReadAsync(response);
    }
}
