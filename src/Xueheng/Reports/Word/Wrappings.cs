using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>What Word puts around or between runs without anyone asking: proofing marks, tracked insertions, smart tags.</summary>
internal static class Wrappings
{
    /// <summary>Drops the marks, accepts the insertions and takes the runs out of the tags, so that a field's runs are neighbours.</summary>
    public static void Remove(OpenXmlElement root)
    {
        foreach (var mark in root.Descendants<ProofError>().ToList())
        {
            mark.Remove();
        }

        foreach (var wrapping in root.Descendants().Where(IsWrapping).Reverse().ToList())
        {
            foreach (var child in wrapping.ChildElements.Where(c => c.LocalName is not ("smartTagPr" or "customXmlPr")).ToList())
            {
                child.Remove();
                wrapping.InsertBeforeSelf(Typed(child));
            }

            wrapping.Remove();
        }
    }

    private static bool IsWrapping(OpenXmlElement element) =>
        element is InsertedRun or CustomXmlRun || element is OpenXmlUnknownElement { LocalName: "smartTag" };

    /// <summary>What stands in an element the library does not know is unknown to it as well, runs included.</summary>
    private static OpenXmlElement Typed(OpenXmlElement element) =>
        element is OpenXmlUnknownElement { LocalName: "r" } unknown ? new Run(unknown.OuterXml) : element;
}
