using Xueheng.Workbooks;

namespace Xueheng.Census;

/// <summary>
/// The empty workbook a bureau hands to its schools: every sheet of <see cref="SheetLayout"/> with drop-downs, prompts and
/// notes, an instructions sheet before them and the code tables behind them.
/// </summary>
public static class CensusTemplate
{
    /// <summary>Name of the first sheet, which says how to fill in the others.</summary>
    public const string Instructions = "填写说明";

    /// <summary>Name of the last sheet, which lists the codes.</summary>
    public const string Codes = "代码表";

    private static readonly string[] YesNo = ["是", "否"];

    public static void Write(Stream output, CodeTables codes)
    {
        using var workbook = new WorkbookWriter(output);
        WriteInstructions(workbook, codes);
        foreach (var sheet in SheetLayout.All)
        {
            workbook.Begin(SheetAsWorkbook.Of(sheet) with
            {
                Columns = [.. sheet.Columns.Select(column => SheetAsWorkbook.Of(column) with
                {
                    Note = NoteOf(column),
                    Prompt = column.Note.Length > 0 ? column.Note : null,
                    Choices = ChoicesOf(column, codes),
                    Refusal = column.Kind == ColumnKind.YesNo ? "请填“是”或“否”。" : null,
                })],
            });
        }

        WriteCodes(workbook, codes);
    }

    private static void WriteInstructions(WorkbookWriter workbook, CodeTables codes)
    {
        var sheet = workbook.Begin(new WorkbookSheet(Instructions,
        [
            new WorkbookColumn("工作表") { Width = 10 },
            new WorkbookColumn("列") { Width = 26 },
            new WorkbookColumn("必填") { Width = 9 },
            new WorkbookColumn("怎么填") { Width = 52, Wrap = true },
            new WorkbookColumn("可填的值") { Width = 44, Wrap = true },
            new WorkbookColumn("示例一") { Width = 24 },
            new WorkbookColumn("示例二") { Width = 24 },
        ])
        {
            Preface =
            [
                "基础数据工作簿填写说明",
                "一、一所学校填一个工作簿，或全县填一个工作簿都可以；各表第一行是列名，请不要改动，列的先后可以调整，暂时没有的列可以删去。",
                "二、列名为红字的是必填列；其余列有数就填，没有就空着。空着表示没有填报，不等于零。",
                "三、学校标识码、身份证号、学籍号、工号、班号是文本，不要改成数字格式，否则会丢失末尾几位。",
                "四、带下拉列表的列可以选，也可以直接填代码；代码和名称见“代码表”。面积用㎡，金额用万元，是非填“是”或“否”。",
                "五、填好后在“数据 → 导入”中上传。有错的行会标出来退回，改好再传；示例只在本页，数据表里不用删。",
            ],
        });
        foreach (var part in SheetLayout.All)
        {
            sheet.Write(Cell.Text(part.Name) with { Tone = CellTone.Bold }, Cell.Blank, Cell.Blank, Cell.Text(part.Note) with { Tone = CellTone.Bold });
            var examples = TemplateExamples.Of(part.Kind);
            for (var i = 0; i < part.Columns.Count; i++)
            {
                var column = part.Columns[i];
                sheet.Write(part.Name, column.Title, column.Required ? "必填" : "", column.Note, AllowedOf(column, codes), examples[0][i], examples[1][i]);
            }
        }
    }

    private static void WriteCodes(WorkbookWriter workbook, CodeTables codes)
    {
        var sheet = workbook.Begin(new WorkbookSheet(Codes,
        [
            new WorkbookColumn("代码表") { Width = 14 },
            new WorkbookColumn("代码") { Width = 26 },
            new WorkbookColumn("名称") { Width = 38 },
            new WorkbookColumn("单位") { Width = 9 },
            new WorkbookColumn("也可以写作") { Width = 60, Wrap = true },
        ]));
        foreach (var table in TablesInUse().Select(id => codes[id]))
        {
            foreach (var entry in table.Entries)
            {
                sheet.Write(table.Name, entry.Code, entry.Name, entry.Unit, string.Join("、", entry.Also));
            }
        }
    }

    private static IEnumerable<string> TablesInUse() =>
        SheetLayout.All.SelectMany(s => s.Columns).Select(c => c.Table).OfType<string>().Distinct();

    private static string[] ChoicesOf(SheetColumn column, CodeTables codes) => column.Kind switch
    {
        ColumnKind.YesNo => YesNo,
        ColumnKind.Code => [.. codes[column.Table!].Entries.Select(e => e.Name)],
        _ => [],
    };

    private static string NoteOf(SheetColumn column)
    {
        string?[] lines =
        [
            column.Required ? "必填" : null,
            column.Note.Length > 0 ? column.Note : null,
            column.Example.Length > 0 ? $"例如：{column.Example}" : null,
        ];
        return string.Join('\n', lines.Where(line => line is not null)) is { Length: > 0 } note ? note : $"{column.Title}，没有就空着";
    }

    private static string AllowedOf(SheetColumn column, CodeTables codes) => column.Kind switch
    {
        ColumnKind.YesNo => "是、否",
        ColumnKind.Code when codes[column.Table!].Entries is { Count: <= 12 } few => string.Join("、", few.Select(e => char.IsAsciiDigit(e.Code[0]) ? $"{e.Code} {e.Name}" : e.Name)),
        ColumnKind.Code => $"见“代码表”：{codes[column.Table!].Name}",
        ColumnKind.WholeNumber => RangeOf(column, "整数"),
        ColumnKind.Number => RangeOf(column, "数字"),
        ColumnKind.Date => "日期，如 2015-09-01",
        ColumnKind.Month => "年月，如 201509",
        ColumnKind.Identifier => "文本",
        _ => "文字",
    };

    private static string RangeOf(SheetColumn column, string what) => (column.Minimum, column.Maximum) switch
    {
        ({ } least, { } most) => $"{what}，{least} 至 {most}",
        ({ } least, null) => $"{what}，不小于 {least}",
        _ => what,
    };
}
