using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>Puts children back into the elements around them, and keeps what comes out whole by Word's rules.</summary>
internal static class Shells
{
    /// <summary>A table left without rows goes; a cell, a header, a note left without a paragraph gets an empty one.</summary>
    public static IEnumerable<OpenXmlElement> Fill(OpenXmlElement shell, IEnumerable<OpenXmlElement> children)
    {
        foreach (var child in children)
        {
            shell.AppendChild(child);
        }

        switch (shell)
        {
            case Table when !shell.Elements<TableRow>().Any():
                return [];
            case TableCell or TextBoxContent when shell.LastChild is not Paragraph:
            case Header or Footer or Footnote or Endnote when !shell.Elements<Paragraph>().Any():
                shell.AppendChild(new Paragraph());
                break;
            default:
                break;
        }

        return [shell];
    }

    public static bool IsCell(TemplateNode node) => node is TemplateNode.Around { Shell: TableCell } or TemplateNode.Copy { Element: TableCell };
}
