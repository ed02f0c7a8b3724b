using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>
/// Styles of what the product writes into a document. A template may define any of them (by name) to its own taste; those it
/// does not are added. Figures look like the text around them: a report is printed on paper.
/// </summary>
internal sealed class ReportStyles
{
    private readonly Dictionary<string, string> _ids = [];

    private ReportStyles()
    {
    }

    /// <summary>Of a figure.</summary>
    public string Figure => _ids["Figure"];

    /// <summary>Of a figure that changed since the last printing.</summary>
    public string Changed => _ids["Figure Changed"];

    /// <summary>Of a figure that is missing.</summary>
    public string Missing => _ids["Figure Missing"];

    /// <summary>Of the text in the tables the product makes.</summary>
    public string Cell => _ids["Report Table"];

    public static ReportStyles Of(MainDocumentPart main)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>();
        var styles = part.Styles ??= new Styles();
        var found = new ReportStyles();
        foreach (var (name, make) in Makers)
        {
            var style = styles.Elements<Style>().FirstOrDefault(s => string.Equals(s.StyleName?.Val?.Value, name, StringComparison.OrdinalIgnoreCase) && s.StyleId is not null)
                ?? styles.AppendChild(make(Free(styles, name.Replace(" ", "", StringComparison.Ordinal))));
            found._ids[name] = style.StyleId!.Value!;
        }

        return found;
    }

    private static readonly (string Name, Func<string, Style> Make)[] Makers =
    [
        ("Figure", id => Character(id, "Figure")),
        ("Figure Changed", id => Character(
            id, "Figure Changed", new Underline { Val = UnderlineValues.Wave }, new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "FFF2CC" })),
        ("Figure Missing", id => Character(
            id, "Figure Missing", new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "D9D9D9" })),
        ("Report Table", id => new Style(
            new StyleName { Val = "Report Table" },
            new PrimaryStyle(),
            new StyleParagraphProperties(
                new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto },
                new Indentation { FirstLine = "0", FirstLineChars = 0 },
                new Justification { Val = JustificationValues.Left }),
            new StyleRunProperties(
                new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "宋体" },
                new FontSize { Val = "15" },
                new FontSizeComplexScript { Val = "15" }))
        {
            Type = StyleValues.Paragraph, StyleId = id, CustomStyle = true,
        }),
    ];

    private static Style Character(string id, string name, params OpenXmlElement[] look)
    {
        var style = new Style(new StyleName { Val = name }, new PrimaryStyle()) { Type = StyleValues.Character, StyleId = id, CustomStyle = true };
        if (look.Length > 0)
        {
            style.Append(new StyleRunProperties(look));
        }

        return style;
    }

    private static string Free(Styles styles, string wanted)
    {
        var taken = styles.Elements<Style>().Select(s => s.StyleId?.Value).ToHashSet();
        var id = wanted;
        for (var n = 2; taken.Contains(id); n++)
        {
            id = $"{wanted}{n}";
        }

        return id;
    }
}
