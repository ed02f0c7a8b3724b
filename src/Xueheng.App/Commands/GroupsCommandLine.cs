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
        var existing = new Option<string?>("--existing") { Description = "现有集团表（.xlsx 或 .csv，列：集团、学校、牵头校），一起体检并和新分法比较" };
        var changes = new Option<int?>("--changes") { Description = "现有集团的学校最多几所换牵头校；不写就不限" };
        changes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0)
            {
                result.AddError("--changes 不能小于零");
            }
        });
        var command = new Command("groups", "集团化办学、教联体：把学校分成强弱均衡、就近的组，每组有一所强校") { county, period, stage, rules, existing, changes };
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
                    parsed.GetValue(rules),
                    parsed.GetValue(existing),
                    parsed.GetValue(changes)),
                cancellation);
            return Answer.Show(parsed, advised, plan => JsonSerializer.Serialize(plan, ContractJson.Options), GroupsTable.Write);
        });
        return command;
    }
}
