using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Xueheng.Census;

/// <summary>
/// The cells of a workbook whose formula ended in an error. The reader gives such a cell as blank, and a blank would pass for
/// "not filled in"; so a workbook that has any is looked through once more for where they are.
/// </summary>
internal sealed class FaultCells
{
    /// <summary>Past this many the rest are not told apart from blanks; the import is refused long before.</summary>
    private const int Most = 100_000;

    private readonly Dictionary<string, Dictionary<(int Line, int Field), string>> _byTab = [];

    public IReadOnlyDictionary<(int Line, int Field), string>? Of(string tab) => _byTab.GetValueOrDefault(tab);

    /// <summary>Those of an .xls; null when there are none.</summary>
    public static FaultCells? FindOld(string path)
    {
        var found = new FaultCells();
        OldFaultCells.Find(path, (tab, line, field, error) =>
        {
            var key = Tidy.Whole(tab);
            var cells = found._byTab.TryGetValue(key, out var known) ? known : found._byTab[key] = [];
            if (cells.Count < Most)
            {
                cells[(line, field)] = error;
            }
        });
        return found._byTab.Count == 0 ? null : found;
    }

    public static FaultCells Find(string path)
    {
        var found = new FaultCells();
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        foreach (var sheet in document.WorkbookPart?.Workbook?.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? [])
        {
            if (sheet is { Id.Value: { } id, Name.Value: { } name } && document.WorkbookPart!.GetPartById(id) is WorksheetPart part)
            {
                using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
                using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true });
                found._byTab[Tidy.Whole(name)] = Read(xml);
            }
        }

        return found;
    }

    private static Dictionary<(int Line, int Field), string> Read(XmlReader xml)
    {
        var cells = new Dictionary<(int, int), string>();
        while (cells.Count < Most && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" } && xml.GetAttribute("t") == "e" && xml.GetAttribute("r") is { } reference)
            {
                var letters = reference.TakeWhile(char.IsAsciiLetter).Count();
                if (int.TryParse(reference.AsSpan(letters), out var line))
                {
                    cells[(line, Field(reference.AsSpan(0, letters)))] = ErrorText(xml);
                }
            }
        }

        return cells;
    }

    /// <summary>0 for A, 26 for AA.</summary>
    private static int Field(ReadOnlySpan<char> letters)
    {
        var field = 0;
        foreach (var letter in letters[..Math.Min(letters.Length, 3)])
        {
            field = (field * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return field - 1;
    }

    private static string ErrorText(XmlReader xml)
    {
        using var cell = xml.ReadSubtree();
        return cell.ReadToDescendant("v", xml.NamespaceURI) ? cell.ReadElementContentAsString() : "#VALUE!";
    }
}
