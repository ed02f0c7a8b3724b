using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Plans.Documents;

namespace Xueheng.Tests.Plans.Documents;

/// <summary>What is in a file decides how it is opened; what cannot be read ends in a sentence.</summary>
public sealed class OpenDocumentTests
{
    private const string Sentence = "今年新建学校3所。";

    static OpenDocumentTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Sentence) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sentence)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sentence)] },
        { "UTF-16 the other way round", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sentence)] },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Sentence) },
        { "GB18030", Encoding.GetEncoding("GB18030").GetBytes(Sentence) },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Text_is_read_in_whatever_encoding(string encoding, byte[] content) =>
        Assert.Equal((encoding, Sentence), (encoding, OpenDocument.Bytes("a.txt", content).Value.Text));

    [Fact]
    public void A_few_damaged_bytes_do_not_change_the_encoding()
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Sentence, 20)));
        content[60] = 0xFF;

        Assert.Contains("今年新建学校3所。今年", OpenDocument.Bytes("a.txt", content).Value.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_visible_of_a_page_knows_its_place_in_the_source()
    {
        const string page = "<!DOCTYPE html><html><head><title>x</title><script>var a='新建学校99所';</script></head><body><nav><a>首页</a></nav><p>今年新建<b>学校</b>&nbsp;3所&#12290;</p><ul><li><a href='#'>外县新建学校30所</a></li></ul><!-- 新建7所 --></body></html>";
        var opened = OpenDocument.Bytes("a.html", Encoding.UTF8.GetBytes(page)).Value;

        Assert.Equal(page, opened.Text);
        Assert.Equal("今年新建学校\u00A03所。", opened.Visible.ToString().Trim());
        var at = opened.Visible.ToString().IndexOf("学校", StringComparison.Ordinal);
        Assert.Equal("学校", opened.Visible.Original(at, at + 2).Of(page));
        Assert.Equal("&#12290;", opened.Visible.Original(at + 5, at + 6).Of(page));
    }

    [Theory]
    [InlineData("<p>新建学校3所。")]
    [InlineData("<html><nav>菜单<p>新建学校3所。")]
    [InlineData("<html><script>新建学校3所。")]
    [InlineData("<html><p a='>新建学校3所。</p>")]
    [InlineData("<html><p>新建学校3所。<!--")]
    [InlineData("<html><p>新建学校3所。</p></p></div></nav><")]
    public void A_broken_page_is_still_a_page(string page) =>
        Assert.Contains("新建学校3所", OpenDocument.Bytes("a.html", Encoding.UTF8.GetBytes(page)).Value.Visible.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_page_as_deep_as_it_likes_is_read() =>
        Assert.Contains("新建学校3所", OpenDocument.Bytes("a.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div><p>", 200_000)) + "新建学校3所。")).Value.Visible.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_document_gives_its_paragraphs()
    {
        var body = new Body(
            new Paragraph(new Run(new Text("一、扩大学位")), new DeletedRun(new Run(new DeletedText("删去的")))),
            new Paragraph(new Run(new Text("今年新建")), new Run(new RunProperties(new Bold()), new Text("学校3所。"))),
            new Table(new TableRow(new TableCell(new Paragraph(new Run(new Text("招聘教师60名。")))))));

        Assert.Equal("一、扩大学位\n今年新建学校3所。\n招聘教师60名。\n", OpenDocument.Bytes("a.docx", Word(body)).Value.Text);
    }

    public static TheoryData<string, string, byte[]> Hostile => new()
    {
        { "empty", "XH5004", [] },
        { "blank", "XH5004", Encoding.UTF8.GetBytes(" \n\t\u3000") },
        { "binary", "XH5002", [.. Enumerable.Range(0, 4000).Select(i => (byte)((i * 131) ^ (i >> 3)))] },
        { "an old document", "XH5002", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4] },
        { "a PDF", "XH5002", Encoding.ASCII.GetBytes("%PDF-1.7 ...") },
        { "a zip that ends early", "XH5005", [(byte)'P', (byte)'K', 3, 4, 1, 2, 3] },
        { "a zip of something else", "XH5002", Zip(("a.txt", "x")) },
        { "a workbook", "XH5002", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")) },
        { "a document without its main part", "XH5005", Zip(("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"), ("word/other.xml", "<a/>")) },
        { "a document that ends early", "XH5005", Word(new Body(new Paragraph(new Run(new Text(Sentence)))))[..900] },
        { "a document with an entity", "XH5005", WithMainPart("<!DOCTYPE a [<!ENTITY b 'c'>]>") },
        { "a document that is no XML", "XH5005", WithMainPart("<w:p><w:r>") },
        { "a page of nothing", "XH5004", Encoding.UTF8.GetBytes("<html><head><script>x</script></head><body><div></div></body></html>") },
        { "a file too large", "XH5003", new byte[(20 << 20) + 1] },
        { "a text too long", "XH5003", Encoding.UTF8.GetBytes(new string('学', 2_000_001)) },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void What_cannot_be_read_ends_in_a_sentence(string what, string code, byte[] content)
    {
        var failure = OpenDocument.Bytes("某文件", content).Failure;

        Assert.Equal((what, code), (what, failure?.Code));
        Assert.Contains("某文件", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var failure = OpenDocument.Bytes("a.docx", WithMainPart(new string(' ', 120 << 20))).Failure;

        Assert.Equal("XH5006", failure?.Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 900L << 20);
    }

    [Fact]
    public async Task Fifty_megabytes_end_in_a_sentence()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.txt");
        try
        {
            await using (var file = File.Create(path))
            {
                file.SetLength(50L << 20);
            }

            Assert.Equal("XH5003", (await OpenDocument.FileAsync(path, TestContext.Current.CancellationToken)).Failure?.Code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_in_a_sentence()
    {
        Assert.Equal("XH5001", (await OpenDocument.FileAsync("/没有/这个.txt", TestContext.Current.CancellationToken)).Failure?.Code);
        Assert.Equal("XH5001", (await OpenDocument.FileAsync(Path.GetTempPath(), TestContext.Current.CancellationToken)).Failure?.Code);
    }

    private static byte[] Word(Body body)
    {
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return stream.ToArray();
    }

    /// <summary>A document whose main part begins with, or is, something else.</summary>
    private static byte[] WithMainPart(string xml)
    {
        var stream = new MemoryStream();
        stream.Write(Word(new Body(new Paragraph(new Run(new Text(Sentence))))));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            using var part = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            part.Write(xml);
            part.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>");
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
