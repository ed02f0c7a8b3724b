using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Census;
using Xueheng.Reports;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

public sealed class ChangeTests
{
    private const string Short = "{{#each 指标 L1 小学 未达标学校}}{{名称}}{{数值 | 0.00}};{{/each}}";

    [Fact]
    public void The_first_print_has_nothing_to_compare_with()
    {
        var report = Print(P("{{指标 L1 小学 均值}}"), P("{{变动说明}}"));
        Assert.Empty(report.Changes);
        Assert.Contains("第一次打印", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_print_of_the_same_figures_has_no_changes()
    {
        var template = Template(P("{{指标 L1 小学 均值}}{{指标 G5 结论}}"), P("{{changes}}"));
        var second = Print(template, former: Former(Print(template)));
        Assert.Empty(second.Changes);
        Assert.Contains("与2025年3月1日打印的上一份相比，数据没有变动。", Text(second), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_print_lists_and_marks_exactly_the_changed_figures()
    {
        var template = Template(P("{{指标 L1 小学 均值 | 0.00}}、{{指标 L2 小学 均值 | 0.00}}、{{指标 L1 小学 达标校数}}"), P(Short), P("{{changes}}"));
        var values = new Dictionary<(string, string), decimal?> { [(SampleReport.Code(Stage.Primary, 1), "L1")] = 4.0m };
        var second = Print(template, revision: 2, former: Former(Print(template)), values: values);

        Assert.Equal(
            [
                (FigureChangeKind.Changed, "indicator L1 primary mean", "5.18", "5.19"),
                (FigureChangeKind.Changed, "school 2199000001 primary L1 value", "3.78", "4.00"),
            ],
            second.Changes.Select(c => (c.Kind, c.Key, c.Before, c.After)));
        using var document = Open(second.Document);
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.Equal(["5.19", "4.00"], body.Descendants<Run>().Where(r => r.RunProperties?.RunStyle?.Val?.Value == "FigureChanged").Select(r => r.InnerText));
        var table = body.Elements<Table>().First().Elements<TableRow>().Select(r => string.Join('|', r.Elements<TableCell>().Select(c => c.InnerText))).ToList();
        Assert.Equal(["序号|类别|数据|上次|本次", "1|变动|每百名学生拥有高于规定学历教师数·小学·全县平均|5.18|5.19", "2|变动|青山小学1·小学·每百名学生拥有高于规定学历教师数|3.78|4.00"], table);
    }

    [Fact]
    public void A_difference_below_the_printed_digits_or_another_format_is_no_change()
    {
        var values = new Dictionary<(string, string), decimal?> { [(SampleReport.Code(Stage.Primary, 1), "L1")] = 3.7801m };
        Assert.Empty(Print(Template(P(Short)), values: values, former: Former(Print(P(Short)))).Changes);
        Assert.Empty(Print(Template(P("{{指标 L1 小学 均值 | 0.000}}")), former: Former(Print(P("{{指标 L1 小学 均值 | 0.00}}")))).Changes);
    }

    [Fact]
    public void Figures_that_come_and_go_are_told_apart_from_changed_ones()
    {
        var values = new Dictionary<(string, string), decimal?> { [(SampleReport.Code(Stage.Primary, 1), "L1")] = 9m, [(SampleReport.Code(Stage.Primary, 2), "L1")] = 4.1m };
        var second = Print(Template(P(Short)), values: values, former: Former(Print(P(Short))));
        Assert.Equal(
            [(FigureChangeKind.Added, "4.10", null), (FigureChangeKind.Removed, null, "3.78")],
            second.Changes.Select(c => (c.Kind, c.After, c.Before)));
    }

    [Fact]
    public void A_figure_that_was_missing_and_is_there_now_has_changed()
    {
        var school = new Dictionary<(string, string), decimal?> { [(SampleReport.Code(Stage.Primary, 6), "L1")] = null };
        var template = Template(P("{{#each 指标 L1 小学 学校}}{{数值}};{{/each}}"));
        var change = Assert.Single(Print(template, former: Former(Print(template, values: school))).Changes);
        Assert.Equal(("（缺：高于规定学历专任教师数没有填报）", "5.88"), (change.Before, change.After));
    }

    [Fact]
    public void A_template_may_lay_out_its_changes_itself()
    {
        var template = Template(P("{{#each 变动}}{{名称}}由{{上次}}变为{{本次}}。{{else}}没有变动。{{/each}}"), P("{{指标 L1 小学 均值 | 0.00}}"));
        var values = new Dictionary<(string, string), decimal?> { [(SampleReport.Code(Stage.Primary, 1), "L1")] = 4.0m };
        Assert.Equal("没有变动。", Lines(Print(template))[0]);
        Assert.Equal("每百名学生拥有高于规定学历教师数·小学·全县平均由5.18变为5.19。", Lines(Print(template, values: values, former: Former(Print(template))))[0]);
    }

    private static FormerPrint Former(MadeReport report) => new(SampleReport.Now, report.Figures);
}
