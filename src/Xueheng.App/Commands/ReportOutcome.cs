using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Xueheng.Reports;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary>Says what a printing came to.</summary>
internal static class ReportOutcome
{
    /// <summary>The rest is in the document.</summary>
    private const int MostLines = 30;

    public static void Write(PrintedReport report, PrintCommand asked, string file, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    report.Id,
                    File = file,
                    report.Template,
                    report.Title,
                    County = asked.County.Value,
                    Period = asked.Period.ToString(),
                    report.Revision,
                    report.PrintedAt,
                    report.Before,
                    report.Figures,
                    report.Missing,
                    report.Changes,
                },
                MeasurementJson.Options));
            return;
        }

        Console.WriteLine($"已写出 {file}：{report.Title}，{asked.County} {asked.Period} 学年，基础数据第 {report.Revision} 版，{report.Figures.Count} 个数据");
        WriteMissing(report);
        WriteChanges(report);
    }

    private static void WriteMissing(PrintedReport report)
    {
        if (report.Missing.Count == 0)
        {
            Console.WriteLine("没有缺失的数据");
            return;
        }

        Console.WriteLine($"缺失 {report.Missing.Count} 个数据：");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("编号", "数据", "原因");
        foreach (var missing in report.Missing.Take(MostLines))
        {
            table.AddRow($"{missing.Number}", Markup.Escape(missing.Name), Markup.Escape(missing.Reason));
        }

        Write(table, report.Missing.Count);
    }

    private static void WriteChanges(PrintedReport report)
    {
        if (report.Before is not { } before)
        {
            Console.WriteLine("这是第一次打印，没有上次数据可比");
            return;
        }

        var day = CountyClock.At(before).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (report.Changes.Count == 0)
        {
            Console.WriteLine($"与 {day} 打印的上一份相比，数据没有变动");
            return;
        }

        Console.WriteLine($"与 {day} 打印的上一份相比，{report.Changes.Count} 个数据不同：");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("数据", "上次", "本次");
        foreach (var change in report.Changes.Take(MostLines))
        {
            table.AddRow(Markup.Escape(change.Name), Markup.Escape(change.Before ?? "（新增）"), Markup.Escape(change.After ?? "（不再出现）"));
        }

        Write(table, report.Changes.Count);
    }

    private static void Write(Table table, int count)
    {
        AnsiConsole.Write(table);
        if (count > MostLines)
        {
            Console.WriteLine($"……其余 {count - MostLines} 个见 --json，或报告里的表");
        }
    }
}
