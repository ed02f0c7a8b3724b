using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

/// <summary>Documents as Word itself writes them: revision ids, extension namespaces that older readers may ignore, drawings with a fallback.</summary>
public sealed class WordMadeTemplateTests
{
    private const string Root = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
          xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
          xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
          xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"
          xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14 w15 wp14"><w:body>
        """;

    private const string Box = """
        <w:p w14:paraId="11111111" w14:textId="77777777"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
          <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="900000"/><wp:docPr id="7" name="文本框 7"/>
          <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
          <wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
          <wps:txbx><w:txbxContent><w:p w14:paraId="22222222" w14:textId="77777777"><w:r w:rsidR="00AA00AA"><w:t>{{指标 L1</w:t></w:r><w:r w:rsidR="00BB00BB"><w:t xml:space="preserve"> 小学 均值 | 0.00}}</w:t></w:r></w:p></w:txbxContent></wps:txbx>
          <wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
          <mc:Fallback><w:pict><v:shape id="文本框7" style="width:141pt;height:70pt"><v:textbox><w:txbxContent><w:p w14:paraId="33333333" w14:textId="77777777"><w:r><w:t>{{指标 L1 小学 均值 | 0.00}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
        </mc:AlternateContent></w:r></w:p>
        """;

    [Fact]
    public void What_older_readers_may_ignore_stays_declared()
    {
        var printed = Print(Read(Whole("<w:p w14:paraId=\"11111111\" w14:textId=\"77777777\" w:rsidR=\"00AA00AA\"><w:r><w:t>{{县名}}</w:t></w:r></w:p>")));

        var xml = DocumentXml(printed.Document);
        foreach (var prefix in new[] { "w14", "w15", "wp14" })
        {
            Assert.Contains($"xmlns:{prefix}=", xml, StringComparison.Ordinal);
        }

        Assert.Contains("mc:Ignorable=\"w14 w15 wp14\"", xml, StringComparison.Ordinal);
        Assert.Contains("w14:paraId=\"11111111\"", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_box_is_filled_in_its_new_form_and_in_its_old_as_one_figure()
    {
        var printed = Print(Read(Whole(Box)));

        using var document = Open(printed.Document);
        Assert.Equal(["5.18", "5.18"], document.MainDocumentPart!.Document!.Body!.Descendants<TextBoxContent>().Select(t => t.InnerText));
        Assert.Equal("5.18", Assert.Single(printed.Figures).Printed);
        Assert.Single(document.MainDocumentPart.HyperlinkRelationships);
    }

    [Fact]
    public void Ids_that_may_stand_only_once_are_not_repeated()
    {
        var paragraph = (string text) => $"<w:p w14:paraId=\"11111111\" w14:textId=\"77777777\"><w:r><w:t>{text}</w:t></w:r></w:p>";
        var printed = Print(Read(Whole(paragraph("{{#each 学段列表}}") + paragraph("{{学段名}}") + paragraph("定") + Box + paragraph("{{/each}}"))));

        using var document = Open(printed.Document);
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.Equal(["小学", "初中"], body.Elements<Paragraph>().Select(p => p.InnerText).Where(t => t is "小学" or "初中"));
        var numbered = body.Elements<Paragraph>().Select(p => p.ParagraphId?.Value).Where(id => id is not null).ToList();
        Assert.Equal(["11111111", "11111111", "11111111"], numbered);
        var drawings = body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Select(d => d.Id!.Value).ToList();
        Assert.Equal([1u, 2u], drawings);
    }

    private static byte[] Whole(string body)
    {
        using var stream = new MemoryStream();
        stream.Write(Of(P("x")));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            using var entry = zip.CreateEntry("word/document.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes(Root.Trim() + body + "</w:body></w:document>"));
        }

        return stream.ToArray();
    }

    private static string DocumentXml(byte[] document)
    {
        using var zip = new ZipArchive(new MemoryStream(document));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }
}
