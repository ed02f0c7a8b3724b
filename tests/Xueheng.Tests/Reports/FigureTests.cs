using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

public sealed class FigureTests
{
    [Theory]
    [InlineData("{{指标 L1 小学 差异系数}}", "/c/990101/2024/check/quality-balance-2017/L1/primary")]
    [InlineData("{{指标 G5 结论}}", "/c/990101/2024/check/quality-balance-2017/county/G5")]
    [InlineData("{{#each 指标 G5 条件}}{{学校数}}{{/each}}", "/c/990101/2024/check/quality-balance-2017/county/G5")]
    [InlineData("{{#each 初中 学校 前 1}}{{指标 L7 数值}}{{/each}}", "/c/990101/2024/school/3199000001")]
    [InlineData("{{#each 初中 学校 前 1}}{{事实 classes}}{{/each}}", "/c/990101/2024/school/3199000001/junior/fact/classes")]
    [InlineData("{{#each 初中 学校 前 1}}{{学生数}}{{/each}}", "/c/990101/2024/school/3199000001")]
    [InlineData("{{结论}}", "/c/990101/2024/check/quality-balance-2017")]
    [InlineData("{{初中 综合差异系数}}", "/c/990101/2024/check/quality-balance-2017")]
    [InlineData("{{事实 pupils 小学}}", "/c/990101/2024/schools")]
    [InlineData("{{县域 教师平均工资}}", "/c/990101/2024/data")]
    public void A_figure_links_to_its_page(string field, string page)
    {
        var report = Print(P(field));
        using var document = Open(report.Document);
        var main = document.MainDocumentPart!;
        var link = main.Document!.Body!.Descendants<Hyperlink>().First();
        Assert.Equal(new Uri(SampleReport.Site, page), main.HyperlinkRelationships.Single(r => r.Id == link.Id!.Value).Uri);
        Assert.Equal(report.Figures[0].Printed, link.InnerText);
        Assert.Equal(page, report.Figures[0].Page);
        Assert.StartsWith("数据1：", link.Tooltip!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_is_in_the_annex_with_where_it_comes_from()
    {
        var report = Print(P("{{指标 L1 小学 均值}}与{{指标 L1 小学 均值 | 0.0}},又{{指标 L1 小学 均值}},{{指标 G8 结论}}"));

        Assert.Equal([1, 2, 3], report.Figures.Select(f => f.Number));
        using var document = Open(report.Document);
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.Contains(body.Elements<Paragraph>(), p => p.InnerText == "附件 数据来源");
        var rows = body.Elements<Table>().Last().Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList()).ToList();
        Assert.Equal(["编号", "数据", "指标", "学段", "学年", "版本", "计算公式", "标准包"], rows[0]);
        Assert.Equal(4, rows.Count);
        Assert.Equal(["1", "每百名学生拥有高于规定学历教师数·小学·全县平均：5.18", "L1", "小学", "2024—2025", "1"], rows[1].Take(6));
        Assert.Contains("高于规定学历的专任教师数 ÷ 在校生数 × 100", rows[1][6], StringComparison.Ordinal);
        Assert.Equal($"{SampleReport.Standard.Version}·{SampleReport.Standard.Hash[..8]}", rows[1][7]);
        Assert.Contains(body.Elements<Paragraph>(), p => p.InnerText.EndsWith(SampleReport.Standard.Hash, StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_that_differ_only_by_school_share_a_row_of_the_annex()
    {
        var report = Print(P("{{#each 小学 学校}}{{指标 L1 数值}} {{指标 L2 数值}};{{/each}}"));

        Assert.Equal(12, report.Figures.Count);
        using var document = Open(report.Document);
        var rows = document.MainDocumentPart!.Document!.Body!.Elements<Table>().Last().Elements<TableRow>().Skip(1).ToList();
        Assert.Equal(2, rows.Count);
        Assert.StartsWith("小学·每百名学生拥有高于规定学历教师数：(1)青山小学1 3.78；(3)青山小学2 4.20；", rows[0].Elements<TableCell>().Last().InnerText, StringComparison.Ordinal);
        Assert.Equal(6, rows[0].Descendants<Hyperlink>().Count());
    }

    [Fact]
    public void The_annex_stands_where_the_template_asks_for_it()
    {
        var lines = Lines(Print(P("甲{{指标 L1 小学 均值}}"), P("{{数据来源}}"), P("乙{{指标 L2 小学 均值}}")));
        Assert.Equal("乙1.23", lines[^1]);
        Assert.Contains("编号", lines);
        Assert.Contains("每百名学生拥有县级以上骨干教师数·小学·全县平均：1.23", lines);
    }

    [Fact]
    public void A_link_is_never_put_inside_a_link()
    {
        var hyperlink = new Hyperlink(Run("见{{指标 L1 小学 均值}}")) { Anchor = "a" };
        var report = Print(new Paragraph(hyperlink));
        using var document = Open(report.Document);
        Assert.Empty(document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().First().Descendants<Hyperlink>().SelectMany(h => h.Descendants<Hyperlink>()));
        Assert.Equal("5.18", Assert.Single(report.Figures).Printed);
    }

    [Fact]
    public void A_style_the_template_defines_is_kept()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "figure" }, new StyleRunProperties(new Italic())) { Type = StyleValues.Character, StyleId = "a7", CustomStyle = true });
            main.Document = new Document(new Body(P("{{指标 L1 小学 均值}}")));
        }

        using var printed = Open(Print(Read(stream.ToArray())).Document);
        Assert.Equal("a7", printed.MainDocumentPart!.Document!.Body!.Descendants<RunStyle>().First().Val!.Value);
        Assert.Single(printed.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>(), s => s.StyleName!.Val!.Value!.Equals("figure", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("0", 1234.5, "1235")]
    [InlineData("#,##0.00", 1234.567, "1,234.57")]
    [InlineData("0.0%", 0.12345, "12.3%")]
    [InlineData("0.##", 3.0, "3")]
    public void Numbers_print_as_the_format_says(string format, double value, string printed) =>
        Assert.Equal(printed, Xueheng.Reports.Fields.FigureFormat.Print((decimal)value, Xueheng.Reports.Fields.FigureFormat.Parse(format)!.Pattern, null));

    [Theory]
    [InlineData(4.196, 4.2, "0.0", "4.196")]
    [InlineData(4.2, 4.2, "0.0", "4.2")]
    [InlineData(4.2001, 4.2, "0.0", "4.2001")]
    [InlineData(0.49996, 0.5, "0.000", "0.49996")]
    [InlineData(0.9996, 1, "0.0%", "99.96%")]
    [InlineData(4.1, 4.2, "0.0", "4.1")]
    public void Rounding_never_carries_a_figure_onto_its_bound(double value, double bound, string format, string printed) =>
        Assert.Equal(printed, Xueheng.Reports.Fields.FigureFormat.Print((decimal)value, format, (decimal)bound));

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(35, "三十五")]
    public void Ordinals_count_in_Chinese(int number, string printed) =>
        Assert.Equal(printed, Xueheng.Reports.Fields.FigureFormat.Print(number, "中文"));
}
