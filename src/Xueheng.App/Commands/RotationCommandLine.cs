using System.CommandLine;
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
        var command = new Command("rotation", "交流轮岗：谁去哪里，每一步为什么，各项判定前后怎样") { county, period, needs, people, rules, price };
        var search = SearchOptions.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            if (parsed.GetValue(needs))
            {
                return Answer.Show(
                    parsed,
                    await scope.ServiceProvider.GetRequiredService<WorkOutStaffing>().RunAsync(parsed.GetValue(county)!, parsed.GetValue(period), cancellation),
                    StaffingJson.Write,
                    StaffingTable.Write);
            }

            var advised = await scope.ServiceProvider.GetRequiredService<AdviseRotation>().RunAsync(
                new RotationCommand(
                    parsed.GetValue(county)!,
                    parsed.GetValue(period),
                    search.Time(parsed),
                    search.Work(parsed),
                    search.Seed(parsed),
                    parsed.GetValue(rules),
                    parsed.GetValue(people),
                    Price: parsed.GetValue(price)),
                null,
                null,
                cancellation);
            return Answer.Show(parsed, advised.Succeeded ? advised.Value.Plan : (Outcome<RotationPlan>)advised.Failure, RotationJson.Write, RotationTable.Write);
        });
        return command;
    }
}
