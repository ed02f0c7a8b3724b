using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Xueheng.Workbooks;

/// <summary>The small parts around the sheets: what the package holds and how its parts hang together.</summary>
internal static class WorkbookParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string DrawingRelation = "rId1";

    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string TypePrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public sealed record Sheet(string Name, bool Hidden, bool HasNotes);

    public static void WriteContentTypes(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.WriteStartElement("Types", Types);
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml");
        Default("xml", "application/xml");
        Default("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        Override("/xl/workbook.xml", "sheet.main+xml");
        Override("/xl/styles.xml", "styles+xml");
        for (var i = 0; i < sheets.Count; i++)
        {
            Override(Invariant($"/xl/worksheets/sheet{i + 1}.xml"), "worksheet+xml");
            if (sheets[i].HasNotes)
            {
                Override(Invariant($"/xl/comments{i + 1}.xml"), "comments+xml");
            }
        }

        xml.WriteEndElement();

        void Default(string extension, string type)
        {
            xml.WriteStartElement("Default", Types);
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        void Override(string part, string type)
        {
            xml.WriteStartElement("Override", Types);
            xml.WriteAttributeString("PartName", part);
            xml.WriteAttributeString("ContentType", TypePrefix + type);
            xml.WriteEndElement();
        }
    }

    public static void WriteRelations(XmlWriter xml, IEnumerable<(string Id, string Kind, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        foreach (var (id, kind, target) in relations)
        {
            xml.WriteStartElement("Relationship", PackageRelations);
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", $"{Relations}/{kind}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    public static void WriteWorkbook(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        var workbook = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(sheets.Select((sheet, i) => new DocumentFormat.OpenXml.Spreadsheet.Sheet
            {
                Name = sheet.Name,
                SheetId = (uint)i + 1,
                Id = Invariant($"rId{i + 1}"),
                State = sheet.Hidden ? new EnumValue<SheetStateValues>(SheetStateValues.Hidden) : null,
            })));
        workbook.AddNamespaceDeclaration("r", Relations);
        workbook.WriteTo(xml);
    }

    public static IEnumerable<(string Id, string Kind, string Target)> WorkbookRelations(int sheets) =>
        Enumerable.Range(1, sheets)
            .Select(i => (Invariant($"rId{i}"), "worksheet", Invariant($"worksheets/sheet{i}.xml")))
            .Append((Invariant($"rId{sheets + 1}"), "styles", "styles.xml"));

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
