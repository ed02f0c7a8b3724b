using System.Text.Json;
using Xueheng.App.Tests.CensusImports;
using Xueheng.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Planning;

public sealed class GroupsCommandTests
{
    private static readonly string[] Place = ["--county", "320381", "--period", "2024"];
    private static readonly string[] Advise = ["advise", "groups", .. Place];

    [Fact]
    public async Task Groups_are_a_table_for_people_json_for_scripts_and_a_sentence_where_there_are_none()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var command = new CommandLine(database);
        Assert.StartsWith("XH1001", (await command.RunAsync(Advise)).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await command.RunAsync(["census", "import", new SmallCensus().Write(database.Folder).Path, .. Place, "--publish"])).Status);
        var rules = Path.Combine(database.Folder.FullName, "rules.yaml");
        await File.WriteAllTextAsync(
            rules,
            "version: '1'\nstandard: quality-balance-2017\ncap: 1.5\nstrong: { share: 100 }\nsize: { least: 1, most: 9 }\nreach: 50\nalike: 0.1\n",
            TestContext.Current.CancellationToken);

        var (status, output, error) = await command.RunAsync([.. Advise, "--rules", rules, "--work", "5000", "--json"]);
        Assert.Equal((0, ""), (status, error));
        var plan = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("optimal", "primary"), (plan.GetProperty("status").GetString(), plan.GetProperty("stage").GetString()));
        Assert.NotEmpty(plan.GetProperty("groups").EnumerateArray());

        (status, output, _) = await command.RunAsync([.. Advise, "--rules", rules]);
        Assert.Equal(0, status);
        Assert.Contains("牵头校", output, StringComparison.Ordinal);

        var school = plan.GetProperty("groups")[0].GetProperty("leader").GetString();
        var list = Path.Combine(database.Folder.FullName, "groups.csv");
        await File.WriteAllTextAsync(list, $"集团,学校,牵头校\n城关集团,{school},{school}\n", TestContext.Current.CancellationToken);
        (status, output, error) = await command.RunAsync([.. Advise, "--rules", rules, "--existing", list, "--changes", "0", "--work", "5000", "--json"]);
        Assert.Equal((0, ""), (status, error));
        var compared = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("groups.csv", "城关集团"), (compared.GetProperty("existing").GetProperty("from").GetString(), compared.GetProperty("existing").GetProperty("groups")[0].GetProperty("title").GetString()));
        Assert.Equal(school, compared.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("title").GetString() == "城关集团").GetProperty("leader").GetString());
        Assert.Contains("现有集团（groups.csv）", (await command.RunAsync([.. Advise, "--rules", rules, "--existing", list])).Output, StringComparison.Ordinal);
        Assert.StartsWith("XH1010", (await command.RunAsync([.. Advise, "--rules", rules, "--existing", "none.csv"])).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await command.RunAsync([.. Advise, "--changes", "-1"])).Status);

        (status, _, error) = await command.RunAsync([.. Advise, "--stage", "x"]);
        Assert.Equal((2, true), (status, error.StartsWith("没有学段 x", StringComparison.Ordinal)));
        await File.AppendAllTextAsync(rules, "more: 1\n", TestContext.Current.CancellationToken);
        (status, _, error) = await command.RunAsync([.. Advise, "--rules", rules]);
        Assert.Equal((1, true), (status, error.StartsWith("XH9003", StringComparison.Ordinal)));
    }
}
