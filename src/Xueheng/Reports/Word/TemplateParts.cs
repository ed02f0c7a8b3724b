using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Xueheng.Reports.Word;

/// <summary>The parts of a document where fields may stand, with what people call them.</summary>
internal static class TemplateParts
{
    public const string Body = "正文";

    public static IReadOnlyList<(OpenXmlPart Part, string Name)> Of(MainDocumentPart main) =>
    [
        (main, Body),
        .. main.HeaderParts.Select(p => ((OpenXmlPart)p, "页眉")),
        .. main.FooterParts.Select(p => ((OpenXmlPart)p, "页脚")),
        .. Notes(main.FootnotesPart, "脚注"),
        .. Notes(main.EndnotesPart, "尾注"),
    ];

    public static OpenXmlPartRootElement RootOf(OpenXmlPart part) =>
        part.RootElement ?? throw new InvalidOperationException($"{part.Uri} has no root element.");

    private static IEnumerable<(OpenXmlPart, string)> Notes(OpenXmlPart? part, string name) => part is null ? [] : [(part, name)];
}
