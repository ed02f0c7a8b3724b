using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Xueheng.Census;
using Xueheng.Engines.Text;

namespace Xueheng.Plans.Documents;

/// <summary>The paragraphs of a .docx, parted by LF; deleted text, footnotes, headers and what a text box says a second time are left out.</summary>
internal static class WordText
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const long SmallPart = 8 << 20;

    public static Outcome<OpenedDocument> Read(string name, byte[] content)
    {
        try
        {
            using (var zip = new MemoryStream(content, writable: false))
            {
                if (Refused(name, ZipDirectory.Read(zip, DocumentLimits.Parts)) is { } refused)
                {
                    return refused;
                }
            }

            using var stream = new MemoryStream(content, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            if (document.MainDocumentPart is not { } main)
            {
                return Damaged(name);
            }

            using var part = main.GetStream(FileMode.Open, FileAccess.Read);
            var text = Paragraphs(part);
            return text is null ? Bomb(name) : OpenDocument.Checked(new OpenedDocument(name, text, MappedText.Of(text)));
        }
        catch (XmlException e) when (e.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal))
        {
            return Bomb(name);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or OpenXmlPackageException or IOException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or UriFormatException or KeyNotFoundException or IndexOutOfRangeException or OverflowException)
        {
            return Damaged(name);
        }
    }

    private static Failure? Refused(string name, List<(string Name, long Packed, long Unpacked)> parts)
    {
        if (parts.TrueForAll(p => p.Name is not "[Content_Types].xml") || !parts.Exists(p => p.Name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
        {
            return new Failure("XH5002", $"文件“{name}”不是 .docx 文档，请用文字处理软件另存为 .docx 后再读");
        }

        return parts.Count > DocumentLimits.Parts || parts.Sum(p => p.Unpacked) > DocumentLimits.UnpackedBytes || parts.Exists(p => p.Unpacked > SmallPart && p.Unpacked > p.Packed * DocumentLimits.Ratio)
            ? Bomb(name)
            : null;
    }

    /// <summary>Null when the text is longer than is read.</summary>
    private static string? Paragraphs(Stream part)
    {
        var text = new StringBuilder();
        using var reader = XmlReader.Create(part, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            MaxCharactersInDocument = DocumentLimits.MainPartCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
        var inText = false;
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "Fallback" or "del" or "moveFrom" && reader.NodeType == XmlNodeType.Element)
            {
                reader.Skip();
                continue;
            }

            var word = reader.NamespaceURI is Word or StrictWord;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when word:
                    inText = reader.LocalName == "t" && !reader.IsEmptyElement;
                    text.Append(reader.LocalName switch { "tab" => "\t", "br" or "cr" => "\n", "noBreakHyphen" => "-", "p" when reader.IsEmptyElement => "\n", _ => "" });
                    break;
                case XmlNodeType.EndElement when word:
                    inText = false;
                    text.Append(reader.LocalName == "p" ? "\n" : "");
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inText:
                    text.Append(reader.Value);
                    break;
                default:
                    break;
            }

            if (text.Length > DocumentLimits.Characters)
            {
                return null;
            }

            reader.Read();
        }

        return text.ToString();
    }

    private static Failure Damaged(string name) => new("XH5005", $"文件“{name}”已损坏，读不出文字，请用文字处理软件打开并另存为新的 .docx 后再读");

    private static Failure Bomb(string name) => new("XH5006", $"文件“{name}”解压后大得不正常，没有打开；请用文字处理软件另存为新的 .docx，只留下正文");
}
