using System.IO.Compression;
using System.Xml.Linq;

namespace Xueheng.App.Tests.Pages;

/// <summary>The first sheet of an .xlsx, read straight from its XML: what is stored, not what a spreadsheet makes of it.</summary>
internal sealed record Sheet(IReadOnlyList<IReadOnlyList<(string Type, string Value)>> Rows, string Xml)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public IReadOnlyList<string> Headings => [.. Rows[0].Select(c => c.Value)];

    public static Sheet Read(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = reader.ReadToEnd();
        var rows = XDocument.Parse(xml).Descendants(Main + "row").Select(Cells).ToList();
        return new Sheet(rows, xml);
    }

    /// <summary>Cells by their column, blank ones included.</summary>
    private static IReadOnlyList<(string Type, string Value)> Cells(XElement row)
    {
        var cells = new List<(string, string)>();
        foreach (var cell in row.Elements(Main + "c"))
        {
            var column = 0;
            foreach (var letter in cell.Attribute("r")!.Value.TakeWhile(char.IsAsciiLetter))
            {
                column = (column * 26) + letter - 'A' + 1;
            }

            while (cells.Count < column - 1)
            {
                cells.Add(("", ""));
            }

            cells.Add((cell.Attribute("t")?.Value ?? "n", cell.Element(Main + "is")?.Value ?? cell.Element(Main + "v")?.Value ?? ""));
        }

        return cells;
    }
}
