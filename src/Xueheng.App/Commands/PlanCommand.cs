using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Plans;
using Xueheng.Plans.Packs;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng plan</c>: the plans of a county, and plans as packs.</summary>
internal static class PlanCommand
{
    public static Command Build() => new("plan", "方案：读文件、导入、列出、导出和载入") { PlanReadCommand.Build(), PlanImportCommand.Build(), List(), Export(), Load() };

    private static Command List()
    {
        var county = CountyOptions.County();
        var command = new Command("list", "列出县级方案") { county };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var plans = await scope.ServiceProvider.GetRequiredService<FindPlans>().ListAsync(parsed.GetValue(county)!, cancellation);
            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(
                    plans.Select(p => new { p.Plan.Id, p.Plan.Title, p.Plan.State, p.Plan.From, p.Plan.Until, p.FileName, p.Date, p.Commitments, p.Unlooked, p.Targets, p.Tasks }),
                    MeasurementJson.Options));
                return Exit.Done;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumns("方案", "状态", "承诺", "未核对", "目标", "任务", "编号");
            foreach (var p in plans)
            {
                table.AddRow(Markup.Escape(p.Plan.Title), p.Plan.State == PlanState.Approved ? "执行中" : "草稿", $"{p.Commitments}", $"{p.Unlooked}", $"{p.Targets}", $"{p.Tasks}", $"{p.Plan.Id}");
            }

            AnsiConsole.Write(table);
            return Exit.Done;
        });
        return command;
    }

    private static Command Export()
    {
        var county = CountyOptions.County();
        var plan = new Argument<Guid>("PLAN") { Description = "方案编号，见 plan list" };
        var output = new Option<FileInfo>("-o", "--output") { Description = "写到哪个 .yaml 文件", Required = true };
        var command = new Command("export", "把核对完的方案导出为方案包") { plan, county, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var exported = await scope.ServiceProvider.GetRequiredService<ExportPlan>().RunAsync(parsed.GetValue(county)!, parsed.GetValue(plan), cancellation);
            if (!exported.Succeeded)
            {
                return Exit.With(exported.Failure);
            }

            var file = parsed.GetValue(output)!;
            await File.WriteAllTextAsync(file.FullName, exported.Value, cancellation);
            Console.Error.WriteLine($"已写出 {file.FullName}");
            return Exit.Done;
        });
        return command;
    }

    private static Command Load()
    {
        var county = CountyOptions.County();
        var pack = new Argument<FileInfo>("PACK.yaml") { Description = "方案包" };
        var by = new Option<string>("--by") { Description = "载入人", DefaultValueFactory = _ => Environment.UserName };
        var approve = new Option<bool>("--approve") { Description = "载入后即执行，不留作草稿" };
        var command = new Command("load", "把方案包载入为县级方案") { pack, county, by, approve };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = parsed.GetValue(pack)!;
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var loaded = await scope.ServiceProvider.GetRequiredService<LoadPlan>().RunAsync(
                new LoadPlanCommand(CountyCode.Parse(parsed.GetValue(county))!.Value, file.FullName, file.Name, parsed.GetValue(by)!, parsed.GetValue(approve)), cancellation);
            if (!loaded.Succeeded)
            {
                return Exit.With(loaded.Failure);
            }

            Console.WriteLine(parsed.GetValue(DataOptions.Json)
                ? JsonSerializer.Serialize(new { loaded.Value.Id, loaded.Value.Title, loaded.Value.State }, MeasurementJson.Options)
                : $"已载入方案“{loaded.Value.Title}”（{loaded.Value.Id}）");
            return Exit.Done;
        });
        return command;
    }
}
