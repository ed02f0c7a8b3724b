using System.CommandLine;
using Spectre.Console;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Staffing;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng advise rotation</c></summary>
internal static class RotationCommandLine
{
    public static Command Build()
    {
        var (county, period) = (CountyOptions.County(), CountyOptions.Period());
        var needs = new Option<bool>("--needs") { Description = "只列各校编制和各学科的需要、现有、余缺" };
        var people = new Option<string?>("--people") { Description = "人员表（.xlsx、.xls、.csv）：工号、免交流原因、志愿学校、配偶工号、上学年交流" };
        var rules = new Option<string?>("--rules") { Description = "规则文件（YAML），代替规则包" };
        var price = new Option<bool>("--price") { Description = "算出每条规则的代价：去掉它再解一遍" };
        var (time, work, seed) = (SearchOptions.Time(), SearchOptions.Work(), SearchOptions.Seed());
        var command = new Command("rotation", "交流轮岗：谁去哪里，每一步为什么，各项判定前后怎样") { county, period, needs, people, rules, price, time, work, seed };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            if (parsed.GetValue(needs))
            {
                return Show(
                    await scope.ServiceProvider.GetRequiredService<WorkOutStaffing>().RunAsync(parsed.GetValue(county)!, parsed.GetValue(period), cancellation),
                    parsed.GetValue(DataOptions.Json), StaffingJson.Write, StaffingTable.Write);
            }

            var limit = parsed.GetValue(work) is { } units ? (long?)units : null;
            var advised = await scope.ServiceProvider.GetRequiredService<AdviseRotation>().RunAsync(
                new RotationCommand(
                    parsed.GetValue(county)!,
                    parsed.GetValue(period),
                    limit is null ? TimeSpan.FromSeconds(parsed.GetValue(time)) : null,
                    limit,
                    parsed.GetValue(seed),
                    parsed.GetValue(rules),
                    parsed.GetValue(people),
                    Price: parsed.GetValue(price)),
                null,
                null,
                cancellation);
            return Show(advised.Succeeded ? advised.Value.Plan : (Outcome<RotationPlan>)advised.Failure, parsed.GetValue(DataOptions.Json), RotationJson.Write, RotationTable.Write);
        });
        return command;
    }

    private static int Show<T>(Outcome<T> found, bool json, Func<T, string> write, Action<IAnsiConsole, T> table)
    {
        if (!found.Succeeded)
        {
            return Exit.With(found.Failure);
        }

        if (json)
        {
            Console.WriteLine(write(found.Value));
        }
        else
        {
            table(AnsiConsole.Console, found.Value);
        }

        return Exit.Done;
    }
}
