using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Reports;
using Xueheng.Reports.Word;

namespace Xueheng.Tests.Reports;

/// <summary>Makes small templates, prints them and reads what came out.</summary>
internal static class Docx
{
    public static byte[] Of(params OpenXmlElement[] body)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(body));
        }

        return stream.ToArray();
    }

    /// <summary>A paragraph of one run for each text, as Word splits what was typed.</summary>
    public static Paragraph P(params string[] runs) => new([.. runs.Select(Run)]);

    public static Table Rows(params string[][] rows) => new(
    [
        new TableProperties(new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" }),
        new TableGrid([.. rows[0].Select(_ => new GridColumn())]),
        .. rows.Select(r => new TableRow(r.Select(c => new TableCell(P(c))))),
    ]);

    public static OpenXmlElement Run(string text) => new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    public static WordTemplate Template(params OpenXmlElement[] body) => Read(Of(body));

    public static WordTemplate Read(byte[] bytes)
    {
        var read = WordTemplate.Read("t.docx", bytes);
        Assert.True(read.Succeeded, read.Failure?.ToString());
        Assert.Null(read.Value.Check(SampleReport.Subject().Packs, out _));
        return read.Value;
    }

    /// <summary>Everything wrong with a template, as one sentence.</summary>
    public static string Wrong(params OpenXmlElement[] body) => Wrong(Of(body));

    public static string Wrong(byte[] bytes) => WordTemplate.Read("t.docx", bytes).Value.Check(SampleReport.Subject().Packs, out _)?.ToString() ?? "";

    public static MadeReport Print(params OpenXmlElement[] body) => Print(Template(body));

    public static MadeReport Print(WordTemplate template, int revision = 1, FormerPrint? former = null, IReadOnlyDictionary<(string, string), decimal?>? values = null)
    {
        var made = ReportMaker.Make(template, SampleReport.Subject(revision, values), former, SampleReport.Site, SampleReport.Now);
        Assert.True(made.Succeeded, made.Failure?.ToString());
        AssertValid(made.Value.Document);
        return made.Value;
    }

    /// <summary>The text of the body's paragraphs outside and inside tables, without the annex.</summary>
    public static List<string> Lines(MadeReport report)
    {
        using var document = Open(report.Document);
        return [.. document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText).TakeWhile(t => t != "附件 数据来源")];
    }

    public static string Text(MadeReport report) => string.Join("\n", Lines(report));

    public static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    public static void AssertValid(byte[] bytes)
    {
        using var document = Open(bytes);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Take(5).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
    }
}
