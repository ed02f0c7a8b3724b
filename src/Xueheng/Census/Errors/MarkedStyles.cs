using System.Globalization;
using System.Xml.Linq;

namespace Xueheng.Census;

/// <summary>
/// The stylesheet of a workbook that is being marked. A marked cell keeps its number format, font and borders and gets a
/// fill; each pair of old style and fill becomes one new style at the end of the list.
/// </summary>
internal sealed class MarkedStyles
{
    // A shade off the colours people pick themselves, so that old marks can be told from their fills.
    private const string ErrorColour = "FFFFC7CF";
    private const string WarningColour = "FFFFEB9D";
    private const string HeadingColour = "FFDCE6F2";

    private readonly XDocument _sheet;
    private readonly XNamespace _main;
    private readonly XElement _formats;
    private readonly Dictionary<string, int> _fills = [];
    private readonly Dictionary<(int Style, int Fill, bool Wrap), int> _numbers = [];

    public MarkedStyles(XDocument? sheet, XNamespace main)
    {
        _main = main;
        _sheet = sheet ?? new XDocument(new XElement(main + "styleSheet"));
        var root = _sheet.Root!;
        Section("fonts", new XElement(main + "font", new XElement(main + "sz", new XAttribute("val", 11)), new XElement(main + "name", new XAttribute("val", "等线"))));
        var fills = Section("fills", Fill("none"), Fill("gray125"));
        Section("borders", new XElement(main + "border"));
        Section("cellStyleXfs", new XElement(main + "xf"));
        _formats = Section("cellXfs", new XElement(main + "xf", new XAttribute("xfId", 0)));
        foreach (var colour in (string[])[ErrorColour, WarningColour, HeadingColour])
        {
            _fills[colour] = FillOf(fills, colour);
        }

        foreach (var name in (string[])["fonts", "fills", "borders", "cellStyleXfs", "cellXfs"])
        {
            // Counts are optional and would have to be kept; readers count for themselves.
            root.Element(main + name)!.Attribute("count")?.Remove();
        }
    }

    /// <summary>The style of a heading of the sheets the product adds.</summary>
    public int Heading => Number(0, _fills[HeadingColour], wrap: false);

    public int Wrapped => Number(0, null, wrap: true);

    /// <summary>The style of a cell that is marked.</summary>
    public int Marked(int style, Severity severity, bool wrap = false) =>
        Number(style, _fills[severity == Severity.Error ? ErrorColour : WarningColour], wrap);

    /// <summary>The style without a mark of ours; the same style when it has none.</summary>
    public int Unmarked(int style)
    {
        var format = _formats.Elements(_main + "xf").ElementAtOrDefault(style);
        var fill = (int?)format?.Attribute("fillId");
        return fill is { } number && (number == _fills[ErrorColour] || number == _fills[WarningColour]) ? Number(style, 0, wrap: false) : style;
    }

    public void Save(Stream stream) => _sheet.Save(stream, SaveOptions.DisableFormatting);

    private int Number(int style, int? fill, bool wrap)
    {
        if (_numbers.TryGetValue((style, fill ?? -1, wrap), out var number))
        {
            return number;
        }

        var all = _formats.Elements(_main + "xf").ToList();
        var format = new XElement(all[style < all.Count ? style : 0]);
        if (fill is { } id)
        {
            format.SetAttributeValue("fillId", id.ToString(CultureInfo.InvariantCulture));
            format.SetAttributeValue("applyFill", id == 0 ? "0" : "1");
        }

        if (wrap)
        {
            format.Element(_main + "alignment")?.Remove();
            format.AddFirst(new XElement(_main + "alignment", new XAttribute("vertical", "top"), new XAttribute("wrapText", "1")));
            format.SetAttributeValue("applyAlignment", "1");
        }

        _formats.Add(format);
        return _numbers[(style, fill ?? -1, wrap)] = all.Count;
    }

    private XElement Section(string name, params XElement[] first)
    {
        string[] order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"];
        var root = _sheet.Root!;
        if (root.Element(_main + name) is { } found)
        {
            return found;
        }

        var section = new XElement(_main + name, first);
        var before = order.TakeWhile(n => n != name).Select(n => root.Element(_main + n)).LastOrDefault(e => e is not null);
        if (before is null)
        {
            root.AddFirst(section);
        }
        else
        {
            before.AddAfterSelf(section);
        }

        return section;
    }

    private int FillOf(XElement fills, string colour)
    {
        var all = fills.Elements(_main + "fill").ToList();
        var at = all.FindIndex(f => (string?)f.Element(_main + "patternFill")?.Element(_main + "fgColor")?.Attribute("rgb") == colour);
        if (at < 0)
        {
            at = all.Count;
            fills.Add(new XElement(_main + "fill", new XElement(_main + "patternFill", new XAttribute("patternType", "solid"),
                new XElement(_main + "fgColor", new XAttribute("rgb", colour)), new XElement(_main + "bgColor", new XAttribute("indexed", 64)))));
        }

        return at;
    }

    private XElement Fill(string pattern) => new(_main + "fill", new XElement(_main + "patternFill", new XAttribute("patternType", pattern)));
}
