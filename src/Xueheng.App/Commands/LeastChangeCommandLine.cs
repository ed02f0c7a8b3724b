using System.CommandLine;
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
        var command = new Command("least-change", "达标最少要做什么：全县达到标准最省的一组举措") { county, period, standard, rules };
        var search = SearchOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var advised = await scope.ServiceProvider.GetRequiredService<AdviseLeastChange>().RunAsync(
                new LeastChangeCommand(
                    parsed.GetValue(county)!,
                    parsed.GetValue(period),
                    parsed.GetValue(standard),
                    search.Time(parsed),
                    search.Work(parsed),
                    search.Seed(parsed),
                    parsed.GetValue(rules)),
                null,
                cancellation);
            return Answer.Show(parsed, advised, LeastChangeJson.Write, LeastChangeTable.Write);
        });
        return command;
    }
}
