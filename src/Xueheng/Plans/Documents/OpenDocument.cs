using Xueheng.Engines.Text;

namespace Xueheng.Plans.Documents;

/// <summary>Opens a document by what is in it, not by what it is called: text in UTF-8, UTF-16 or GB18030, a page of HTML, a .docx.</summary>
public static class OpenDocument
{
    /// <returns>Failures: XH5001 no file, XH5002 no document, XH5003 too large, XH5004 no text in it, XH5005 damaged, XH5006 unpacks to too much.</returns>
    public static async Task<Outcome<OpenedDocument>> FileAsync(string path, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (Directory.Exists(path) || !File.Exists(path))
            {
                return new Failure("XH5001", $"没有文件“{path}”，请核对路径");
            }

            if (new FileInfo(path).Length > DocumentLimits.FileBytes)
            {
                return TooLarge(name);
            }

            return Bytes(name, await File.ReadAllBytesAsync(path, cancellation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Failure("XH5001", $"打不开文件“{path}”，请核对路径和权限");
        }
    }

    /// <inheritdoc cref="FileAsync"/>
    public static Outcome<OpenedDocument> Bytes(string name, byte[] content)
    {
        if (content.Length > DocumentLimits.FileBytes)
        {
            return TooLarge(name);
        }

        return content switch
        {
            [] => Empty(name),
            [(byte)'P', (byte)'K', 3, 4, ..] => WordText.Read(name, content),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => new Failure("XH5002", $"文件“{name}”是旧格式或加了密码的文档，请用文字处理软件另存为 .docx 后再读"),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new Failure("XH5002", $"文件“{name}”是 PDF，请转成 .docx 或复制文字存为 .txt 后再读"),
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => new Failure("XH5002", $"文件“{name}”是 RTF，请另存为 .docx 后再读"),
            _ => Plain(name, content),
        };
    }

    private static Outcome<OpenedDocument> Plain(string name, byte[] content)
    {
        if (TextEncoding.Decode(content) is not { } text)
        {
            return new Failure("XH5002", $"文件“{name}”不是文字（也不是 UTF-8、UTF-16 或 GB18030 编码），请存为 .txt、.html 或 .docx 后再读");
        }

        var page = HtmlText.Is(name, text);
        if (text.Length > (page ? DocumentLimits.Characters * 5 : DocumentLimits.Characters))
        {
            return TooLong(name, text.Length);
        }

        return Checked(new OpenedDocument(name, text, page ? HtmlText.Visible(text) : MappedText.Of(text)));
    }

    internal static Outcome<OpenedDocument> Checked(OpenedDocument opened) =>
        opened.Visible.Span.IsWhiteSpace() ? Empty(opened.FileName)
        : opened.Visible.Length > DocumentLimits.Characters ? TooLong(opened.FileName, opened.Visible.Length)
        : opened;

    private static Failure Empty(string name) => new("XH5004", $"文件“{name}”里没有文字，请换一个文件");

    internal static Failure TooLarge(string name) => new("XH5003", $"文件“{name}”超过 {DocumentLimits.FileBytes >> 20} MB 的上限，请只留下正文，或拆成几个文件");

    private static Failure TooLong(string name, int length) =>
        new("XH5003", $"文件“{name}”有 {length / 10_000} 万字，超过 {DocumentLimits.Characters / 10_000} 万字的上限，请只留下正文，或拆成几个文件");
}
