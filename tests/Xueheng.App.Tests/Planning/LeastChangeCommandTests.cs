using System.Text.Json;
using Xueheng.App.Tests.CensusImports;
using Xueheng.Census;
using Xueheng.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Planning;

public sealed class LeastChangeCommandTests
{
    private static readonly string[] Place = ["--county", "320381", "--period", "2024"];
    private static readonly string[] Advise = ["advise", "least-change", .. Place];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_least_set_of_changes_is_a_table_for_people_and_json_for_scripts(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var command = new CommandLine(database);
        var census = new SmallCensus().Set(SheetKind.Resources, 0, "室外运动场地面积(㎡)", 5).Set(SheetKind.Resources, 0, "教学仪器设备值(万元)", 0.1).Set(SheetKind.Resources, 0, "网络多媒体教室数", 0);
        Assert.Equal(0, (await command.RunAsync(["census", "import", census.Write(database.Folder).Path, .. Place, "--publish"])).Status);

        var (status, output, error) = await command.RunAsync([.. Advise, "--work", "20000", "--json"]);
        Assert.Equal((0, ""), (status, error));
        var plan = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("optimal", true), (plan.GetProperty("status").GetString(), plan.GetProperty("proven").GetBoolean()));
        Assert.Equal(plan.GetProperty("cost").GetDouble(), plan.GetProperty("steps").EnumerateArray().Sum(s => s.GetProperty("cost").GetDouble()), 9);
        Assert.Contains("rooms.multimedia", plan.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("lever").GetString()));
        Assert.NotEmpty(plan.GetProperty("obstacles").EnumerateArray());

        var again = JsonDocument.Parse((await command.RunAsync([.. Advise, "--work", "20000", "--json"])).Output).RootElement;
        Assert.Equal(plan.GetProperty("steps").GetRawText(), again.GetProperty("steps").GetRawText());

        (status, output, _) = await command.RunAsync(Advise);
        Assert.Equal(0, status);
        Assert.Contains("举措解决不了的", output, StringComparison.Ordinal);
        Assert.Contains("配备网络多媒体教室", output, StringComparison.Ordinal);
        Assert.Contains("已证明最省", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_one_line_with_a_status()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var command = new CommandLine(database);
        await Refused(1, "XH1001", Advise);
        await Refused(2, "选项 --work 的值“0”不对", [.. Advise, "--work", "0"]);

        Assert.Equal(0, (await command.RunAsync(["census", "import", new SmallCensus().Write(database.Folder).Path, .. Place, "--publish"])).Status);
        await Refused(1, "XH2001", [.. Advise, "--standard", "x"]);
        var rules = Path.Combine(database.Folder.FullName, "rules.yaml");
        await File.WriteAllTextAsync(rules, "version: '1'\nlevers:\n  - { id: a, name: 甲, english: A, unit: 名, step: 1, adds: { teachers: 1 }, cost: 1 }\n", TestContext.Current.CancellationToken);
        await Refused(1, "XH9003", [.. Advise, "--rules", rules]);

        async Task Refused(int expected, string start, string[] arguments)
        {
            var (status, _, error) = await command.RunAsync(arguments);
            Assert.Equal(expected, status);
            Assert.StartsWith(start, error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
        }
    }
}
