using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>Copies elements, leaving out of repeated copies what a document may hold only once: bookmarks, comment anchors, paragraph ids.</summary>
internal static class OnceOnly
{
    /// <summary>Old drawings, which Word keeps beside the new ones; their shapes are numbered too.</summary>
    private const string Vml = "urn:schemas-microsoft-com:vml";

    public static IEnumerable<OpenXmlElement> Clone(OpenXmlElement element, int repeat)
    {
        if (repeat > 0 && IsOnceOnly(element))
        {
            return [];
        }

        var clone = element.CloneNode(true);
        if (repeat > 0)
        {
            foreach (var single in clone.Descendants().Where(IsOnceOnly).ToList())
            {
                single.Remove();
            }

            foreach (var numbered in clone.Descendants().Prepend(clone))
            {
                Unnumber(numbered);
            }
        }

        return [clone];
    }

    public static OpenXmlElement Shell(OpenXmlElement shell, int repeat)
    {
        var clone = shell.CloneNode(false);
        if (repeat > 0)
        {
            Unnumber(clone);
        }

        return clone;
    }

    private static bool IsOnceOnly(OpenXmlElement element) =>
        element is BookmarkStart or BookmarkEnd or CommentRangeStart or CommentRangeEnd or CommentReference;

    private static void Unnumber(OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph paragraph:
                (paragraph.ParagraphId, paragraph.TextId) = (null, null);
                break;
            case TableRow row:
                (row.ParagraphId, row.TextId) = (null, null);
                break;
            case { NamespaceUri: Vml }:
                element.RemoveAttribute("id", "");
                break;
            default:
                break;
        }
    }
}
