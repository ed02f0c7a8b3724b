using System.IO.Compression;
using System.Xml;

namespace Xueheng.Reports.Word;

/// <summary>
/// Looks a template over before anything else reads it: size, what it unpacks to, how deep its XML nests, and that it
/// carries nothing that runs or that fetches from elsewhere when opened.
/// </summary>
internal static class TemplateGuard
{
    private const long LargestContent = 200L * 1024 * 1024;

    private const long LargestXml = 50L * 1024 * 1024;

    private const int MostEntries = 2000;

    private const int DeepestXml = 200;

    private static readonly byte[] OldFormat = [0xD0, 0xCF, 0x11, 0xE0];

    private static readonly string[] ActiveNames = ["vbaproject", "vbadata", "activex", "oleobject"];

    private static readonly string[] ActiveEndings = [".exe", ".dll", ".js", ".vbs", ".bat", ".ps1"];

    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestXml };

    /// <summary>Why the bytes cannot be a template, or null.</summary>
    public static Failure? Check(string name, byte[] bytes)
    {
        if (bytes.Length > PrintCommand.LargestTemplate)
        {
            return TooLarge(name);
        }

        if (bytes.AsSpan().StartsWith(OldFormat))
        {
            return new Failure("XH3012", $"模板“{name}”是旧版 .doc 或者加了密码，请在 Word 里另存为不带密码的 .docx");
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return Check(name, zip);
        }
        catch (InvalidDataException)
        {
            return new Failure("XH3013", $"“{name}”不是 Word 文档（.docx），或者文件已损坏，请重新选择模板");
        }
    }

    public static Failure TooLarge(string name) => new("XH3011", $"模板“{name}”超过 {PrintCommand.LargestTemplate / 1024 / 1024} MB，请去掉大图片");

    private static Failure? Check(string name, ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
        {
            return Bomb(name);
        }

        if (!zip.Entries.Any(e => e.FullName == "[Content_Types].xml") || !zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
        {
            return new Failure("XH3013", $"“{name}”不是 Word 文档（.docx），请重新选择模板");
        }

        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            if (IsActive(entry.FullName))
            {
                return new Failure("XH3015", $"模板“{name}”里有宏或嵌入的程序（{entry.FullName}），不能使用，请另存为不带宏的 .docx");
            }

            var (size, wrong) = IsXml(entry) ? ReadXml(name, entry) : (Unpack(entry, LargestContent - total), null);
            total += size;
            if (wrong is not null)
            {
                return wrong;
            }

            if (total > LargestContent)
            {
                return Bomb(name);
            }
        }

        return null;
    }

    private static bool IsActive(string name) =>
        ActiveNames.Any(a => name.Contains(a, StringComparison.OrdinalIgnoreCase)) || ActiveEndings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>Sizes in the directory of a zip may lie: this counts what really comes out, and stops.</summary>
    private static long Unpack(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        var buffer = new byte[81920];
        var size = 0L;
        int read;
        while (size <= most && (read = stream.Read(buffer)) > 0)
        {
            size += read;
        }

        return size;
    }

    private static (long Size, Failure? Wrong) ReadXml(string name, ZipArchiveEntry entry)
    {
        var size = Unpack(entry, LargestXml);
        if (size > LargestXml)
        {
            return (size, Bomb(name));
        }

        try
        {
            using var stream = entry.Open();
            using var xml = XmlReader.Create(stream, Xml);
            while (xml.Read())
            {
                if (xml.Depth > DeepestXml)
                {
                    return (size, new Failure("XH3014", $"模板“{name}”的 {entry.FullName} 嵌套过深，不是正常的 Word 文档"));
                }

                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && Fetches(xml))
                {
                    return (size, new Failure("XH3016", $"模板“{name}”引用了文档以外的内容（{xml.GetAttribute("Target")}），打开时会从外面读取，不能使用，请改为嵌入"));
                }

                if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true)
                {
                    return (size, new Failure("XH3015", $"模板“{name}”是带宏的文档，不能使用，请另存为不带宏的 .docx"));
                }
            }
        }
        catch (XmlException e)
        {
            return (size, new Failure("XH3014", $"模板“{name}”的 {entry.FullName} 第 {e.LineNumber} 行不是有效的 XML，请在 Word 里打开后重新保存"));
        }

        return (size, null);
    }

    /// <summary>A link waits to be clicked; anything else outside is fetched when the document is opened.</summary>
    private static bool Fetches(XmlReader relationship) =>
        string.Equals(relationship.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
        && relationship.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true;

    private static Failure Bomb(string name) =>
        new("XH3014", $"模板“{name}”解开后超过 {LargestContent / 1024 / 1024} MB，不是正常的 Word 文档");
}
