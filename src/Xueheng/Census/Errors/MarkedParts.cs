using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Xueheng.Census;

/// <summary>
/// The parts of a workbook around its sheets, and the changes that a further sheet and marked styles ask of them. Only small
/// parts are read as a whole.
/// </summary>
internal sealed class MarkedParts
{
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly Dictionary<string, XDocument> _changed = [];
    private readonly ZipArchive _zip;
    private readonly string _workbook;
    private readonly XNamespace _relation;

    public MarkedParts(ZipArchive zip)
    {
        _zip = zip;
        _workbook = Target("", Document("_rels/.rels").Root!.Elements().First(r => TypeOf(r).EndsWith("/officeDocument", StringComparison.Ordinal)));
        var book = Document(_workbook);
        Main = book.Root!.Name.Namespace;
        _relation = Main.NamespaceName.Contains("purl.oclc.org", StringComparison.Ordinal)
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var relations = Document(RelationsOf(_workbook)).Root!.Elements().ToDictionary(r => (string)r.Attribute("Id")!);
        foreach (var sheet in book.Root.Element(Main + "sheets")!.Elements(Main + "sheet"))
        {
            if (relations.TryGetValue((string?)sheet.Attribute(_relation + "id") ?? "", out var relation))
            {
                Sheets[(string)sheet.Attribute("name")!] = Target(_workbook, relation);
            }
        }

        var styles = relations.Values.FirstOrDefault(r => TypeOf(r).EndsWith("/styles", StringComparison.Ordinal));
        HasStyles = styles is not null;
        StylesPart = styles is null ? Beside("xuehengStyles.xml") : Target(_workbook, styles);
        Styles = new MarkedStyles(HasStyles ? Document(StylesPart) : null, Main);
    }

    /// <summary>Namespace of the workbook's own XML.</summary>
    public XNamespace Main { get; }

    /// <summary>Path of the part by name of the tab.</summary>
    public Dictionary<string, string> Sheets { get; } = [];

    public MarkedStyles Styles { get; }

    public string StylesPart { get; }

    private bool HasStyles { get; }

    /// <summary>Adds a sheet before all others; if one of the name is there, it is the one to be written over.</summary>
    /// <returns>Path of its part.</returns>
    public string AddFirst(string name)
    {
        if (!HasStyles)
        {
            Relate("rIdXuehengStyles", "styles", StylesPart, "styles");
        }

        if (Sheets.TryGetValue(name, out var found))
        {
            return found;
        }

        var part = Beside("worksheets/xuehengFindings.xml");
        Relate("rIdXuehengFindings", "worksheet", part, "worksheet");
        var book = Changed(_workbook).Root!;
        var sheets = book.Element(Main + "sheets")!;
        var id = sheets.Elements().Max(s => (int?)s.Attribute("sheetId")) + 1 ?? 1;
        sheets.AddFirst(new XElement(Main + "sheet", new XAttribute("name", name), new XAttribute("sheetId", id), new XAttribute(_relation + "id", "rIdXuehengFindings")));

        // Places in the list of sheets moved by one.
        foreach (var place in book.Descendants(Main + "definedName").Attributes("localSheetId")
            .Concat(book.Descendants(Main + "workbookView").Attributes("firstSheet")))
        {
            place.Value = ((int)place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        foreach (var view in book.Descendants(Main + "workbookView"))
        {
            view.SetAttributeValue("activeTab", ((int?)view.Attribute("activeTab") ?? 0) + 1);
        }

        Sheets[name] = part;
        return part;
    }

    /// <summary>The new text of a part that was changed; null for one to be copied.</summary>
    public XDocument? ChangeOf(string part) => _changed.GetValueOrDefault(part);

    private void Relate(string id, string kind, string part, string contentType)
    {
        var relations = Changed(RelationsOf(_workbook)).Root!;
        var like = relations.Elements().First(r => TypeOf(r).EndsWith("/worksheet", StringComparison.Ordinal));
        relations.Add(new XElement(Relationships + "Relationship", new XAttribute("Id", id),
            new XAttribute("Type", TypeOf(like).Replace("/worksheet", "/" + kind, StringComparison.Ordinal)), new XAttribute("Target", "/" + part)));
        Changed("[Content_Types].xml").Root!.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + part),
            new XAttribute("ContentType", $"application/vnd.openxmlformats-officedocument.spreadsheetml.{contentType}+xml")));
    }

    private XDocument Changed(string part) => _changed.TryGetValue(part, out var document) ? document : _changed[part] = Document(part);

    private XDocument Document(string part)
    {
        using var stream = (_zip.GetEntry(part) ?? throw new InvalidDataException($"There is no part {part}.")).Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(xml);
    }

    private string Beside(string name) => _workbook[..(_workbook.LastIndexOf('/') + 1)] + name;

    private static string RelationsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    private static string TypeOf(XElement relation) => (string)relation.Attribute("Type")!;

    private static string Target(string from, XElement relation)
    {
        var target = new Uri(new Uri("part:///" + from), (string)relation.Attribute("Target")!);
        return Uri.UnescapeDataString(target.AbsolutePath).TrimStart('/');
    }
}
