using System.CommandLine;
using Spectre.Console;
using Xueheng.Demo;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng demo</c>: the invented county, imported, judged and measured, then the site.</summary>
internal static class DemoCommand
{
    private const string Standard = "quality-balance-2017";

    public static Command Build()
    {
        var size = new Option<DemoSize>("--size") { HelpName = "small|county|city", Description = "small、county 或 city", DefaultValueFactory = _ => DemoSize.County };
        var seed = new Option<int>("--seed") { Description = "随机种子，相同的种子得到相同的数据", DefaultValueFactory = _ => 1 };
        var fresh = new Option<bool>("--fresh") { Description = "先删去已有的演示县，再重新生成" };
        var noServe = new Option<bool>("--no-serve") { Description = "显示体检结果后结束，不启动网站" };
        var urls = new Option<string>("--urls") { Description = "监听地址", DefaultValueFactory = _ => ServeCommand.DefaultUrl };
        var command = new Command("demo", "生成一个虚构的县，导入、体检并启动网站") { size, seed, fresh, noServe, urls };
        command.SetAction(async (parsed, cancellation) =>
        {
            var location = new DataLocation(parsed.GetValue(DataOptions.Data)!, parsed.GetValue(DataOptions.Database));
            var order = new PrepareDemoCommand(
                new DirectoryInfo(Path.Combine(location.Folder.FullName, "demo")), parsed.GetValue(size), parsed.GetValue(seed), parsed.GetValue(fresh));
            var exit = await PrepareAsync(parsed, order, cancellation);
            if (exit != Exit.Done || parsed.GetValue(noServe))
            {
                return exit;
            }

            Console.Error.WriteLine($"网站：{parsed.GetValue(urls)}（按 Ctrl-C 结束）");
            await ServeCommand.RunAsync(location, parsed.GetValue(urls)!, cancellation);
            return Exit.Done;
        });
        return command;
    }

    private static async Task<int> PrepareAsync(ParseResult parsed, PrepareDemoCommand order, CancellationToken cancellation)
    {
        await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
        await using var scope = provider.CreateAsyncScope();
        var prepare = scope.ServiceProvider.GetRequiredService<PrepareDemo>();
        var prepared = await DemoProgressBar.RunAsync(progress => prepare.RunAsync(order, progress, cancellation));
        if (!prepared.Succeeded)
        {
            return Exit.With(prepared.Failure);
        }

        Say(prepared.Value, order);
        var last = DemoCounty.Periods[^1].Year;
        var measured = await scope.ServiceProvider.GetRequiredService<Measure>().RunAsync(DemoCounty.Code.Value, last, Standard, cancellation);
        if (!measured.Succeeded)
        {
            return Exit.With(measured.Failure);
        }

        if (parsed.GetValue(DataOptions.Json))
        {
            Console.WriteLine(MeasurementJson.Write(measured.Value));
        }
        else
        {
            MeasurementTable.Write(AnsiConsole.Console, measured.Value, scope.ServiceProvider.GetRequiredService<PackLibrary>().FindStandard(Standard)!);
        }

        return Exit.Done;
    }

    private static void Say(DemoResult result, PrepareDemoCommand order) => Console.Error.WriteLine(result.Imported.Count == 0
        ? $"{DemoCounty.Name}（{DemoCounty.Code}）已在数据里，没有重新导入；要重新生成请加 --fresh"
        : $"{DemoCounty.Name}（{DemoCounty.Code}）：导入 {string.Join("、", result.Imported)} 学年共 {result.Rows} 行，警告 {result.Warnings} 个；工作簿在 {order.Folder.FullName}");
}
