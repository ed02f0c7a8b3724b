using System.Text.Json;
using Xueheng.Census;
using Xueheng.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.CensusImports;

public sealed class CensusCommandTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Check_import_list_show_and_publish_say_what_they_did_by_their_exit_status(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var command = new CommandLine(database);
        var sound = new SmallCensus().Write(database.Folder).Path;
        var spoilt = new SmallCensus().Set(SheetKind.Resources, 0, "图书册数", -5).Write(database.Folder, "spoilt.xlsx").Path;
        var errors = Path.Combine(database.Folder.FullName, "errors.xlsx");
        string[] place = ["--county", "320381", "--period", "2024"];

        var (status, output, error) = await command.RunAsync(["census", "check", spoilt, .. place, "--errors", errors]);
        Assert.Equal((1, 1), (status, error.TrimEnd().Split('\n').Length));
        Assert.StartsWith("XH1020", error, StringComparison.Ordinal);
        Assert.Contains("spoilt.xlsx 资源 2 图书册数：", output, StringComparison.Ordinal);
        Assert.True(File.Exists(errors));

        (status, _, error) = await command.RunAsync(["census", "import", sound, .. place]);
        Assert.Equal((0, ""), (status, error));
        (status, output, _) = await command.RunAsync(["census", "show", "1", "--json"]);
        Assert.Equal((0, "draft"), (status, JsonDocument.Parse(output).RootElement.GetProperty("state").GetString()));
        (status, output, _) = await command.RunAsync(["census", "publish", "320381/1", "--json"]);
        Assert.Equal((0, "published"), (status, JsonDocument.Parse(output).RootElement.GetProperty("state").GetString()));
        (status, output, _) = await command.RunAsync(["census", "list", "--json"]);
        Assert.Equal((0, 1), (status, JsonDocument.Parse(output).RootElement.GetArrayLength()));

        Assert.Equal(1, (await command.RunAsync(["census", "show", "7"])).Status);
        Assert.Equal(1, (await command.RunAsync(["census", "check", "gone.xlsx", .. place])).Status);
        Assert.Equal(2, (await command.RunAsync(["census", "check", sound, "--county", "abc", "--period", "2024"])).Status);
        Assert.Equal(2, (await command.RunAsync(["census", "import", sound])).Status);
    }

    [Fact]
    public async Task Fifty_findings_are_printed_and_the_rest_counted()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var census = new SmallCensus();
        for (var i = 0; i < 60; i++)
        {
            census.Add(SheetKind.CountyItems);
        }

        var (status, output, _) = await new CommandLine(database).RunAsync("census", "check", census.Write(database.Folder).Path, "--county", "320381", "--period", "2024");
        Assert.Equal(1, status);
        Assert.Equal(50, output.Split('\n').Count(l => l.Contains("[XH1309]", StringComparison.Ordinal)));
        Assert.Contains("另有 10 条", output, StringComparison.Ordinal);
    }
}
