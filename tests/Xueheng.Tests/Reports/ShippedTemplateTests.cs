using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Reports;
using Xueheng.Reports.Fields;
using Xueheng.Reports.Word;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

public sealed class ShippedTemplateTests
{
    public static readonly TheoryData<string> Ids = [.. Shipped().All.Select(t => t.Id)];

    [Fact]
    public void Every_shipped_template_names_its_standard()
    {
        Assert.Equal(
            ["basic-balance-monitoring", "plan-yearly-account", "preschool-universal-self-evaluation", "quality-balance-self-evaluation"], Shipped().All.Select(t => t.Id));
        Assert.All(Shipped().All, t => Assert.Equal(t.Standard ?? "quality-balance-2017", Open(t.Id).Standard));
        Assert.Empty(Shipped().Refused);
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_template_has_no_mistake_and_is_a_valid_document(string id)
    {
        var standard = SampleReport.Packs.FindStandard(Open(id).Standard!)!;
        Assert.Null(Open(id).Check(new ReportPacks(standard, SampleReport.Packs.Facts, SampleReport.Packs.Codes), out _)?.Message);
        AssertValid(File.ReadAllBytes(Shipped().Find(id)!.File));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_clerk_finds_every_field_whole_in_one_run_under_a_named_style(string id)
    {
        using var document = WordprocessingDocument.Open(Shipped().Find(id)!.File, isEditable: false);
        var main = document.MainDocumentPart!;
        var styles = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value).ToHashSet();
        Assert.All(main.Document!.Body!.Descendants<Text>(), t => Assert.Equal(t.Text.Split("{{").Length, t.Text.Split("}}").Length));
        Assert.All(main.Document.Body.Descendants<Paragraph>(), p => Assert.True(p.ParagraphProperties?.ParagraphStyleId is { } style && styles.Contains(style.Val!.Value), p.InnerText));
    }

    [Fact]
    public void The_self_evaluation_covers_the_whole_standard()
    {
        var report = Print(Open("quality-balance-self-evaluation"));

        var standard = SampleReport.Standard;
        var printed = report.Figures.Select(f => f.Indicator).ToHashSet();
        Assert.All(standard.Indicators.Select(i => i.Id).Concat(standard.CountyIndicators.Select(c => c.Id)), id => Assert.Contains(id, printed));
        foreach (var (indicator, stage) in standard.Indicators.SelectMany(i => i.Thresholds.Keys.Select(s => (i.Id, s))))
        {
            var figures = report.Figures.Where(f => f.Indicator == indicator && f.Stage == stage).ToList();
            Assert.All(["mean", "threshold", "meets", "cv", "cv-limit", "cv-verdict", "chart"], what => Assert.Contains(figures, f => f.Key.EndsWith($" {what}", StringComparison.Ordinal)));
            Assert.Equal(
                SampleReport.Subject().SchoolsOf(stage).Count,
                figures.Where(f => f.Key.EndsWith(" value", StringComparison.Ordinal)).Select(f => f.School).Distinct().Count());
        }

        Assert.All(standard.CountyIndicators, c => Assert.Contains(report.Figures, f => f.Key == $"county {c.Id} verdict"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_template_prints_from_a_county_that_lacks_almost_everything(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await new CountyBuilder().School("2199000001", "青禾小学").Declare("2199000001", Census.Stage.Primary, 300).PublishAsync(database);
        await using var services = PrintReportTests.Services(database);
        foreach (var template in Shipped().All)
        {
            var printed = await PrintReportTests.PrintAsync(services, template.Id);
            Assert.True(printed.Succeeded, printed.Failure?.ToString());
            AssertValid(printed.Value.Document);
            // Without a plan there is nothing to account for, so nothing is missing.
            Assert.Equal(template.Id == "plan-yearly-account", printed.Value.Missing.Count == 0);
            Assert.DoesNotContain(printed.Value.Figures, f => f.Printed.Length == 0);
        }
    }

    [Fact]
    public void A_template_of_the_bureau_stands_in_front_and_a_broken_one_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("xueheng-packs-");
        try
        {
            Write(folder, "quality-balance-self-evaluation", "id: quality-balance-self-evaluation\nname: 本县自评报告\nenglish: Ours\ndescription: 本县\n", Of(P("{{县名}}")));
            Write(folder, "no-document", "id: no-document\nname: 甲\nenglish: A\ndescription: 乙\n", null);
            Write(folder, "misspelt", "id: misspelt\nname: 甲\nenglish: A\ndescription: 乙\nstandart: x\n", Of(P("{{县名}}")));
            var templates = ReportTemplates.Load(Path.Combine(AppContext.BaseDirectory, "packs"), folder.FullName);

            Assert.Equal("本县自评报告", templates.Find("quality-balance-self-evaluation")!.Name);
            Assert.False(templates.Find("quality-balance-self-evaluation")!.Shipped);
            Assert.Equal(4, templates.All.Count);
            Assert.Contains(templates.Refused, r => r.Contains("template.docx", StringComparison.Ordinal));
            Assert.Contains(templates.Refused, r => r.Contains("不认识 standart", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static ReportTemplates Shipped() => ReportTemplates.Load(Path.Combine(AppContext.BaseDirectory, "packs"), null);

    private static WordTemplate Open(string id) => WordTemplate.Read(id, File.ReadAllBytes(Shipped().Find(id)!.File)).Value;

    private static void Write(DirectoryInfo folder, string id, string yaml, byte[]? document)
    {
        var pack = folder.CreateSubdirectory("reports").CreateSubdirectory(id);
        File.WriteAllText(Path.Combine(pack.FullName, "pack.yaml"), yaml);
        if (document is not null)
        {
            File.WriteAllBytes(Path.Combine(pack.FullName, "template.docx"), document);
        }
    }
}
