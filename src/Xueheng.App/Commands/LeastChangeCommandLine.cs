using System.CommandLine;
using Spectre.Console;
using Xueheng.Planning.LeastChange;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng advise least-change</c></summary>
internal static class LeastChangeCommandLine
{
    public static Command Build()
    {
        var (county, period) = (CountyOptions.County(), CountyOptions.Period());
        var standard = new Option<string?>("--standard") { Description = "标准的编号，见 xueheng standards；不写时为优质均衡" };
        var rules = new Option<string?>("--rules") { Description = "举措文件（YAML），同名的举措以它为准" };
        var (time, work, seed) = (SearchOptions.Time(), SearchOptions.Work(), SearchOptions.Seed());
        var command = new Command("least-change", "达标最少要做什么：全县达到标准最省的一组举措") { county, period, standard, rules, time, work, seed };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var limit = parsed.GetValue(work) is { } units ? (long?)units : null;
            var advised = await scope.ServiceProvider.GetRequiredService<AdviseLeastChange>().RunAsync(
                new LeastChangeCommand(
                    parsed.GetValue(county)!,
                    parsed.GetValue(period),
                    parsed.GetValue(standard),
                    limit is null ? TimeSpan.FromSeconds(parsed.GetValue(time)) : null,
                    limit,
                    parsed.GetValue(seed),
                    parsed.GetValue(rules)),
                null,
                cancellation);
            if (!advised.Succeeded)
            {
                return Exit.With(advised.Failure);
            }

            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(LeastChangeJson.Write(advised.Value));
            }
            else
            {
                LeastChangeTable.Write(AnsiConsole.Console, advised.Value);
            }

            return Exit.Done;
        });
        return command;
    }
}
