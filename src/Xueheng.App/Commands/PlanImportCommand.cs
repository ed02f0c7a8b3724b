using System.CommandLine;
using System.Text.Json;
using Xueheng.Census;
using Xueheng.Plans.Importing;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng plan import</c></summary>
internal static class PlanImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "文件：.txt、.html 或 .docx" };
        var (county, date) = (CountyOptions.County(), PlanReadCommand.Date());
        var undated = new Option<bool>("--undated") { Description = "日期不详：“今年”“三年内”就没有期限" };
        var address = new Option<string?>("--address") { Description = "原文网址" };
        var model = PlanReadCommand.Model();
        var by = new Option<string>("--by") { Description = "导入人", Required = true };
        var command = new Command("import", "导入一份文件：成为草稿方案，找到的承诺等待核对") { file, county, date, undated, address, model, by };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            var content = await ContentAsync(path, cancellation);
            if (!content.Succeeded)
            {
                return Exit.With(content.Failure);
            }

            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var imported = await scope.ServiceProvider.GetRequiredService<ImportPlan>().RunAsync(
                new ImportPlanCommand(
                    CountyCode.Parse(parsed.GetValue(county))!.Value, Path.GetFileName(path), content.Value, PlanReadCommand.Day(parsed.GetValue(date)), parsed.GetValue(undated), parsed.GetValue(by)!)
                {
                    Address = parsed.GetValue(address),
                    AskModel = parsed.GetValue(model),
                },
                cancellation);
            if (!imported.Succeeded)
            {
                return Exit.With(imported.Failure.Code == ImportPlan.NoDateCode
                    ? imported.Failure with { Message = imported.Failure.Message + "（加 --date 2023-03-02 或 --undated）" }
                    : imported.Failure);
            }

            var done = imported.Value;
            Console.WriteLine(parsed.GetValue(DataOptions.Json)
                ? JsonSerializer.Serialize(new { done.Plan.Id, done.Plan.Title, done.Already, done.Commitments }, MeasurementJson.Options)
                : done.Already
                    ? $"这份文件已经导入过（{done.FileName}），没有再导入：方案“{done.Plan.Title}”（{done.Plan.Id}）"
                    : $"已导入为方案“{done.Plan.Title}”（{done.Plan.Id}），找到 {done.Commitments} 条承诺，请在网页“方案”里核对");
            if (done.AskedModel is { } asked)
            {
                Console.Error.WriteLine(asked);
            }

            return Exit.Done;
        });
        return command;
    }

    private static async Task<Outcome<byte[]>> ContentAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= ImportPlan.MostBytes }
                ? await File.ReadAllBytesAsync(path, cancellation)
                : !File.Exists(path) ? new Failure("XH5001", $"没有文件“{path}”，请核对路径")
                : ImportPlan.TooLarge(Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Failure("XH5001", $"打不开文件“{path}”，请核对路径和权限");
        }
    }
}
