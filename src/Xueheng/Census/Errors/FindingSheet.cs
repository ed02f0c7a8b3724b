using Xueheng.Workbooks;

namespace Xueheng.Census;

/// <summary>A finding with the name of its file and the rule it comes from.</summary>
internal sealed record FindingLine(Finding Finding, string File, CheckRule? Rule);

/// <summary>The sheet 检查结果: one line a finding, to be sorted and filtered.</summary>
internal static class FindingSheet
{
    public const string Name = "检查结果";

    public static IReadOnlyList<WorkbookColumn> Columns { get; } =
    [
        new("严重程度"), new("重要性"), new("规则") { Width = 10 }, new("规则名称") { Width = 22 }, new("文件") { Width = 24 }, new("工作表"),
        new("行"), new("列") { Width = 18 }, new("学校标识码") { Width = 14 }, new("值") { Width = 24 }, new("应为") { Width = 28 },
        new("说明") { Width = 70 }, new("怎么办") { Width = 50 },
    ];

    public static string[] TextsOf(FindingLine line)
    {
        var finding = line.Finding;
        return
        [
            finding.Severity == Severity.Error ? "错误" : "警告",
            finding.Importance switch { Importance.High => "高", Importance.Medium => "中", _ => "低" },
            finding.Rule, line.Rule?.Name ?? "", line.File, finding.Sheet, finding.Line > 0 ? $"{finding.Line}" : "", finding.Column, finding.School,
            finding.Value, finding.Expected, finding.Message, line.Rule?.Recommendation ?? "",
        ];
    }

    public static void Write(WorkbookWriter book, IEnumerable<FindingLine> lines)
    {
        var sheet = book.Begin(new WorkbookSheet(Name, Columns));
        foreach (var line in lines.Take(WorkbookWriter.MaxRows - 1))
        {
            Cell[] cells = [.. TextsOf(line).Select(Cell.Text)];
            cells[0] = cells[0] with { Tone = ToneOf(line.Finding.Severity) };
            sheet.Write(cells);
        }
    }

    public static CellTone ToneOf(Severity severity) => severity == Severity.Error ? CellTone.Wrong : CellTone.Doubtful;
}
