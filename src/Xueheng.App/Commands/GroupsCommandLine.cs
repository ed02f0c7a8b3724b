using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Planning.Groups;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng advise groups</c></summary>
internal static class GroupsCommandLine
{
    public static Command Build()
    {
        var (county, period) = (CountyOptions.County(), CountyOptions.Period());
        var stage = new Option<string>("--stage") { Description = "学段：preschool、primary、junior", DefaultValueFactory = _ => "primary" };
        stage.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && StageNames.Parse(result.Tokens[0].Value) is null)
            {
                result.AddError($"没有学段 {result.Tokens[0].Value}");
            }
        });
        var rules = new Option<string?>("--rules") { Description = "编组规则文件（YAML），代替 planning/groups.yaml" };
        var (time, work, seed) = (SearchOptions.Time(), SearchOptions.Work(), SearchOptions.Seed());
        var command = new Command("groups", "集团化办学、教联体：把学校分成强弱均衡、就近的组，每组有一所强校") { county, period, stage, rules, time, work, seed };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var limit = parsed.GetValue(work) is { } units ? (long?)units : null;
            var advised = await scope.ServiceProvider.GetRequiredService<AdviseGroups>().RunAsync(
                new AdviseGroupsCommand(
                    parsed.GetValue(county)!,
                    parsed.GetValue(period),
                    StageNames.Parse(parsed.GetValue(stage))!.Value,
                    limit is null ? TimeSpan.FromSeconds(parsed.GetValue(time)) : null,
                    limit,
                    parsed.GetValue(seed),
                    parsed.GetValue(rules)),
                cancellation);
            if (!advised.Succeeded)
            {
                return Exit.With(advised.Failure);
            }

            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(advised.Value, ContractJson.Options));
            }
            else
            {
                GroupsTable.Write(AnsiConsole.Console, advised.Value);
            }

            return Exit.Done;
        });
        return command;
    }
}
