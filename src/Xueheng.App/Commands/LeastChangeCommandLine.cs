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
        var time = Positive(new Option<double>("--time") { Description = "最多算多少秒", DefaultValueFactory = _ => 60 });
        var work = Positive(new Option<double?>("--work") { Description = "按工作量而不按时间停，大约每秒一千；同样的种子在任何机器上得到同样的结果" });
        var seed = new Option<int>("--seed") { Description = "随机种子", DefaultValueFactory = _ => 1 };
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

    private static Option<T> Positive<T>(Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var number) && !(number is > 0 and < 1e12))
            {
                result.AddError($"选项 {option.Name} 的值“{result.Tokens[0].Value}”不对，应当大于零");
            }
        });
        return option;
    }
}
