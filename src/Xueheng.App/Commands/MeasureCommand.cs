using System.CommandLine;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng measure</c></summary>
internal static class MeasureCommand
{
    public static Command Build()
    {
        var (county, period, standard) = (CountyOptions.County(), CountyOptions.Period(), CountyOptions.Standard());
        var command = new Command("measure", "体检：按标准判定学校、指标和全县") { county, period, standard };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var measured = await scope.ServiceProvider.GetRequiredService<Measure>().RunAsync(
                parsed.GetValue(county)!, parsed.GetValue(period), parsed.GetValue(standard)!, cancellation);
            return Answer.Show(
                parsed,
                measured,
                MeasurementJson.Write,
                (console, value) => MeasurementTable.Write(console, value, scope.ServiceProvider.GetRequiredService<PackLibrary>().FindStandard(value.Standard)!));
        });
        return command;
    }
}
