using System.Text.Json;
using Xueheng.App.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Planning;

/// <summary><c>xueheng advise rotation</c> on the demo county.</summary>
public sealed class RotationCommandTests
{
    private static readonly string[] Advise = ["advise", "rotation", "--county", "990101", "--period", "2024"];

    [Fact]
    public async Task The_demo_county_gets_a_rotation_with_reasons_the_same_twice_and_refusals_in_one_line()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var command = new CommandLine(database);
        var (status, output, error) = await command.RunAsync(Advise);
        Assert.Equal(1, status);
        Assert.StartsWith("XH1001", error, StringComparison.Ordinal);

        Assert.Equal(0, (await command.RunAsync(["demo", "--no-serve"])).Status);
        (status, output, error) = await command.RunAsync([.. Advise, "--work", "20000", "--json"]);
        Assert.Equal((0, ""), (status, error));
        var plan = JsonDocument.Parse(output).RootElement;
        Assert.Equal("solved", plan.GetProperty("status").GetString());
        Assert.Equal(6, plan.GetProperty("levels").GetArrayLength());
        Assert.All(plan.GetProperty("levels").EnumerateArray(), l => Assert.InRange(l.GetProperty("gap").GetDouble(), 0, 0.01));
        Assert.All(plan.GetProperty("moves").EnumerateArray(), m => Assert.NotEqual(0, m.GetProperty("why").GetArrayLength()));

        var again = JsonDocument.Parse((await command.RunAsync([.. Advise, "--work", "20000", "--json"])).Output).RootElement;
        Assert.Equal(plan.GetProperty("moves").GetRawText(), again.GetProperty("moves").GetRawText());

        (status, output, _) = await command.RunAsync(Advise);
        Assert.Equal(0, status);
        Assert.Contains("学科缺口合计（岗）", output, StringComparison.Ordinal);
        Assert.Contains("符合交流条件", output, StringComparison.Ordinal);

        (status, _, error) = await command.RunAsync([.. Advise, "--people", Path.Combine(database.Folder.FullName, "none.csv")]);
        Assert.Equal(1, status);
        Assert.StartsWith("XH1010", error, StringComparison.Ordinal);
    }
}
