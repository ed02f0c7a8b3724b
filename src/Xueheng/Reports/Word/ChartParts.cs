using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Reports.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>Puts charts into the body: a part for the drawing, a workbook inside it, and the place in a line of text.</summary>
internal sealed class ChartParts(MainDocumentPart main)
{
    private const decimal EmuPerCentimetre = 360000;

    /// <param name="page">Id of the relationship to the page the chart links to.</param>
    public Run Add(ChartData data, ChartSize size, string page)
    {
        var part = main.AddNewPart<ChartPart>();
        var workbook = part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx);
        using (var content = new MemoryStream(ChartWorkbook.Write(data)))
        {
            workbook.FeedData(content);
        }

        using (var stream = part.GetStream(FileMode.Create))
        {
            ChartXml.Write(data, part.GetIdOfPart(workbook)).Save(stream);
        }

        return new Run(new Drawing(Inline(data, size, main.GetIdOfPart(part), page)));
    }

    private static Wp.Inline Inline(ChartData data, ChartSize size, string chart, string page) => new(
        new Wp.Extent { Cx = Emu(size.Width), Cy = Emu(size.Height) },
        new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
        new Wp.DocProperties(new A.HyperlinkOnClick { Id = page }) { Id = 1, Name = XmlText.Clean(data.Title), Description = Describe(data) },
        new Wp.NonVisualGraphicFrameDrawingProperties(),
        new A.Graphic(new A.GraphicData(new C.ChartReference { Id = chart }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
    {
        DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
    };

    private static long Emu(decimal centimetres) => (long)(centimetres * EmuPerCentimetre);

    /// <summary>For those who cannot see it.</summary>
    private static string Describe(ChartData data) =>
        XmlText.Clean($"{data.Title}：{string.Join('、', data.Series.Select(s => $"{s.Name}{s.Values.Count(v => v is not null).ToString(CultureInfo.InvariantCulture)}项"))}");
}
