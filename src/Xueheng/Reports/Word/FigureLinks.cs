using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>Turns figures of one part into hyperlinks to their pages; one relationship for each page.</summary>
internal sealed class FigureLinks(OpenXmlPart part, Uri site)
{
    /// <summary>Word refuses a longer tip.</summary>
    private const int LongestTip = 250;

    private readonly Dictionary<string, string> _relationships = [];

    public OpenXmlElement Link(Figure figure, Run run) => new Hyperlink(run)
    {
        Id = RelationshipTo(figure.Page),
        Tooltip = Tip(figure),
        History = true,
    };

    /// <summary>Id of the relationship to a page of the site.</summary>
    public string RelationshipTo(string page)
    {
        if (!_relationships.TryGetValue(page, out var id))
        {
            id = part.AddHyperlinkRelationship(new Uri(site, page), true).Id;
            _relationships[page] = id;
        }

        return id;
    }

    private static string Tip(Figure figure)
    {
        var tip = XmlText.Clean($"数据{figure.Number}：{figure.Name}，{figure.Period}—{figure.Period + 1}学年，基础数据第{figure.Revision}版");
        return tip.Length <= LongestTip ? tip : tip[..LongestTip];
    }
}
