using System.CommandLine;
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
        var command = new Command("seats", "学位：今后几年的余缺，扩建、改建、新建、撤并和调整施教区的最省方案") { county, period, stage, projection, births, rules };
        var search = SearchOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            if (!parsed.GetValue(projection))
            {
                return Answer.Show(
                    parsed,
                    await scope.ServiceProvider.GetRequiredService<AdviseSeats>().RunAsync(
                        new AdviseSeatsCommand(
                            parsed.GetValue(county)!,
                            parsed.GetValue(period),
                            StageNames.Parse(parsed.GetValue(stage))!.Value,
                            search.Time(parsed),
                            search.Work(parsed),
                            search.Seed(parsed),
                            parsed.GetValue(births),
                            parsed.GetValue(rules)),
                        cancellation),
                    SeatsJson.Write,
                    SeatPlanTable.Write);
            }

            var found = await scope.ServiceProvider.GetRequiredService<WorkOutSeats>().RunAsync(
                new SeatsCommand(parsed.GetValue(county)!, parsed.GetValue(period), parsed.GetValue(births)), cancellation);
            return Answer.Show(parsed, found, SeatsJson.Write, SeatsTable.Write);
        });
        return command;
    }
}
