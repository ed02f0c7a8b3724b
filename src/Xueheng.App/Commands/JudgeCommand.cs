using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng judge</c>: enters a person's judgement, or lists those entered.</summary>
internal static class JudgeCommand
{
    public static Command Build()
    {
        var (county, period, standard) = (CountyOptions.County(), CountyOptions.Period(), CountyOptions.Standard());
        var indicator = new Option<string?>("--indicator") { Description = "指标编号，例如 Q6；不写则列出已有的判断" };
        var verdict = new Option<string?>("--verdict") { Description = "meets（达标）或 fails（不达标）；不写则列出该指标的判断" };
        verdict.AcceptOnlyFromAmong("meets", "fails");
        var evidence = new Option<string?>("--evidence") { Description = "判断的依据" };
        var by = new Option<string?>("--by") { Description = "判断人" };
        var file = new Option<FileInfo?>("--file") { Description = "佐证文件" };
        var command = new Command("judge", "由人判断数据算不出的指标，附依据；不写 --verdict 则列出历史") { county, period, standard, indicator, verdict, evidence, by, file };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            if (parsed.GetValue(verdict) is not { } said)
            {
                Show(
                    await scope.ServiceProvider.GetRequiredService<JudgementHistory>().ListAsync(
                        parsed.GetValue(county)!, parsed.GetValue(period), parsed.GetValue(standard)!, parsed.GetValue(indicator), cancellation),
                    parsed.GetValue(DataOptions.Json));
                return Exit.Done;
            }

            if (parsed.GetValue(file) is { Exists: false } absent)
            {
                return Exit.With(new Failure("XH2009", $"找不到佐证文件 {absent.FullName}"));
            }

            var entered = await scope.ServiceProvider.GetRequiredService<EnterJudgement>().RunAsync(
                new JudgementCommand(
                    parsed.GetValue(county)!,
                    parsed.GetValue(period),
                    parsed.GetValue(standard)!,
                    parsed.GetValue(indicator) ?? "",
                    said == "meets" ? Verdict.Meets : Verdict.Fails,
                    parsed.GetValue(evidence) ?? "",
                    parsed.GetValue(by) ?? Environment.UserName,
                    parsed.GetValue(file)?.Name,
                    parsed.GetValue(file) is { } given ? await File.ReadAllBytesAsync(given.FullName, cancellation) : null),
                cancellation);
            if (!entered.Succeeded)
            {
                return Exit.With(entered.Failure);
            }

            Console.WriteLine(parsed.GetValue(DataOptions.Json)
                ? JsonSerializer.Serialize(new { entered.Value.Id, entered.Value.Indicator, entered.Value.Verdict, entered.Value.JudgedAt }, MeasurementJson.Options)
                : $"已记下 {entered.Value.Indicator} 的判断");
            return Exit.Done;
        });
        return command;
    }

    private static void Show(IReadOnlyList<JudgementEntry> entries, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(entries, MeasurementJson.Options));
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("指标", "判断", "依据", "佐证文件", "判断人", "时间");
        foreach (var e in entries)
        {
            table.AddRow(
                Markup.Escape(e.Indicator),
                e.Verdict == Verdict.Meets ? "达标" : "不达标",
                Markup.Escape(e.Evidence),
                Markup.Escape(e.FileName ?? ""),
                Markup.Escape(e.JudgedBy),
                $"{CountyClock.At(e.JudgedAt):yyyy-MM-dd HH:mm}");
        }

        AnsiConsole.Write(table);
    }
}
