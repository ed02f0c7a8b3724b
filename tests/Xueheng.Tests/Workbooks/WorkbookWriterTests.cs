using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Xueheng.Workbooks;
using Cell = Xueheng.Workbooks.Cell;

namespace Xueheng.Tests.Workbooks;

public sealed class WorkbookWriterTests
{
    private static readonly WorkbookSheet People = new("人员", [
        new WorkbookColumn("身份证号") { Required = true, Note = "十八位" },
        new WorkbookColumn("人数", ColumnType.Number) { Prompt = "填整数" },
        new WorkbookColumn("日期", ColumnType.Date),
        new WorkbookColumn("是否") { Choices = ["是", "否"], Refusal = "请选择是或否" },
    ]);

    [Fact]
    public void What_is_written_is_read_back_with_its_type()
    {
        var rows = Read(Write(People, ["11010519491231002X", 12, new DateOnly(2024, 9, 1), "是"]))["人员"];

        Assert.Equal(["身份证号", "人数", "日期", "是否"], rows[0]);
        Assert.Equal(["11010519491231002X", 12.0, new DateTime(2024, 9, 1), "是"], rows[1]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("=cmd|' /C calc'!A0")]
    public void A_text_that_looks_like_a_formula_stays_a_quoted_text(string text)
    {
        var file = Write(People, [text]);

        Assert.Equal(text, Read(file)["人员"][1][0]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var cell = document.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().First(c => c.CellReference == "A2");
        Assert.Null(cell.CellFormula);
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.True(StyleOf(document, cell).QuotePrefix!.Value);
    }

    [Fact]
    public void A_long_identifier_is_text_in_text_format()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(People, ["990101201501011234"])), false);
        var sheet = document.WorkbookPart!.WorksheetParts.First().Worksheet!;
        var cell = sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().First(c => c.CellReference == "A2");
        Assert.Equal(49U, StyleOf(document, cell).NumberFormatId!.Value);

        var column = sheet.Descendants<Column>().First();
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        Assert.Equal(49U, formats[(int)column.Style!.Value].NumberFormatId!.Value);
    }

    [Fact]
    public void Characters_XML_cannot_hold_are_dropped_and_escapes_are_kept_as_typed()
    {
        var rows = Read(Write(People, ["甲\u0001\uFFFF乙\uD800丙"], ["_x0041_"], ["<&>\"'"], ["𠮷"]))["人员"];

        Assert.Equal("甲乙丙", rows[1][0]);
        Assert.Equal("_x0041_", rows[2][0]);
        Assert.Equal("<&>\"'", rows[3][0]);
        Assert.Equal("𠮷", rows[4][0]);
    }

    [Fact]
    public void A_text_longer_than_a_cell_can_hold_is_cut()
    {
        var text = (string)Read(Write(People, [new string('长', 40_000)]))["人员"][1][0]!;

        Assert.Equal(32_767, text.Length);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_keep_every_digit_and_what_is_no_number_is_blank()
    {
        var rows = Read(Write(People, ["a", 0.1 + 0.2], ["b", double.NaN], ["c", 1e300]))["人员"];

        Assert.Equal(0.1 + 0.2, rows[1][1]);
        Assert.Null(rows[2][1]);
        Assert.Equal(1e300, rows[3][1]);
    }

    [Fact]
    public void Sheet_names_are_put_right_and_kept_apart()
    {
        var names = Read(Workbook(["a/b:c", "A_B_C", "'x'", "", "History", new string('长', 40), new string('长', 40)])).Keys;

        Assert.Equal(["a_b_c", "A_B_C (2)", "x", "Sheet", "History (2)", new string('长', 31), new string('长', 27) + " (2)"], names);
    }

    [Fact]
    public void A_valid_workbook_has_nothing_for_the_validator_to_say()
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output))
        {
            var first = workbook.Begin(People with { Preface = ["标题", "说明"], FrozenColumns = 1 });
            first.Write(new Cell[] { Cell.Text("错") with { Tone = CellTone.Wrong, Note = "这里错了\n请改" }, 1.5 });
            first.Write(Cell.Blank, Cell.Blank with { Tone = CellTone.Doubtful });
            var long40 = Enumerable.Range(1, 40).Select(i => $"第{i}个很长很长的选项").ToList();
            workbook.Begin(new WorkbookSheet("选项", [new WorkbookColumn("类别") { Choices = long40, Wrap = true }, new WorkbookColumn("另一个") { Choices = long40, Format = "0.00" }]) { Filter = false });
        }

        var file = output.ToArray();
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var sheets = Read(file);
        Assert.Equal(["人员", "选项 (2)", "选项"], sheets.Keys);
        Assert.Equal(40, sheets["选项"].Count);
        Assert.Equal(SheetStateValues.Hidden, document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Last().State!.Value);
        Assert.Contains("'选项'!$A$1:$A$40", document.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Formula1>()).Select(f => f.Text));
    }

    [Fact]
    public void Headings_and_column_notes_are_notes_of_the_workbook()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(People)), false);

        var comment = Assert.Single(document.WorkbookPart!.WorksheetParts.Single().WorksheetCommentsPart!.Comments!.Descendants<Comment>());
        Assert.Equal(("A1", "十八位"), (comment.Reference!.Value!, comment.InnerText));
    }

    [Fact]
    public void Headings_stay_in_sight_and_can_be_filtered()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(People, ["a"], ["b"])), false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;

        Assert.Equal("A1:D3", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.Equal("A2", sheet.Descendants<Pane>().Single().TopLeftCell!.Value);
    }

    [Fact]
    public void The_same_calls_give_the_same_bytes() =>
        Assert.Equal(Write(People, ["a", 1, new DateOnly(2024, 1, 2)]), Write(People, ["a", 1, new DateOnly(2024, 1, 2)]));

    [Fact]
    public void More_rows_than_a_sheet_can_have_are_refused()
    {
        using var workbook = new WorkbookWriter(Stream.Null);
        var sheet = workbook.Begin(new WorkbookSheet("满", [new WorkbookColumn("甲")]));
        for (var row = 2; row <= WorkbookWriter.MaxRows; row++)
        {
            sheet.Write();
        }

        Assert.Contains("1048576", Assert.Throws<InvalidOperationException>(() => sheet.Write()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_cells_than_columns_are_refused()
    {
        using var workbook = new WorkbookWriter(Stream.Null);
        var sheet = workbook.Begin(new WorkbookSheet("窄", [new WorkbookColumn("甲")]));

        Assert.Throws<ArgumentException>(() => sheet.Write("1", "2"));
    }

    [Fact]
    public void A_workbook_can_be_written_to_a_stream_that_does_not_seek()
    {
        using var file = new MemoryStream();
        using (var outer = new BrotliStream(file, CompressionLevel.Fastest, leaveOpen: true))
        using (var workbook = new WorkbookWriter(outer))
        {
            workbook.Begin(People).Write("甲");
        }

        file.Position = 0;
        using var back = new MemoryStream();
        using (var inner = new BrotliStream(file, CompressionMode.Decompress))
        {
            inner.CopyTo(back);
        }

        Assert.Equal("甲", Read(back.ToArray())["人员"][1][0]);
    }

    private static CellFormat StyleOf(SpreadsheetDocument document, DocumentFormat.OpenXml.Spreadsheet.Cell cell) =>
        document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    private static byte[] Write(WorkbookSheet sheet, params Cell[][] rows)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output))
        {
            var writer = workbook.Begin(sheet);
            foreach (var row in rows)
            {
                writer.Write(row);
            }
        }

        return output.ToArray();
    }

    private static byte[] Workbook(IEnumerable<string> sheets)
    {
        using var output = new MemoryStream();
        using (var workbook = new WorkbookWriter(output))
        {
            foreach (var name in sheets)
            {
                workbook.Begin(new WorkbookSheet(name, [new WorkbookColumn("甲")]));
            }
        }

        return output.ToArray();
    }

    private static Dictionary<string, List<object?[]>> Read(byte[] file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
        var sheets = new Dictionary<string, List<object?[]>>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }

            sheets.Add(reader.Name, rows);
        }
        while (reader.NextResult());

        return sheets;
    }
}
