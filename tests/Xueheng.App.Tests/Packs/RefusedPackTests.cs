using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.CensusImports;
using Xueheng.App.Tests.Pages;
using Xueheng.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Packs;

/// <summary>A pack of the bureau's own that does not hold is left out, and whoever works with the product sees which and why.</summary>
public sealed class RefusedPackTests
{
    [Fact]
    public async Task A_broken_code_table_is_named_on_the_pages_and_by_the_commands_and_all_else_goes_on()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var own = Path.Combine(database.Folder.CreateSubdirectory("packs/codes").FullName, "sex.yaml");
        await File.WriteAllTextAsync(own, "id: sex\nname: 性别\nsorce: 自定\nentries: []\n", TestContext.Current.CancellationToken);
        var command = new CommandLine(database);

        var (status, _, error) = await command.RunAsync("standards");
        Assert.Equal(0, status);
        Assert.StartsWith($"没有启用：{own} 第 3 行", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        (status, _, error) = await command.RunAsync("census", "template", Path.Combine(database.Folder.FullName, "模板.xlsx"));
        Assert.Equal((0, 1), (status, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));

        var census = new SmallCensus().Write(database.Folder).Path;
        (status, _, error) = await command.RunAsync("census", "import", census, "--county", "320381", "--period", "2024", "--publish");
        Assert.Equal((0, ""), (status, error));
        await using var site = await RunningSite.StartAsync(database);
        foreach (var page in (string[])["data", "standards"])
        {
            Assert.Contains(own, (await site.OpenAsync($"/c/320381/2024/{page}")).QuerySelector(".note.bad")!.TextContent, StringComparison.Ordinal);
        }
    }
}
