using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Xueheng.Census;

namespace Xueheng.Tests.Workbooks;

public sealed class CensusTemplateTests
{
    private static readonly CodeTables Codes = CodeTables.Load(Path.Combine(Repository.Root, "packs"), null);

    private static readonly byte[] File = Template();

    [Fact]
    public void The_template_has_the_instructions_then_every_sheet_then_the_codes()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(File), false);
        var visible = document.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Where(s => s.State is null).Select(s => s.Name!.Value!);

        Assert.Equal([CensusTemplate.Instructions, .. SheetLayout.All.Select(s => s.Name), CensusTemplate.Codes], visible);
    }

    [Fact]
    public void The_validator_has_nothing_to_say_about_the_template()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(File), false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
    }

    [Fact]
    public void Every_heading_of_the_template_is_found_again_in_the_layout()
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(File));
        var found = new List<string>();
        do
        {
            if (SheetLayout.Find(reader.Name) is { } sheet)
            {
                found.Add(reader.Name);
                Assert.True(reader.Read());
                Assert.Equal(sheet.Columns, Enumerable.Range(0, reader.FieldCount).Select(i => sheet.Find(reader.GetString(i))!));
                Assert.False(reader.Read());
            }
        }
        while (reader.NextResult());

        Assert.Equal(SheetLayout.All.Select(s => s.Name), found);
    }

    [Fact]
    public void Every_choice_of_a_drop_down_is_read_back_as_its_own_entry()
    {
        foreach (var column in SheetLayout.All.SelectMany(s => s.Columns).Where(c => c.Table is not null))
        {
            var table = Codes[column.Table!];
            Assert.All(table.Entries, entry => Assert.Same(entry, table.Read(entry.Name)));
        }
    }

    [Fact]
    public void Columns_of_identifiers_are_text_down_to_the_last_row()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(File), false);
        var workbook = document.WorkbookPart!;
        var formats = workbook.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        foreach (var sheet in SheetLayout.All)
        {
            var id = workbook.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(s => s.Name == sheet.Name).Id!.Value!;
            var columns = ((WorksheetPart)workbook.GetPartById(id)).Worksheet!.GetFirstChild<Columns>()!.Elements<Column>().ToList();
            for (var i = 0; i < sheet.Columns.Count; i++)
            {
                if (sheet.Columns[i].Kind == ColumnKind.Identifier)
                {
                    Assert.Equal(49U, formats[(int)columns[i].Style!.Value].NumberFormatId!.Value);
                }
            }
        }
    }

    [Fact]
    public void Examples_fit_the_columns_and_their_identifiers_are_valid()
    {
        foreach (var sheet in SheetLayout.All)
        {
            var rows = TemplateExamples.Of(sheet.Kind);
            Assert.Equal(2, rows.Length);
            foreach (var row in rows)
            {
                Assert.Equal(sheet.Columns.Count, row.Length);
                foreach (var (column, value) in sheet.Columns.Zip(row).Where(p => p.Second.Length > 0))
                {
                    Assert.True(Fits(column, value), $"{sheet.Name} {column.Heading} {value}");
                }
            }
        }
    }

    private static bool Fits(SheetColumn column, string value) => column switch
    {
        { Identifier: IdentifierKind.School } => SchoolCode.Parse(value) is not null,
        { Identifier: IdentifierKind.Identity } => IdentityNumber.Parse(value) is not null,
        { Identifier: IdentifierKind.Pupil } => PupilNumber.Parse(value) is not null,
        { Kind: ColumnKind.Code } => Codes[column.Table!].Read(value) is not null,
        { Kind: ColumnKind.YesNo } => value is "是" or "否",
        { Kind: ColumnKind.Number or ColumnKind.WholeNumber } => double.TryParse(value, out _),
        { Kind: ColumnKind.Date } => DateOnly.TryParse(value, out _),
        _ => true,
    };

    private static byte[] Template()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var output = new MemoryStream();
        CensusTemplate.Write(output, Codes);
        return output.ToArray();
    }
}
