using System.CommandLine;
using System.Text.Json;
using Xueheng.Census;
using Xueheng.Planning.Groups;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng advise groups</c></summary>
internal static class GroupsCommandLine
{
    public static Command Build()
    {
        var (county, period) = (CountyOptions.County(), CountyOptions.Period());
        var stage = CountyOptions.Stage("学段：preschool、primary、junior；不写时为 primary");
        var rules = new Option<string?>("--rules") { Description = "编组规则文件（YAML），代替 planning/groups.yaml" };
        var command = new Command("groups", "集团化办学、教联体：把学校分成强弱均衡、就近的组，每组有一所强校") { county, period, stage, rules };
        var search = SearchOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var advised = await scope.ServiceProvider.GetRequiredService<AdviseGroups>().RunAsync(
                new AdviseGroupsCommand(
                    parsed.GetValue(county)!,
                    parsed.GetValue(period),
                    StageNames.Parse(parsed.GetValue(stage)) ?? Stage.Primary,
                    search.Time(parsed),
                    search.Work(parsed),
                    search.Seed(parsed),
                    parsed.GetValue(rules)),
                cancellation);
            return Answer.Show(parsed, advised, plan => JsonSerializer.Serialize(plan, ContractJson.Options), GroupsTable.Write);
        });
        return command;
    }
}
