using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Tests.Plans.Importing;

/// <summary>A document as an office types it in Word: a title, numbered headings, runs with formats of their own, a table, a header and a comment.</summary>
internal static class WordPlan
{
    /// <param name="text">Title, lead, then a heading and its paragraph by turns, as <c>xinyi.txt</c> begins; a source with its day last.</param>
    /// <param name="inTable">Headings whose paragraph stands in a table, a sentence a row.</param>
    public static byte[] Of(string text, params string[] inTable)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var body = new Body(Paragraph(lines[0], "Title"));
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("聚焦", StringComparison.Ordinal) && !lines[i].Contains('。', StringComparison.Ordinal))
            {
                body.Append(Paragraph(lines[i], "Heading1", numbered: true));
            }
            else if (inTable.Contains(lines[i - 1]))
            {
                body.Append(Rows(lines[i]));
            }
            else
            {
                body.Append(Paragraph(lines[i], null));
            }
        }

        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(body);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.ChineseCounting }, new LevelText { Val = "%1、" }) { LevelIndex = 0 }) { AbstractNumberId = 1 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "heading 1" }) { Type = StyleValues.Paragraph, StyleId = "Heading1" }, new Style(new StyleName { Val = "Title" }) { Type = StyleValues.Paragraph, StyleId = "Title" });
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(new Paragraph(new Run(new Text("内部资料 今年新建学校99所"))));
            body.Append(new SectionProperties(new HeaderReference { Id = main.GetIdOfPart(header), Type = HeaderFooterValues.Default }));
        }

        return stream.ToArray();
    }

    private static Paragraph Paragraph(string text, string? style, bool numbered = false)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.Append(new ParagraphStyleId { Val = style });
        }

        if (numbered)
        {
            properties.Append(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }));
        }

        var paragraph = new Paragraph(properties);
        paragraph.Append(Runs(text));
        return paragraph;
    }

    /// <summary>Word parts a line where somebody once changed it: here after every ninth character, in the middle of figures too.</summary>
    private static IEnumerable<OpenXmlElement> Runs(string text) => text.Chunk(9).Select(part => new Run(
        new RunProperties(new RunFonts { EastAsia = "仿宋_GB2312" }), new Text(new string(part)) { Space = SpaceProcessingModeValues.Preserve }));

    private static Table Rows(string paragraph)
    {
        var table = new Table(new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }));
        var sentence = new StringBuilder();
        foreach (var c in paragraph)
        {
            sentence.Append(c);
            if (c == '。')
            {
                table.Append(new TableRow(new TableCell(Paragraph(sentence.ToString(), null))));
                sentence.Clear();
            }
        }

        return table;
    }
}
