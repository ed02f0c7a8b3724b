using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Xueheng.Workbooks;

/// <summary>How a cell looks: the key under which a style is kept once.</summary>
internal readonly record struct CellStyle(string Format, CellLook Look, bool Wrap, bool Quoted);

internal enum CellLook
{
    Plain = 0,
    Wrong = 1,
    Doubtful = 2,
    Bold = 3,
    Quiet = 4,
    Heading = 5,
    RequiredHeading = 6,
    Title = 7,
}

/// <summary>Gives each style its number as it is first used, and writes them all as the workbook's stylesheet at the end.</summary>
internal sealed class CellStyles
{
    public const string General = "General";
    public const string Text = "@";
    public const string Day = "yyyy-mm-dd";

    private const uint FirstOwnFormat = 164;

    private readonly Dictionary<CellStyle, uint> _numbers = new() { [new CellStyle(General, CellLook.Plain, false, false)] = 0 };

    public uint Number(CellStyle style)
    {
        if (!_numbers.TryGetValue(style, out var number))
        {
            number = (uint)_numbers.Count;
            _numbers.Add(style, number);
        }

        return number;
    }

    public Stylesheet ToStylesheet()
    {
        var styles = _numbers.OrderBy(s => s.Value).Select(s => s.Key).ToList();
        var own = styles.Select(s => s.Format).Where(f => f is not (General or Text)).Distinct().ToList();
        var sheet = new Stylesheet();
        if (own.Count > 0)
        {
            sheet.Append(new NumberingFormats(own.Select((format, i) =>
                new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = format })));
        }

        sheet.Append(
            new Fonts(Enum.GetValues<CellLook>().Select(FontOf)),
            new Fills(Fills().ToList()),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(new Color { Rgb = "FF8EA9C1" }) { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(styles.Select(style => FormatOf(style, own))),
            new DocumentFormat.OpenXml.Spreadsheet.CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
        return sheet;
    }

    private static CellFormat FormatOf(CellStyle style, List<string> own) => new()
    {
        NumberFormatId = style.Format switch
        {
            General => 0,
            Text => 49,
            _ => FirstOwnFormat + (uint)own.IndexOf(style.Format),
        },
        FontId = (uint)style.Look,
        FillId = FillId(style.Look),
        BorderId = style.Look is CellLook.Heading or CellLook.RequiredHeading ? 1U : 0U,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyAlignment = true,
        QuotePrefix = style.Quoted ? true : null,
        Alignment = new Alignment
        {
            Vertical = style.Wrap ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
            WrapText = style.Wrap ? true : null,
        },
    };

    private static Font FontOf(CellLook look)
    {
        var font = new Font();
        if (look is CellLook.Bold or CellLook.Heading or CellLook.RequiredHeading or CellLook.Title)
        {
            font.Append(new Bold());
        }

        font.Append(
            new FontSize { Val = look == CellLook.Title ? 14 : 11 },
            new Color
            {
                Rgb = look switch
                {
                    CellLook.RequiredHeading => "FF9C0006",
                    CellLook.Wrong => "FF9C0006",
                    CellLook.Quiet => "FF6B6B6B",
                    _ => "FF000000",
                },
            },
            new FontName { Val = "等线" },
            new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static uint FillId(CellLook look) => look switch
    {
        CellLook.Heading => 2,
        CellLook.RequiredHeading => 3,
        CellLook.Wrong => 4,
        CellLook.Doubtful => 5,
        _ => 0,
    };

    private static IEnumerable<Fill> Fills()
    {
        yield return new Fill(new PatternFill { PatternType = PatternValues.None });
        yield return new Fill(new PatternFill { PatternType = PatternValues.Gray125 });
        foreach (var rgb in (HexBinaryValue[])["FFDCE6F1", "FFFCE4D6", "FFFFC7CE", "FFFFEB9C"])
        {
            yield return new Fill(new PatternFill(new ForegroundColor { Rgb = rgb }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });
        }
    }
}
