using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

public sealed class FieldsInWordTests
{
    [Fact]
    public void A_field_becomes_the_figure_it_names() =>
        Assert.Equal("县平均 5.18 人", Text(Print(P("县平均 {{ 指标 L1 小学 均值 | 0.00 }} 人"))));

    [Fact]
    public void Chinese_and_English_names_mean_the_same() =>
        Assert.Equal(["5.18", "5.18"], Lines(Print(P("{{指标 L1 小学 均值 | 0.00}}"), P("{{ indicator l1 primary mean | 0.00 }}"))));

    [Fact]
    public void Full_width_braces_and_bars_of_an_input_method_are_understood() =>
        Assert.Equal("5.2", Text(Print(P("｛｛ 指标　L1　小学　均值 ｜ 0.0 ｝｝"))));

    [Fact]
    public void A_field_split_over_runs_keeps_the_formatting_of_the_run_it_begins_in()
    {
        var bold = new Run(new RunProperties(new Bold()), new Text("甲{") { Space = SpaceProcessingModeValues.Preserve });
        var middle = new Run(new Text("{ 指标 L1 "), new TabChar(), new Text("小"));
        var last = new Run(new RunProperties(new Italic()), new Text("学 均值 | 0.00 }}乙") { Space = SpaceProcessingModeValues.Preserve });
        var printed = Print(new Paragraph(bold, new ProofError { Type = ProofingErrorValues.SpellStart }, middle, new BookmarkStart { Id = "1", Name = "b" }, new BookmarkEnd { Id = "1" }, last));

        using var document = Open(printed.Document);
        var runs = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().First().Descendants<Run>().ToList();
        Assert.Equal(["甲", "5.18", "乙"], runs.Select(r => r.InnerText));
        Assert.NotNull(runs[1].RunProperties!.Bold);
        Assert.Null(runs[1].RunProperties!.Italic);
        Assert.NotNull(runs[2].RunProperties!.Italic);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void However_a_paragraph_is_cut_into_runs_it_prints_alike(int length)
    {
        const string text = "前{{县名}}中{{指标 L1 小学 均值 | 0.00}}、{{#if 指标 L1 小学 未达标学校}}有{{else}}无{{/if}}后";
        string[] runs = [.. text.Chunk(length).Select(c => new string(c))];
        Assert.Equal("前青山县中5.18、有后", Text(Print(P(runs))));
    }

    [Fact]
    public void A_picture_in_the_run_of_a_field_stays()
    {
        var run = new Run(new Text("{{县名}}"), new Break { Type = BreakValues.Page }, new LastRenderedPageBreak(), new Text("后"));
        using var document = Open(Print(new Paragraph(run)).Document);
        Assert.Single(document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().First().Descendants<LastRenderedPageBreak>());
    }

    [Fact]
    public void Fields_stand_in_headers_footers_and_text_boxes()
    {
        const string box = """
            <w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape id="s1" style="width:100pt;height:50pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>框{{县</w:t></w:r><w:r><w:t>名}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>
            """;
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var (header, footer) = (main.AddNewPart<HeaderPart>(), main.AddNewPart<FooterPart>());
            header.Header = new Header(P("眉{{学年}}"));
            footer.Footer = new Footer(P("脚{{指标 L1 小学 达标校数}}"));
            main.Document = new Document(new Body(
                new Paragraph(new Run(box)),
                new SectionProperties(
                    new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
                    new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) })));
        }

        using var printed = Open(Print(Read(stream.ToArray())).Document);
        Assert.Equal("眉2024—2025", printed.MainDocumentPart!.HeaderParts.Single().Header!.InnerText);
        Assert.Equal("脚5", printed.MainDocumentPart.FooterParts.Single().Footer!.InnerText);
        Assert.Contains("框青山县", printed.MainDocumentPart.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Single(printed.MainDocumentPart.FooterParts.Single().HyperlinkRelationships);
    }

    [Fact]
    public void A_field_that_reads_braces_is_not_read_again()
    {
        var subject = SampleReport.Subject();
        var named = subject with { Measurement = subject.Measurement with { Name = "{{学年}}" } };
        var made = Xueheng.Reports.ReportMaker.Make(Template(P("{{县名}}")), named, null, SampleReport.Site, SampleReport.Now);
        Assert.Equal("{{学年}}", Text(made.Value));
    }

    [Fact]
    public void The_line_that_names_the_standard_is_not_printed()
    {
        var template = Template(P("{{采用标准 quality-balance-2017}}"), P("甲"), P("乙{{use quality-balance-2017}}"));
        Assert.Equal("quality-balance-2017", template.Standard);
        Assert.Equal(["甲", "乙"], Lines(Print(template)));
    }

    [Fact]
    public void A_character_no_document_may_hold_is_left_out()
    {
        var subject = SampleReport.Subject();
        var named = subject with { Measurement = subject.Measurement with { Name = "青\u0001山\ud83d\ude00\ud800县" } };
        var made = Xueheng.Reports.ReportMaker.Make(Template(P("{{县名}}")), named, null, SampleReport.Site, SampleReport.Now);
        Assert.Equal("青山\ud83d\ude00\ufffd县", Text(made.Value));
    }

    [Fact]
    public void Tracked_insertions_and_smart_tags_do_not_hide_a_field()
    {
        const string smart = """
            <w:smartTag xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:uri="u" w:element="e"><w:r><w:t>名</w:t></w:r></w:smartTag>
            """;
        var paragraph = P("{{县");
        paragraph.Append(new OpenXmlUnknownElement("w", "smartTag", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"));
        paragraph.LastChild!.Remove();
        paragraph = new Paragraph($"<w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:r><w:t>{{{{县</w:t></w:r>{smart}<w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>}}}}</w:t></w:r></w:ins></w:p>");
        Assert.Equal("青山县", Text(Print(paragraph)));
    }
}
