using System.CommandLine;
using System.Text.Json;
using Xueheng.Census;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng census check</c> and <c>import</c>.</summary>
internal static class CensusImportCommands
{
    private const int LinesShown = 50;

    public static Command Check() => Build("check", "检查工作簿，什么都不改", dryRun: true);

    public static Command Import() => Build("import", "导入工作簿，要么全部存下，要么一点不存", dryRun: false);

    private static Command Build(string name, string description, bool dryRun)
    {
        var (files, county, period) = (CensusOptions.Files(), CensusOptions.County(required: true), CensusOptions.Period());
        var errors = new Option<FileInfo?>("--errors") { Description = "把检查结果写成带“错误”列的工作簿" };
        var publish = new Option<bool>("--publish") { Description = "没有错误就立即发布" };
        var countyName = new Option<string?>("--name") { Description = "区县名称" };
        var command = new Command(name, description) { files, county, period, errors };
        if (!dryRun)
        {
            command.Add(publish);
            command.Add(countyName);
        }

        command.SetAction((parsed, cancellation) => RunAsync(
            parsed,
            new ImportCommand(
                CountyCode.Parse(parsed.GetValue(county))!.Value,
                Period.Parse(parsed.GetValue(period))!.Value,
                [.. parsed.GetValue(files)!.Select(f => new CensusFile(f.Name, f.FullName))],
                dryRun,
                !dryRun && parsed.GetValue(publish))
            {
                Name = dryRun ? null : parsed.GetValue(countyName),
            },
            parsed.GetValue(errors),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ImportCommand command, FileInfo? errors, CancellationToken cancellation)
    {
        await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
        await using var scope = provider.CreateAsyncScope();
        var import = scope.ServiceProvider.GetRequiredService<ImportCensus>();
        var outcome = await ImportProgressBar.RunAsync(watcher => import.RunAsync(command, watcher, cancellation));
        if (!outcome.Succeeded)
        {
            return Exit.With(outcome.Failure);
        }

        var result = outcome.Value;
        if (errors is not null)
        {
            var written = await scope.ServiceProvider.GetRequiredService<ErrorWorkbook>().WriteAsync(command.Files, result.Findings, errors.FullName, cancellation);
            if (!written.Succeeded)
            {
                return Exit.With(written.Failure);
            }
        }

        if (parsed.GetValue(DataOptions.Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(ImportJson.Of(result, command), ImportJson.Options));
        }
        else
        {
            Print(result, command);
        }

        return result.Errors == 0
            ? Exit.Done
            : Exit.With(new Failure("XH1020", $"发现 {result.Errors} 个错误、{result.Warnings} 个警告，{(command.DryRun ? "导入前请先改正错误" : "没有导入任何数据；请改正错误后重新导入")}"));
    }

    private static void Print(ImportResult result, ImportCommand command)
    {
        foreach (var finding in result.Findings.Take(LinesShown))
        {
            Console.WriteLine(Line(finding, command));
        }

        var more = result.Errors + result.Warnings - Math.Min(LinesShown, result.Findings.Count);
        if (more > 0)
        {
            Console.WriteLine($"另有 {more} 条，用 --json 或 --errors 文件.xlsx 查看全部");
        }

        var rows = string.Join("、", result.RowsBySheet.Where(r => r.Value > 0).Select(r => $"{r.Key} {r.Value} 行"));
        Console.WriteLine($"读到 {rows}；错误 {result.Errors} 个，警告 {result.Warnings} 个");
        if (result.Revision is { } number)
        {
            Console.WriteLine(result.Published
                ? $"已存为第 {number} 版并发布"
                : $"已存为第 {number} 版草稿，发布请用：xueheng census publish {command.County}/{number}");
        }
    }

    /// <summary><c>file sheet row column: message</c></summary>
    private static string Line(Finding finding, ImportCommand command)
    {
        var mark = finding.Severity == Severity.Warning ? "（警告）" : "";
        string[] place = [command.Files[finding.File].Name, finding.Sheet, finding.Line > 0 ? $"{finding.Line}" : "", finding.Column];
        return $"{string.Join(' ', place.Where(p => p.Length > 0))}：{mark}{finding.Message} [{finding.Rule}]";
    }
}
