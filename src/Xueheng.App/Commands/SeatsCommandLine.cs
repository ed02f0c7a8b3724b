using System.CommandLine;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng advise seats</c></summary>
internal static class SeatsCommandLine
{
    public static Command Build()
    {
        var (county, period) = (CountyOptions.County(), CountyOptions.Period());
        var projection = new Option<bool>("--projection") { Description = "只列各学段、区域、学校今后几年的学生和学位余缺" };
        var births = new Option<string?>("--births") { Description = "分年出生人数（.xlsx 或 .csv，列：区域、年份、出生人数）" };
        var stage = new Option<string>("--stage") { Description = "学段：preschool、primary 或 junior", DefaultValueFactory = _ => "primary" };
        stage.AcceptOnlyFromAmong("preschool", "primary", "junior");
        var rules = new Option<string?>("--rules") { Description = "学位规则文件（YAML），代替规则包" };
        var (time, work, seed) = (SearchOptions.Time(), SearchOptions.Work(), SearchOptions.Seed());
        var command = new Command("seats", "学位：今后几年的余缺，扩建、改建、新建、撤并和调整施教区的最省方案") { county, period, stage, projection, births, rules, time, work, seed };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            if (!parsed.GetValue(projection))
            {
                var limit = parsed.GetValue(work) is { } units ? (long?)units : null;
                return Show(
                    await scope.ServiceProvider.GetRequiredService<AdviseSeats>().RunAsync(
                        new AdviseSeatsCommand(
                            parsed.GetValue(county)!,
                            parsed.GetValue(period),
                            StageNames.Parse(parsed.GetValue(stage))!.Value,
                            limit is null ? TimeSpan.FromSeconds(parsed.GetValue(time)) : null,
                            limit,
                            parsed.GetValue(seed),
                            parsed.GetValue(births),
                            parsed.GetValue(rules)),
                        cancellation),
                    parsed.GetValue(DataOptions.Json),
                    SeatsJson.Write,
                    SeatPlanTable.Write);
            }

            var found = await scope.ServiceProvider.GetRequiredService<WorkOutSeats>().RunAsync(
                new SeatsCommand(parsed.GetValue(county)!, parsed.GetValue(period), parsed.GetValue(births)), cancellation);
            return Show(found, parsed.GetValue(DataOptions.Json), SeatsJson.Write, SeatsTable.Write);
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
