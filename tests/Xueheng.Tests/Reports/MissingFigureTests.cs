using DocumentFormat.OpenXml.Wordprocessing;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

public sealed class MissingFigureTests
{
    private static readonly Dictionary<(string, string), decimal?> NoBackbone = new() { [(SampleReport.Code(Census.Stage.Primary, 2), "L2")] = null };

    [Fact]
    public void A_missing_figure_prints_its_reason_and_is_listed()
    {
        var report = Print(Template(P("{{#each 小学 学校 其中 名称 = 青山小学2}}{{指标 L2 数值 | 0.00}}{{/each}}")), values: NoBackbone);

        Assert.Equal("（缺：县级以上骨干教师数没有填报）", Text(report));
        var missing = Assert.Single(report.Missing);
        Assert.Equal("县级以上骨干教师数没有填报", missing.Reason);
        Assert.Equal("/c/990101/2024/school/2199000002", missing.Page);
    }

    [Fact]
    public void Missing_is_neither_zero_nor_a_branch()
    {
        var report = Print(
            Template(
                P("{{#if 县域 社会认可度 >= 85}}达标{{else}}未达标{{/if}}"),
                P("{{#if 缺 县域 社会认可度}}待填{{else}}{{县域 社会认可度}}{{/if}}"),
                P("{{#if 县域 社会认可度}}"), P("有"), P("{{/if}}"),
                P("{{县域 教师平均工资}}")));

        Assert.Equal(["（缺：“县域”表没有填报“社会认可度”）", "待填", "（缺：“县域”表没有填报“社会认可度”）", "98,000"], Lines(report));
        Assert.Single(report.Missing);
    }

    [Fact]
    public void A_missing_condition_over_a_row_says_so_in_a_row()
    {
        var report = Print(Rows(["{{#if 县域 社会认可度 > 85}}甲", "乙{{/if}}"], ["丙", "丁"]));
        Assert.Equal(["（缺：“县域”表没有填报“社会认可度”）", "丙", "丁"], Lines(report));
    }

    [Fact]
    public void What_a_missing_figure_keeps_off_a_list_is_in_the_list_of_missing()
    {
        var report = Print(Template(P("{{#each 指标 L2 小学 学校 其中 数值 < 1}}{{名称}} {{/each}}"), P("{{missing}}")), values: NoBackbone);
        Assert.Equal("青山小学1 ", Lines(report)[0]);
        Assert.Equal("青山小学2·小学·每百名学生拥有县级以上骨干教师数", Assert.Single(report.Missing).Name);
        Assert.Contains("以下1个数据没有得到：", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_with_a_school_left_out_is_missing_not_smaller()
    {
        Assert.Equal("2,100", Text(Print(P("{{事实 pupils 小学}}"))));
        Assert.Equal("（缺：青山小学1、青山小学2、青山小学3等 6 所学校没有数据）", Text(Print(P("{{事实 teachers.certified 小学}}"))));
        Assert.Equal("（缺：没有这样的学校）", Text(Print(P("{{事实 pupils 高中}}"))));
    }

    [Fact]
    public void Missing_figures_have_a_style_of_their_own()
    {
        using var document = Open(Print(P("{{县域 社会认可度}}")).Document);
        Assert.Equal("FigureMissing", document.MainDocumentPart!.Document!.Body!.Descendants<RunStyle>().First().Val!.Value);
    }

    [Fact]
    public void A_threshold_is_never_rounded_and_a_figure_never_rounded_onto_it()
    {
        var values = new Dictionary<(string, string), decimal?> { [(SampleReport.Code(Census.Stage.Junior, 1), "L1")] = 4.504999m, [(SampleReport.Code(Census.Stage.Junior, 2), "L1")] = 5.2999m };
        var report = Print(Template(P("{{指标 L1 初中 下限}}"), P("{{#each 指标 L1 初中 未达标学校}}{{数值 | 0.0}} {{结论}};{{/each}}")), values: values);
        Assert.Equal(["4.505", "4.5 未达标;5.2999 接近达标;"], Lines(report));
    }
}
