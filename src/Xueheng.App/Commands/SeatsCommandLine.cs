using System.CommandLine;
using Xueheng.Census;
using Xueheng.Planning.SeatMaps;
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
        var areas = new Option<string?>("--areas") { Description = "区域的边界或位置（.geojson，名称和学生的户籍乡镇一致），算距离用" };
        var connected = new Option<bool>("--connected") { Description = "每所学校的区域要连成一片（--areas 里要有边界）" };
        var map = new Option<string?>("--geojson") { Description = "把区域、学校和方案另存为这个 .geojson 文件" };
        var command = new Command("seats", "学位：今后几年的余缺，扩建、改建、新建、撤并和调整施教区的最省方案") { county, period, stage, projection, births, rules, areas, connected, map };
        var search = SearchOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            if (!parsed.GetValue(projection))
            {
                var advised = await scope.ServiceProvider.GetRequiredService<AdviseSeats>().RunAsync(
                    new AdviseSeatsCommand(
                        parsed.GetValue(county)!,
                        parsed.GetValue(period),
                        StageNames.Parse(parsed.GetValue(stage))!.Value,
                        search.Time(parsed),
                        search.Work(parsed),
                        search.Seed(parsed),
                        parsed.GetValue(births),
                        parsed.GetValue(rules),
                        parsed.GetValue(areas),
                        parsed.GetValue(connected)),
                    cancellation);
                if (advised.Succeeded && parsed.GetValue(map) is { } file && Write(advised.Value, file) is { } refused)
                {
                    return Exit.With(refused);
                }

                return Answer.Show(parsed, advised, a => SeatsJson.Write(a.Plan), (console, a) => SeatPlanTable.Write(console, a.Plan));
            }

            var found = await scope.ServiceProvider.GetRequiredService<WorkOutSeats>().RunAsync(
                new SeatsCommand(parsed.GetValue(county)!, parsed.GetValue(period), parsed.GetValue(births)), cancellation);
            return Answer.Show(parsed, found, SeatsJson.Write, SeatsTable.Write);
        });
        return command;
    }

    private static Failure? Write(AdvisedSeats advised, string path)
    {
        try
        {
            using var file = File.Create(path);
            WriteSeatMap.Run(advised.Layout, file);
            return null;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return new Failure("XH6236", $"写不了文件 {path}，请检查路径和权限");
        }
    }
}
