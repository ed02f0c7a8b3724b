using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Reports;

public sealed class ReportCommandTests(ReportSite reports)
{
    private const string Template = "quality-balance-self-evaluation";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_figure_of_every_shipped_report_opens_its_page(DatabaseKind kind)
    {
        var (database, site) = await reports.GetAsync(kind);
        foreach (var template in new[] { Template, "preschool-universal-self-evaluation", "basic-balance-monitoring" })
        {
            var file = Path.Combine(database.Folder.FullName, $"{template}.docx");
            var (status, output, error) = await reports.RunAsync(kind, [.. Report(template, file), "--site", site.Url, "--json"]);
            Assert.True(status == 0, error);
            using var said = JsonDocument.Parse(output);

            using var document = WordprocessingDocument.Open(file, isEditable: false);
            var links = document.MainDocumentPart!.HyperlinkRelationships.Select(r => r.Uri.ToString()).ToHashSet();
            Assert.All(said.RootElement.GetProperty("figures").EnumerateArray(), f => Assert.Contains(site.Url + f.GetProperty("page").GetString(), links));
            var broken = new List<string>();
            foreach (var link in links)
            {
                using var response = await site.Client.GetAsync(link, TestContext.Current.CancellationToken);
                if (!response.IsSuccessStatusCode)
                {
                    broken.Add($"{link}: {(int)response.StatusCode}");
                }
            }

            Assert.Equal([], broken);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_command_says_what_was_printed_what_is_missing_and_what_changed(DatabaseKind kind)
    {
        var (database, _) = await reports.GetAsync(kind);
        var template = Write(database, "甲.docx", "{{县名}}{{指标 L1 小学 均值 | 0.00}}{{县域 公办园在编教师平均工资}}");
        var file = Path.Combine(database.Folder.FullName, "out", "甲报告.docx");

        var first = await reports.RunAsync(kind, Report(template, file));
        Assert.Equal((0, ""), (first.Status, first.Error));
        Assert.Contains($"已写出 {file}", first.Output, StringComparison.Ordinal);
        Assert.Contains("这是第一次打印", first.Output, StringComparison.Ordinal);
        var second = await reports.RunAsync(kind, Report(template, file));
        Assert.Contains("数据没有变动", second.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(file + ".part"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_wrong_is_said_on_standard_error_and_no_file_is_left(DatabaseKind kind)
    {
        var (database, _) = await reports.GetAsync(kind);
        var template = Write(database, "坏.docx", "{{指标 L1 小学 平均}}");
        var file = Path.Combine(database.Folder.FullName, "坏报告.docx");

        var wrong = await reports.RunAsync(kind, Report(template, file));
        Assert.Equal((1, ""), (wrong.Status, wrong.Output));
        Assert.StartsWith("XH3010 模板“坏.docx”有 1 处要改", Assert.Single(wrong.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(File.Exists(file) || File.Exists(file + ".part"));

        Assert.StartsWith("XH3002", (await reports.RunAsync(kind, Report("没有这个模板", file))).Error, StringComparison.Ordinal);
        Assert.StartsWith("XH3005", (await reports.RunAsync(kind, Report(template, template))).Error, StringComparison.Ordinal);
        Assert.True(File.Exists(template));
        Assert.Equal(2, (await reports.RunAsync(kind, "report", template, "--county", "990101", "--period", "2024")).Status);
        Assert.Equal(2, (await reports.RunAsync(kind, "report", template, "-o", file, "--county", "99", "--period", "2024")).Status);
        Assert.Equal(2, (await reports.RunAsync(kind, [.. Report(template, file), "--site", "不是网址"])).Status);
    }

    [Fact]
    public async Task Templates_are_listed_and_those_refused_with_the_reason()
    {
        var (status, output, error) = await reports.RunAsync(DatabaseKind.Sqlite, "report", "templates");
        Assert.Equal(0, status);
        Assert.Contains(Template, output, StringComparison.Ordinal);
        Assert.Contains($"{ReportSite.Refused}/pack.yaml", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        var json = JsonDocument.Parse((await reports.RunAsync(DatabaseKind.Sqlite, "report", "templates", "--json")).Output).RootElement;
        Assert.Contains(json.EnumerateArray(), t => t.GetProperty("id").GetString() == Template && t.GetProperty("shipped").GetBoolean());
        Assert.DoesNotContain(json.EnumerateArray(), t => t.GetProperty("id").GetString() == ReportSite.Refused);
    }

    private static string[] Report(string template, string file) => ["report", template, "-o", file, "--county", "990101", "--period", "2024"];

    private static string Write(TestDatabase database, string name, string text)
    {
        var path = Path.Combine(database.Folder.FullName, name);
        File.WriteAllBytes(path, ReportSite.Template(text));
        return path;
    }
}
