using System.CommandLine;
using Spectre.Console;
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
        var command = new Command("seats", "学位：今后几年的学生、学位余缺") { county, period, projection, births };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<WorkOutSeats>().RunAsync(
                new SeatsCommand(parsed.GetValue(county)!, parsed.GetValue(period), parsed.GetValue(births)), cancellation);
            if (!found.Succeeded)
            {
                return Exit.With(found.Failure);
            }

            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(SeatsJson.Write(found.Value));
            }
            else
            {
                SeatsTable.Write(AnsiConsole.Console, found.Value);
            }

            return Exit.Done;
        });
        return command;
    }
}
