using System.Xml;

namespace Xueheng.Reports.Word;

/// <summary>Text as XML can hold it: names come from workbooks and may carry characters no document may.</summary>
internal static class XmlText
{
    public static string Clean(string text)
    {
        var whole = true;
        for (var i = 0; i < text.Length && whole; i++)
        {
            whole = XmlConvert.IsXmlChar(text[i]);
        }

        return whole ? text : string.Concat(text.EnumerateRunes()
            .Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            .Select(rune => rune.ToString()));
    }
}
