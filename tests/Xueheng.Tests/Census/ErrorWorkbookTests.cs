using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.Census;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.CensusImports;

public sealed class ErrorWorkbookTests
{
    [Fact]
    public async Task The_same_workbook_comes_back_with_a_column_and_colours_and_nothing_else_changed()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var file = Spoilt().Write(desk.Folder);
        var result = await WriteAsync(desk, [file], "errors.xlsx");

        using var before = SpreadsheetDocument.Open(file.Path, false);
        using var after = SpreadsheetDocument.Open(Path.Combine(desk.Folder.FullName, "errors.xlsx"), false);
        Assert.Equal([], new OpenXmlValidator().Validate(after, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        Assert.Equal(["检查结果", .. Names(before)], Names(after));

        var pupils = Cells(after, "学生");
        Assert.Equal("错误", pupils["J1"].Text);
        Assert.Equal(result.Findings.Single(f => f.Line == 3).Message, pupils["J3"].Text);
        Assert.False(pupils.ContainsKey("J2"));
        Assert.Equal("FFFFC7CF", pupils["B3"].Fill);
        Assert.Null(pupils["B2"].Fill);
        Assert.Equal("@", pupils["E3"].Format);
        var resources = Cells(after, "资源");
        Assert.Equal("FFFFC7CF", resources["D2"].Fill);
        Assert.Equal("FFFFEB9D", Cells(after, "班级")["E2"].Fill);
        foreach (var (reference, cell) in Cells(before, "教师"))
        {
            Assert.Equal(cell, Cells(after, "教师")[reference]);
        }

        var findings = Cells(after, "检查结果");
        Assert.Equal(result.Findings.Count + 1, findings.Keys.Count(k => k[0] == 'A'));
        Assert.Contains(findings.Values, c => c.Text == "XH1201");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Once_the_cells_are_put_right_the_returned_workbook_imports_cleanly(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await WriteAsync(desk, [Spoilt().Write(desk.Folder)], "errors.xlsx");
        var path = Path.Combine(desk.Folder.FullName, "errors.xlsx");
        Fix(path, "资源", "D2", "800");
        Fix(path, "学生", "B3", "李二");
        Fix(path, "班级", "E2", "2");
        var again = new CensusFile("errors.xlsx", path);
        var outcome = await desk.ImportAsync([again]);
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal([], outcome.Value.Findings.Select(f => f.Message));

        // And marked again, it carries no marks from before.
        await WriteAsync(desk, [again], "clean.xlsx");
        using var clean = SpreadsheetDocument.Open(Path.Combine(desk.Folder.FullName, "clean.xlsx"), false);
        Assert.Equal([], new OpenXmlValidator().Validate(clean, TestContext.Current.CancellationToken).Select(e => e.Description));
        Assert.Equal(8, Names(clean).Count);
        foreach (var tab in (string[])["资源", "学生", "班级"])
        {
            Assert.DoesNotContain(Cells(clean, tab).Values, c => c.Fill is "FFFFC7CF" or "FFFFEB9D");
        }

        Assert.Equal(["J1"], Cells(clean, "学生").Keys.Where(k => k[0] == 'J'));
    }

    [Fact]
    public async Task A_csv_comes_back_as_a_workbook_with_its_rows_the_column_and_the_colours()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        await WriteAsync(desk, Spoilt().WriteCsv(desk.Folder, Encoding.GetEncoding("gb18030")), "errors.xlsx");
        using var after = SpreadsheetDocument.Open(Path.Combine(desk.Folder.FullName, "errors.xlsx"), false);
        Assert.Equal(8, Names(after).Count);
        var pupils = Cells(after, "学生");
        Assert.Equal(("李一", "错误"), (pupils["B2"].Text, pupils["J1"].Text));
        Assert.NotNull(pupils["B3"].Fill);
        Assert.Contains("不能为空", pupils["J3"].Text, StringComparison.Ordinal);
        Assert.Equal("G" + SmallCensus.Identity("20170101", 1), pupils["A2"].Text);
    }

    [Fact]
    public async Task A_missing_column_is_marked_at_the_headings()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        await WriteAsync(desk, [new SmallCensus().Rename(SheetKind.Schools, "学校名称", "校名").Write(desk.Folder)], "errors.xlsx");
        using var after = SpreadsheetDocument.Open(Path.Combine(desk.Folder.FullName, "errors.xlsx"), false);
        Assert.Equal("FFFFC7CF", Cells(after, "学校")["I1"].Fill);
        Assert.Contains(Cells(after, "检查结果").Values, c => c.Text.Contains("缺少必填列 学校名称", StringComparison.Ordinal));
    }

    private static SmallCensus Spoilt() => new SmallCensus()
        .Set(SheetKind.Resources, 0, "图书册数", -5)
        .Set(SheetKind.Pupils, 1, "姓名", null)
        .Set(SheetKind.Classes, 0, "学生数", 3);

    private static async Task<ImportResult> WriteAsync(CensusDesk desk, IReadOnlyList<CensusFile> files, string name)
    {
        var outcome = await desk.ImportAsync(files, dryRun: true);
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        await using var scope = desk.Services.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<ErrorWorkbook>()
            .WriteAsync(files, outcome.Value.Findings, Path.Combine(desk.Folder.FullName, name), TestContext.Current.CancellationToken);
        Assert.True(written.Succeeded, written.Failure?.ToString());
        return outcome.Value;
    }

    private static List<string> Names(SpreadsheetDocument document) =>
        [.. document.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value!)];

    private static WorksheetPart PartOf(SpreadsheetDocument document, string tab) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(s => s.Name == tab).Id!.Value!);

    private static Dictionary<string, (string Text, string? Fill, string? Format)> Cells(SpreadsheetDocument document, string tab)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var formats = styles.CellFormats!.Elements<CellFormat>().ToList();
        var fills = styles.Fills!.Elements<Fill>().ToList();
        return PartOf(document, tab).Worksheet!.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!, c =>
        {
            var format = formats[(int)(c.StyleIndex?.Value ?? 0)];
            return (c.InnerText, fills[(int)(format.FillId?.Value ?? 0)].PatternFill?.ForegroundColor?.Rgb?.Value, format.NumberFormatId?.Value == 49 ? "@" : null);
        });
    }

    private static void Fix(string path, string tab, string reference, string value)
    {
        using var document = SpreadsheetDocument.Open(path, true);
        var cell = PartOf(document, tab).Worksheet!.Descendants<Cell>().Single(c => c.CellReference == reference);
        cell.RemoveAllChildren();
        var number = double.TryParse(value, out _);
        cell.DataType = number ? null : CellValues.InlineString;
        cell.Append(number ? new CellValue(value) : new InlineString(new Text(value)));
    }
}
