using System.CommandLine;
using Spectre.Console;
using Xueheng.Planning.Staffing;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng advise rotation</c></summary>
internal static class RotationCommandLine
{
    public static Command Build()
    {
        var (county, period) = (CountyOptions.County(), CountyOptions.Period());
        var needs = new Option<bool>("--needs") { Description = "只列各校编制和各学科的需要、现有、余缺", Required = true };
        var command = new Command("rotation", "交流轮岗：编制与学科余缺") { county, period, needs };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<WorkOutStaffing>().RunAsync(parsed.GetValue(county)!, parsed.GetValue(period), cancellation);
            if (!found.Succeeded)
            {
                return Exit.With(found.Failure);
            }

            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(StaffingJson.Write(found.Value));
            }
            else
            {
                StaffingTable.Write(AnsiConsole.Console, found.Value);
            }

            return Exit.Done;
        });
        return command;
    }
}
