using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Xueheng.Reports.Word;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

public sealed class ChartTests
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    [Fact]
    public void Schools_stand_against_the_threshold_with_their_values_cached()
    {
        var report = Print(P("{{chart L1 primary}}"));
        using var document = Open(report.Document);
        var part = Assert.Single(document.MainDocumentPart!.ChartParts);
        var chart = Load(part);

        Assert.Equal(["接近达标|达标|达标值 4.2"], [string.Join('|', chart.Descendants(C + "ser").Select(s => s.Descendants(C + "v").First().Value).Order(StringComparer.Ordinal))]);
        var bars = chart.Descendants(C + "barChart").Descendants(C + "ser").First();
        Assert.Equal(["青山小学6", "青山小学5", "青山小学4", "青山小学3", "青山小学2", "青山小学1"], bars.Element(C + "cat")!.Descendants(C + "v").Select(v => v.Value));
        Assert.Equal(["5.88", "5.46", "5.04", "4.62", "4.2"], bars.Element(C + "val")!.Descendants(C + "v").Select(v => decimal.Parse(v.Value, System.Globalization.CultureInfo.InvariantCulture).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(6, chart.Descendants(C + "lineChart").Descendants(C + "val").Descendants(C + "v").Count(v => v.Value == "4.2"));
    }

    [Fact]
    public void A_chart_carries_the_workbook_it_is_edited_with_and_links_to_its_page()
    {
        var report = Print(P("{{图 L6 初中 | 12x6.5}}"));
        using var document = Open(report.Document);
        var main = document.MainDocumentPart!;
        using var workbook = SpreadsheetDocument.Open(main.ChartParts.Single().EmbeddedPackagePart!.GetStream(), false);
        Assert.Equal(5, workbook.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count());

        var inline = main.Document!.Body!.Descendants<Inline>().Single();
        Assert.Equal((12 * 360000L, 6.5m * 360000), (inline.Extent!.Cx!.Value, inline.Extent.Cy!.Value));
        var click = inline.DocProperties!.HyperlinkOnClick!.Id!.Value;
        Assert.Equal("http://127.0.0.1:5080/c/990101/2024/check/quality-balance-2017/L6/junior", main.HyperlinkRelationships.Single(r => r.Id == click).Uri.ToString());
        Assert.Equal("柱状图，4 所学校", Assert.Single(report.Figures).Printed);
    }

    [Fact]
    public void Disparity_stands_against_its_limits()
    {
        using var document = Open(Print(P("{{chart cv primary}}")).Document);
        var chart = Load(document.MainDocumentPart!.ChartParts.Single());
        Assert.Equal(7, chart.Descendants(C + "barChart").Descendants(C + "val").Descendants(C + "v").Count());
        Assert.All(chart.Descendants(C + "lineChart").Descendants(C + "val").Descendants(C + "v"), v => Assert.Equal("0.50", v.Value));
    }

    [Fact]
    public void In_a_repeated_block_a_chart_is_of_what_repeats()
    {
        using var document = Open(Print(P("{{#each 学校指标}}"), P("{{#each 学段列表}}"), P("{{chart}}"), P("{{/each}}"), P("{{/each}}")).Document);
        Assert.Equal(14, document.MainDocumentPart!.ChartParts.Count());
        var ids = document.MainDocumentPart.Document!.Body!.Descendants<DocProperties>().Select(d => d.Id!.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void A_trend_runs_over_the_periods_there_are()
    {
        var now = SampleReport.Subject();
        var before = SampleReport.Subject(values: new Dictionary<(string, string), decimal?> { [(SampleReport.Code(Census.Stage.Primary, 6), "L1")] = 3m });
        var subject = now with { Former = [new Xueheng.Reports.Fields.MeasuredPeriod(2023, before.Measurement)] };
        var template = Template(P("{{chart trend L1 primary}}"), P("{{chart cv-trend L1 primary}}"), P("{{指标 L1 小学 上年均值}}"));
        Assert.Null(template.Check(subject.Packs, out var needs));
        Assert.True(needs.HasFlag(TemplateNeeds.FormerPeriods));
        var made = Xueheng.Reports.ReportMaker.Make(template, subject, null, SampleReport.Site, SampleReport.Now).Value;
        AssertValid(made.Document);
        using var document = Open(made.Document);
        var chart = Load(document.MainDocumentPart!.ChartParts.First());
        Assert.Equal(["2023—2024学年", "2024—2025学年"], chart.Descendants(C + "ser").First().Element(C + "cat")!.Descendants(C + "v").Select(v => v.Value));
        Assert.Equal("4.36", Lines(made)[^1]);
    }

    [Fact]
    public void A_chart_of_nothing_says_why()
    {
        var subject = SampleReport.Subject();
        var empty = subject with { Measurement = subject.Measurement with { Schools = [], Disparity = [] } };
        var made = Xueheng.Reports.ReportMaker.Make(Template(P("{{chart L1 primary}}")), new Xueheng.Reports.Fields.ReportSubject(empty.Packs, empty.Measurement, empty.Facts, empty.Period, empty.Today, [], null, [], []), null, SampleReport.Site, SampleReport.Now).Value;
        Assert.Equal("（缺：没有参加评估的小学）", Text(made));
    }

    [Fact]
    public void A_chart_stands_only_in_the_body()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<HeaderPart>().Header = new DocumentFormat.OpenXml.Wordprocessing.Header(P("{{chart L1 primary}}"));
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new DocumentFormat.OpenXml.Wordprocessing.Body(P("x")));
        }

        Assert.Contains("图只能放在正文里", Wrong(stream.ToArray()), StringComparison.Ordinal);
    }

    private static XDocument Load(ChartPart part)
    {
        using var stream = part.GetStream();
        return XDocument.Load(stream);
    }
}
